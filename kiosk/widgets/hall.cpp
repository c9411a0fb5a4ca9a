#include <algorithm>

#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"

namespace foyer::kiosk {

namespace {

/// Joints of a tiled floor running to a point behind the door.
void tiled_floor(Ui& ui, const Rect& floor) {
    const Color joint = ui.theme.palette.surface.faded(0.07f);
    const Clip clip(ui, floor);
    const float middle = floor.middle_x(), unit = floor.w / 1080;
    constexpr int joints = 6;
    for (int i = -joints; i <= joints; ++i)
        line(ui, middle + float(i) * 120 * unit, floor.y, middle + float(i) * 235 * unit,
             floor.bottom(), 2.5f, joint);
    float y = floor.y, step = floor.h * 0.05f;
    while (y + step < floor.bottom()) {
        y += step;
        step *= 1.35f;
        floor_line(ui, floor.x, y, floor.w, 2.5f, joint);
    }
}

}  // namespace

void hall(Ui& ui, const Rect& rect, float floor_y) {
    const Palette& colors = ui.theme.palette;
    const Color black = Color::hex(0x000000);
    const float end = std::min(floor_y, rect.bottom());
    fill_gradient(ui, {rect.x, rect.y, rect.w, end - rect.y}, mixed(colors.deep, black, 0.22f),
                  mixed(colors.brand, black, 0.25f));
    if (floor_y >= rect.bottom()) return;
    const Rect floor{rect.x, floor_y, rect.w, rect.bottom() - floor_y};
    fill_gradient(ui, floor, colors.text, mixed(colors.text, colors.surface, 0.05f));
    tiled_floor(ui, floor);
}

void hall_door(Ui& ui, const Rect& rect, const std::filesystem::path& file, float photo_alpha,
               float frame) {
    const Palette& colors = ui.theme.palette;
    const float gap = frame >= 20 ? frame * 0.65f : 0;
    const float light_width = frame * 0.7f;
    const auto inside = [&](float d) {
        return Rect{rect.x + d, rect.y + d, rect.w - 2 * d, rect.h - d};
    };
    fill_door(ui, rect, colors.mid);
    if (gap > 0) fill_door(ui, inside(frame), mixed(colors.brand, Color::hex(0x000000), 0.2f));
    fill_door(ui, inside(frame + gap), mixed(colors.glow, colors.surface, 0.5f));
    photo(ui, inside(frame + gap + light_width), file, PhotoShape::door, 0, photo_alpha);
}

}  // namespace foyer::kiosk
