#include "kiosk/screens/typing/sheet.h"

#include <algorithm>
#include <string>

#include "kiosk/widgets/overlays.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/press.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {
namespace {

constexpr float rise = 24, rise_seconds = 0.18f;

}  // namespace

void Sheet::draw(Ui& page) {
    const float shown = eased(page, age(), rise_seconds);
    const Rect whole{0, 0, page.canvas.width, page.canvas.height};
    fill(page, whole, page.theme.palette.wall.faded(0.6f * shown));
    if (press_area(page, std::string(name()) + ".beside", whole).clicked) close();
    Ui ui = page;
    ui.alpha *= shown;
    ui.offset_y += rise * (1 - shown);
    const Rect card = place(ui.canvas);
    shadow(ui, card, Elevation::e3);
    fill_rounded(ui, card, metrics(ui.canvas).radius_dialog, ui.theme.palette.surface);
    // Touches on the card itself are not beside it.
    press_area(ui, std::string(name()) + ".card", card);
    draw_card(ui, card.inset(sized(ui, 48)));
}

float Sheet::draw_title(Ui& ui, const Rect& rect, std::string_view title) {
    const float height = line_height(ui, TextSize::l);
    text_line(ui, {rect.x, rect.y, rect.w, height}, title, type::title, ui.theme.palette.text);
    return rect.y + height + sized(ui, 16);
}

Rect Sheet::place(const Canvas& canvas) const {
    const float width = canvas.portrait() ? 920.0f : width_on_desk();
    const float most = canvas.portrait() ? 1400.0f : 700.0f;
    const float room = canvas.reach ? canvas.height / 2 - 24 : canvas.height - 64;
    const float height = std::min(most, room);
    const float y = canvas.reach ? canvas.height / 2 + 8 : (canvas.height - height) / 2;
    return {(canvas.width - width) / 2, y, width, height};
}

}  // namespace foyer::kiosk
