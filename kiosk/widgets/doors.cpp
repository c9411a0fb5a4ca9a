#include "kiosk/widgets/doors.h"

#include <algorithm>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/photos.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

float part(const Ui& ui, float portrait, float desk) {
    return ui.canvas.portrait() ? portrait : desk;
}

/// The reach mode's main door: a bar without a photo.
void paint_main_bar(Ui& ui, const Rect& rect, const PhotoDoor& door, bool held) {
    const Palette& colors = ui.theme.palette;
    const float size = part(ui, 1, 0.6f);
    if (!held) shadow(ui, rect, Elevation::e2);
    fill_rounded(ui, rect, metrics(ui.canvas).radius_card, held ? colors.deep : colors.brand);
    const float width = 132 * size, height = std::min(173 * size, rect.h - 24 * size);
    const Rect lit{rect.right() - 48 * size - width, rect.bottom() - height, width, height};
    lit_door(ui, lit, Icon::arrow_right, 76 * size);
    const float title = line_height(ui, TextSize::l), body = line_height(ui, TextSize::s);
    const float x = rect.x + 52 * size, room = lit.x - x - 16 * size;
    const bool captioned = !door.caption.empty() && title + body <= rect.h;
    const float top = rect.middle_y() - (captioned ? title + body : title) / 2;
    text_line(ui, {x, top, room, title}, door.label, type::title, colors.surface);
    if (captioned)
        text_line(ui, {x, top + title, room, body}, door.caption, type::body, colors.tint);
}

void paint_main_plate(Ui& ui, const Rect& plate, const PhotoDoor& door) {
    const Palette& colors = ui.theme.palette;
    const float lit_width = part(ui, 112, 76), lit_gap = part(ui, 36, 28);
    const float lit_height = std::min(part(ui, 148, 104), plate.h - 16);
    const Rect lit{plate.right() - lit_gap - lit_width, plate.bottom() - lit_height, lit_width,
                   lit_height};
    lit_door(ui, lit, Icon::arrow_right, part(ui, 70, 43));

    const float x = plate.x + part(ui, 48, 32);
    const float title = line_height(ui, TextSize::l), body = line_height(ui, TextSize::s);
    // Beside the lit door the caption wraps; the label has the plate's width above it.
    const float room = lit.x - x - part(ui, 12, 8);
    const float caption = text_block_height(ui, room, door.caption, type::body, 2);
    const float spare = plate.h - title - caption;
    const float top = plate.y + std::max(0.0f, spare / 2 - part(ui, 14, 0));
    const float label_room = top + title < lit.y ? plate.right() - x - lit_gap : room;
    text_line(ui, {x, top, label_room, title}, door.label, type::title, colors.surface);
    text_block(ui, {x, top + title, room, body}, door.caption, type::body, colors.tint, Align::left,
               2);
}

}  // namespace

bool main_door(Ui& ui, std::string_view id, const Rect& rect, const PhotoDoor& door) {
    const Palette& colors = ui.theme.palette;
    const Press press = press_area(ui, id, rect);
    if (rect.w > 2 * rect.h) {
        paint_main_bar(ui, rect, door, press.held);
        return press.clicked;
    }
    const float frame = metrics(ui.canvas).door_frame;
    const float plate =
        door.plate > 0 ? door.plate : part(ui, ui.canvas.large_text ? 330.0f : 300.0f, 128);
    door_shadow(ui, rect, Elevation::e2);
    fill_door(ui, rect, press.held ? colors.deep : colors.brand);
    const Rect opening{rect.x + frame, rect.y + frame, rect.w - 2 * frame, rect.h - plate - frame};
    photo(ui, opening, door.photo, PhotoShape::door);
    paint_main_plate(ui, {rect.x, rect.bottom() - plate, rect.w, plate}, door);
    return press.clicked;
}

