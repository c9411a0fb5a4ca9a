#include <algorithm>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

/// Four corners around the place to hold a code in.
void viewfinder(Ui& ui, const Rect& rect, float thickness, Color color) {
    const float arm = rect.w * 0.2f;
    for (const float x : {rect.x, rect.right()})
        for (const float y : {rect.y, rect.bottom()}) {
            const float inward_x = x == rect.x ? 1.0f : -1.0f;
            const float inward_y = y == rect.y ? 1.0f : -1.0f;
            ui.draw->PathLineTo(to_screen(ui, x + inward_x * arm, y));
            ui.draw->PathLineTo(to_screen(ui, x, y));
            ui.draw->PathLineTo(to_screen(ui, x, y + inward_y * arm));
            ui.draw->PathStroke(packed(ui, color), 0, ui.canvas.snapped(thickness));
            for (const auto& [cx, cy] : {std::pair{x + inward_x * arm, y}, std::pair{x, y},
                                         std::pair{x, y + inward_y * arm}})
                fill_circle(ui, cx, cy, thickness / 2, color);
        }
}

}  // namespace

void camera_door(Ui& ui, const Rect& rect, const CameraDoor& door) {
    const Palette& colors = ui.theme.palette;
    const float size = ui.canvas.portrait() ? 1.0f : 0.6f;
    const float frame = metrics(ui.canvas).door_frame;
    door_shadow(ui, rect, Elevation::e2);
    fill_door(ui, rect, colors.glow);
    const Rect view = rect.inset(frame);
    fill_door(ui, view, mixed(colors.text2, colors.text, 0.3f), colors.text);
    if (door.camera.ready)
        picture(ui, view, door.camera, PhotoShape::door, 0, 1, 0.5f, door.mirrored);
    else
        icon(ui, door.camera.broken ? Icon::camera_off : Icon::camera, view.middle_x(),
             view.middle_y(), 120 * size, colors.surface.faded(0.7f));

    const float plate = door.hint.empty() ? 0 : 104 * size;
    if (plate > 0) {
        const Rect words{view.x, view.bottom() - plate, view.w, plate};
        fill(ui, words, colors.text.faded(0.86f));
        const float pad = 24 * size;
        text_line(ui, {words.x + pad, words.y, words.w - 2 * pad, words.h}, door.hint, type::strong,
                  colors.surface, Align::center);
    }
    if (!door.camera.ready) return;
    const float open = view.h - plate;
    const float side = std::min(view.w, open) * (door.found ? 0.46f : 0.56f);
    viewfinder(ui, {view.middle_x() - side / 2, view.y + open * 0.54f - side / 2, side, side},
               10 * size, colors.glow);
}

}  // namespace foyer::kiosk
