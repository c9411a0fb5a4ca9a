#include <string>

#include "kiosk/widgets/bars.h"
#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/tags.h"

namespace foyer::kiosk {

namespace {

constexpr float first_item = 98, pitch = 88, door_width = 76, door_height = 82;

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
    text_line(ui, {door.x - 6, y + 52, door.w + 12, 22}, item.label,
              active ? type::caption_strong : type::caption, ink, Align::center);
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
    text_line(ui, {4, height - 35, desk::rail - 8, 22}, rail.person, type::caption, colors.surface,
              Align::center);
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