bool white_door(Ui& ui, std::string_view id, const Rect& rect, const PhotoDoor& door) {
    const Palette& colors = ui.theme.palette;
    const Press press = press_area(ui, id, rect);
    const float frame = metrics(ui.canvas).door_frame;
    const float plate =
        door.plate > 0 ? door.plate : part(ui, ui.canvas.large_text ? 168.0f : 140.0f, 92);
    if (!press.held) door_shadow(ui, rect, Elevation::e1);
    fill_door(ui, rect, press.held ? colors.tint2 : colors.surface);
    const Rect opening{rect.x + frame, rect.y + frame, rect.w - 2 * frame, rect.h - plate - frame};
    photo(ui, opening, door.photo, PhotoShape::door);

    const float name = line_height(ui, TextSize::m), caption = line_height(ui, TextSize::xs);
    const float x = rect.x + part(ui, door.chevron ? 30.0f : 35.0f, 22);
    const float end = door.chevron ? part(ui, 76, 48) : part(ui, 24, 14);
    const float room = rect.right() - end - x;
    const bool captioned = !door.caption.empty() && name + caption <= plate + 4;
    const float top = rect.bottom() - plate / 2 - (captioned ? name + caption : name) / 2;
    text_line(ui, {x, top, room, name}, door.label, type::button, colors.text);
    if (captioned)
        text_line(ui, {x, top + name, room, caption}, door.caption, type::caption, colors.text2);
    if (door.chevron)
        icon(ui, Icon::chevron_right, rect.right() - part(ui, 46, 28), rect.bottom() - plate / 2,
             part(ui, 44, 26), colors.text2);
    return press.clicked;
}

void lit_door(Ui& ui, const Rect& rect, Icon which, float icon_size) {
    fill_door(ui, rect, ui.theme.palette.glow);
    // The eye takes the middle of a door to lie a little below its centre.
    icon(ui, which, rect.middle_x(), rect.middle_y() + rect.h * 0.05f, icon_size,
         ui.theme.palette.on_glow);
}

void glowing_door(Ui& ui, const Rect& rect) {
    fill_door(ui, rect, ui.theme.palette.glow_soft, ui.theme.palette.glow);
}

void letter_door(Ui& ui, const Rect& rect, std::string_view letter, TextStyle style, Color door,
                 Color ink) {
    fill_door(ui, rect, door);
    text_line(ui, rect.moved(0, rect.h * 0.07f), letter, style, ink, Align::center);
}

void outlined_door(Ui& ui, const Rect& rect, float thickness, Color line, Color inside) {
    fill_door(ui, rect, inside);
    stroke_door(ui, rect, thickness, line);
}

void portrait_door(Ui& ui, const Rect& rect, const std::filesystem::path& portrait,
                   std::string_view fallback_letter) {
    const Palette& colors = ui.theme.palette;
    if (portrait.empty()) {
        const TextStyle style = rect.h > part(ui, 200, 120) ? type::digits
                                : rect.h > part(ui, 90, 60) ? type::button
                                                            : type::strong;
        letter_door(ui, rect, fallback_letter, style, colors.tint, colors.brand);
        return;
    }
    photo(ui, rect, portrait, PhotoShape::door, 0, 1, 0);
}

void pager_doors(Ui& ui, float right, float foot_y, int count, int current, Color on, Color off) {
    const float size = part(ui, 1, 0.6f), width = 30 * size, step = 46 * size;
    for (int i = 0; i < count; ++i) {
        const float x = right - width - float(count - 1 - i) * step;
        fill_door(ui, {x, foot_y - 40 * size, width, 40 * size}, i == current ? on : off);
    }
}

float pin_doors(Ui& ui, float x, float y, int length, int filled, bool wrong) {
    const Palette& colors = ui.theme.palette;
    const float width = part(ui, 46, 26), height = part(ui, 58, 34), step = part(ui, 78, 46);
    for (int i = 0; i < length; ++i) {
        const Rect door{x + float(i) * step, y, width, height};
        if (i < filled)
            fill_door(ui, door, wrong ? colors.bad : colors.brand);
        else
            outlined_door(ui, door, metrics(ui.canvas).edge_line, wrong ? colors.bad : colors.edge,
                          colors.surface);
    }
    return float(length - 1) * step + width;
}

}  // namespace foyer::kiosk
