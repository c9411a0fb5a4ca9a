#include <string>

#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/tags.h"

namespace foyer::kiosk {

namespace {

constexpr float first_item = 98, pitch = 88, door_width = 76, door_height = 82;

/// The rail is as narrow as it is: a word that large text makes too wide for it is not enlarged.
void rail_word(Ui& ui, const Rect& rect, std::string_view word, TextStyle style, Color ink) {
    Canvas canvas = ui.canvas;
    if (text_width(ui, word, style) > rect.w) canvas.large_text = false;
    Ui rail{canvas, ui.theme, ui.text, ui.photos, ui.items, ui.motion, ui.draw};
    rail.alpha = ui.alpha;
    rail.offset_x = ui.offset_x;
    rail.offset_y = ui.offset_y;
    text_line(rail, rect, word, style, ink, Align::center);
}

bool rail_item(Ui& ui, const RailItem& item, float y, bool active) {
    const Palette& colors = ui.theme.palette;
    const Rect door{(desk::rail - door_width) / 2, y, door_width, door_height};
    const Press press = press_area(ui, "rail." + std::string(item.id), door);
    if (active)
        fill_door(ui, door, colors.glow);
    else if (press.held)
        fill_door(ui, door, colors.brand);
    const Color ink = active ? colors.on_glow : colors.tint;
    icon(ui, item.icon, door.middle_x(), y + 31, 34, ink);
    rail_word(ui, {door.x + 2, y + 52, door.w - 4, 22}, item.label,
              active ? type::caption_strong : type::caption, ink);
    if (item.badge > 0) badge(ui, door.right() - 14, y + 14, std::to_string(item.badge));
    return press.clicked;
}

}  // namespace

int rail(Ui& ui, const Rail& rail) {
    const Palette& colors = ui.theme.palette;
    const float height = ui.canvas.height;
    fill(ui, {0, 0, desk::rail, height}, colors.deep);
    if (!rail.logo.empty()) photo_within(ui, {25, 25, 46, 46}, rail.logo);
    int pressed = -1;
    for (int i = 0; i < int(rail.items.size()); ++i)
        if (rail_item(ui, rail.items[std::size_t(i)], first_item + float(i) * pitch,
                      i == rail.active))
            pressed = i;
    if (rail.person.empty()) return pressed;
    const Rect portrait{23, height - 94, 50, 56};
    if (press_area(ui, "rail.person", {10, height - 98, 76, 90}).clicked)
        pressed = int(rail.items.size());
    portrait_door(ui, portrait, rail.portrait, rail.letter);
    rail_word(ui, {4, height - 35, desk::rail - 8, 22}, rail.person, type::caption, colors.surface);
    return pressed;
}

void desk_header(Ui& ui, std::string_view title, std::string_view remark) {
    const Palette& colors = ui.theme.palette;
    const float x = desk::rail + desk::margin;
    const float line = line_height(ui, TextSize::l);
    const float end = text_at(ui, x, 46 - line / 2, title, type::title, colors.text);
    const float room = ui.canvas.width - 400 - end;
    if (room > 60) text_line(ui, {end + 18, 38, room, 28}, remark, type::body, colors.text2);
}

}  // namespace foyer::kiosk
