#include "kiosk/screens/typing/full_sheet.h"

#include "kiosk/widgets/overlays.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {
namespace {

constexpr float rise = 24, rise_seconds = 0.18f;

}  // namespace

void FullSheet::draw(Ui& page) {
    const float shown = eased(page, age(), rise_seconds);
    Ui ui = page;
    ui.alpha *= shown;
    ui.offset_y += rise * (1 - shown);
    const Palette& colors = ui.theme.palette;
    fill(ui, {0, -rise, ui.canvas.width, ui.canvas.height + 2 * rise}, colors.wall);
    const Words words = this->words(ui.text);
    const bool portrait = ui.canvas.portrait();
    const Rect title{portrait ? 72.0f : 48.0f, portrait ? 96.0f : 48.0f, typing_column(ui.canvas),
                     line_height(ui, TextSize::l)};
    text_line(ui, title, words.title, type::title, colors.text);
    const TextStyle style = words.fault ? type::strong : type::body;
    const float height = text_block(ui, {title.x, title.bottom(), title.w, 0}, words.sentence,
                                    style, words.fault ? colors.bad : colors.text2, Align::left, 3);
    draw_content(ui,
                 typing_places(ui.canvas, title.bottom() + height, sized(ui, read_height()), 0));
    ActionBar bar;
    bar.back = ui.text(Text::typing_cancel);
    bar.main = done_label(ui.text);
    bar.main_enabled = may_finish();
    bar.kind = PrimaryKind::finishes;
    const ActionPress press = action_bar(ui, bar);
    if (press == ActionPress::back) close();
    if (press == ActionPress::main) finish();
}

bool FullSheet::on_key(Key key) {
    if (key != Key::enter) return false;
    if (may_finish()) finish();
    return true;
}

}  // namespace foyer::kiosk
