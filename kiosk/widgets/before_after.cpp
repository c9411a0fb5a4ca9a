#include <algorithm>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

void side_label(Ui& ui, float x, float foot, bool at_right, std::string_view label, Color plate,
                Color ink) {
    const bool portrait = ui.canvas.portrait();
    const float pad = portrait ? 22.0f : 14.0f, height = portrait ? 64.0f : 38.0f;
    const float width = text_width(ui, label, type::caption_strong) + 2 * pad;
    const Rect rect{at_right ? x - width : x, foot - height, width, height};
    fill_rounded(ui, rect, metrics(ui.canvas).radius_tag, plate);
    text_line(ui, rect, label, type::caption_strong, ink, Align::center);
}

void handle(Ui& ui, float x, float middle_y, bool held) {
    const float size = ui.canvas.portrait() ? 1.0f : 0.6f;
    const Rect door{x - 58 * size, middle_y - 74 * size, 116 * size, 148 * size};
    door_shadow(ui, door, Elevation::e2);
    fill_door(ui, door, held ? ui.theme.palette.tint2 : ui.theme.palette.surface);
    icon(ui, Icon::arrows_horizontal, x, middle_y + 6 * size, 60 * size, ui.theme.palette.brand);
}

}  // namespace

void before_after(Ui& ui, std::string_view id, const Rect& rect, const BeforeAfter& pictures,
                  float& split) {
    const Palette& colors = ui.theme.palette;
    const Metrics m = metrics(ui.canvas);
    const float size = ui.canvas.portrait() ? 1.0f : 0.6f;
    const float edge = 76 * size;  // the handle stays on the picture
    const float handle_y = rect.y + rect.h * 0.5f;

    // The whole picture is the handle's track: nobody aims at 116 units while looking at a room.
    const Drag drag = drag_area(ui, id, rect);
    if (drag.held) split = (drag.x - rect.x) / rect.w;
    split = std::clamp(split, edge / rect.w, 1 - edge / rect.w);
    const float x = rect.x + rect.w * split;

    photo(ui, rect, pictures.after, PhotoShape::rounded, m.radius_card);
    {
        const Clip left(ui, {rect.x, rect.y, x - rect.x, rect.h});
        photo(ui, rect, pictures.before, PhotoShape::rounded, m.radius_card);
    }
    fill(ui, {x - 4 * size, rect.y, 8 * size, rect.h}, colors.surface);
    const float inset = 24 * size, foot = rect.bottom() - inset;
    side_label(ui, rect.x + inset, foot, false, pictures.before_label, colors.text, colors.surface);
    side_label(ui, rect.right() - inset, foot, true, pictures.after_label, colors.surface,
               colors.text);
    handle(ui, x, handle_y, drag.held);
}

}  // namespace foyer::kiosk
