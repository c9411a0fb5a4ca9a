#include <algorithm>
#include <string>

#include "kiosk/screens/staff/board_side.h"
#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// The button and, before it, one to find somebody who has been here before.
RegisterPress buttons(Ui& ui, const Rect& rect) {
    const float gap = ui.canvas.portrait() ? 16.0f : 10.0f;
    const Rect find{rect.x, rect.y, rect.h, rect.h};
    const Rect place{find.right() + gap, rect.y, rect.right() - find.right() - gap, rect.h};
    const bool registers = small_button(ui, "arrivals.register", place,
                                        ui.text(Text::arrivals_register), SmallButton::filled);
    if (icon_button(ui, "arrivals.find", find, Icon::search, SmallButton::brand)) {
        return RegisterPress::find;
    }
    return registers ? RegisterPress::registers : RegisterPress::none;
}

RegisterPress draw_bar(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const float pad = portrait ? 36.0f : 22.0f, height = portrait ? 96.0f : 60.0f;
    const float side = rect.h * 0.73f;
    const Rect door{rect.x + pad, rect.bottom() - side, side, side};
    lit_door(ui, door, Icon::plus, side * 0.5f);
    const float wanted = small_button_width(ui, ui.text(Text::arrivals_register), false);
    const float width = std::max(wanted, portrait ? 300.0f : 190.0f) + height + pad * 0.5f;
    const float name = line_height(ui, TextSize::m), caption = line_height(ui, TextSize::xs);
    const Rect place{rect.right() - pad - width, rect.middle_y() - height / 2, width, height};
    const float x = door.right() + pad, room = place.x - pad * 0.5f - x;
    // The caption drops before the title does.
    const std::string& words = ui.text(Text::arrivals_register_caption);
    const bool captioned = text_width(ui, words, type::caption) <= room;
    const float top = rect.middle_y() - (name + (captioned ? caption : 0)) / 2;
    text_line(ui, {x, top, room, name}, ui.text(Text::arrivals_register_title), type::button,
              colors.text);
    if (captioned) {
        text_line(ui, {x, top + name, room, caption}, words, type::caption, colors.text2);
    }
    return buttons(ui, place);
}

/// The door stands on the button's upper edge as on a floor.
RegisterPress draw_card(Ui& ui, const Rect& rect) {
    const Palette& colors = ui.theme.palette;
    const bool portrait = ui.canvas.portrait();
    const float pad = portrait ? 28.0f : 18.0f, height = portrait ? 96.0f : 60.0f;
    const float line = line_height(ui, TextSize::s);
    const Rect place{rect.x + pad, rect.bottom() - pad - height, rect.w - 2 * pad, height};
    const float title_y = rect.y + pad * 0.8f;
    text_line(ui, {place.x, title_y, place.w, line}, ui.text(Text::arrivals_register_title),
              type::strong, colors.text, Align::center);
    const float foot = place.y - pad * 0.4f, top = title_y + line + pad * 0.4f;
    const float door_height = std::min(foot - top, place.w * 0.7f);
    const float width = std::min(door_height * 0.9f, place.w);
    const Rect door{rect.middle_x() - width / 2, foot - door_height, width, door_height};
    lit_door(ui, door, Icon::plus, width * 0.5f);
    return buttons(ui, place);
}

}  // namespace

RegisterPress register_panel(Ui& ui, const Rect& rect) {
    card(ui, rect);
    return rect.w > rect.h * 4 ? draw_bar(ui, rect) : draw_card(ui, rect);
}

}  // namespace foyer::kiosk
