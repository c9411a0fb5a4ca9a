#include <algorithm>

#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/steps.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

/// Doors side by side on a line that runs a little beyond them.
struct Row {
    float inset = 0, gap = 0, width = 0;

    Row(const Ui& ui, const Rect& rect, std::size_t count, float gap_units)
        : inset(sized(ui, 18)), gap(sized(ui, gap_units)) {
        const float doors = float(std::max<std::size_t>(count, 1));
        width = (rect.w - 2 * inset - (doors - 1) * gap) / doors;
    }
    float x(const Rect& rect, std::size_t i) const {
        return rect.x + inset + float(i) * (width + gap);
    }
};

void paint_earned(Ui& ui, const Rect& rect, const EarnedDoor& door) {
    const Palette& colors = ui.theme.palette;
    glowing_door(ui, rect);
    const float line = line_height(ui, TextSize::xs), pad = sized(ui, 6);
    const float words = door.caption.empty() ? line : 2 * line - sized(ui, 6);
    const float top = rect.bottom() - words - sized(ui, 22);
    icon(ui, door.icon, rect.middle_x(), (rect.y + rect.w * 0.25f + top) / 2, sized(ui, 60),
         colors.on_glow);
    const Rect title{rect.x + pad, top, rect.w - 2 * pad, line};
    text_line(ui, title, door.title, type::caption_strong, colors.on_glow, Align::center);
    if (!door.caption.empty())
        text_line(ui, title.moved(0, line - sized(ui, 6)), door.caption, type::caption,
                  colors.on_glow, Align::center);
}

}  // namespace

void tier_doors(Ui& ui, const Rect& rect, std::span<const TierDoor> doors) {
    const Palette& colors = ui.theme.palette;
    const Row row(ui, rect, doors.size(), 28);
    const float label = line_height(ui, TextSize::s), small = line_height(ui, TextSize::xs);
    bool captions = false;
    for (const TierDoor& door : doors)
        captions = captions || !door.caption.empty();
    const float foot = rect.bottom() - label - (captions ? small : 0) - sized(ui, 12);
    for (std::size_t i = 0; i < doors.size(); ++i) {
        const TierDoor& door = doors[i];
        const float height = std::max((foot - rect.y) * door.height, row.width / 2);
        const Rect place{row.x(rect, i), foot - height, row.width, height};
        fill_door(ui, place, door.color);
        const float line = line_height(ui, TextSize::m);
        const float value_y = foot - sized(ui, 48) - line / 2;
        text_line(ui, {place.x, value_y, place.w, line}, door.value, type::button, door.ink,
                  Align::center);
        const Rect below{place.x - row.gap / 2, foot + sized(ui, 10), place.w + row.gap, label};
        text_line(ui, below, door.label, type::strong, colors.text, Align::center);
        text_line(ui, {below.x, below.bottom() - sized(ui, 2), below.w, small}, door.caption,
                  type::caption, colors.text2, Align::center);
    }
    floor_line(ui, rect.x, foot - sized(ui, 2), rect.w, sized(ui, 4), colors.edge);
}

void earned_doors(Ui& ui, const Rect& rect, std::span<const EarnedDoor> doors) {
    const Palette& colors = ui.theme.palette;
    const Row row(ui, rect, doors.size(), 20);
    const float small = line_height(ui, TextSize::xs);
    bool words_below = false;
    for (const EarnedDoor& door : doors)
        words_below = words_below || !door.below.empty();
    const float foot = rect.bottom() - (words_below ? small + sized(ui, 16) : 4);
    for (std::size_t i = 0; i < doors.size(); ++i) {
        const EarnedDoor& door = doors[i];
        const Rect place{row.x(rect, i), rect.y, row.width, foot - rect.y};
        if (door.earned) {
            paint_earned(ui, place, door);
        } else {
            outlined_door(ui, place, metrics(ui.canvas).edge_line, colors.edge, colors.surface);
            text_line(ui, place.moved(0, place.h * 0.08f), door.number, type::digits, colors.text2,
                      Align::center);
        }
        text_line(ui, {place.x - row.gap, foot + sized(ui, 14), place.w + 2 * row.gap, small},
                  door.below, door.below_ink ? type::caption_strong : type::caption,
                  door.below_ink.value_or(colors.text2), Align::center);
    }
    floor_line(ui, rect.x, foot - sized(ui, 2), rect.w, sized(ui, 4), colors.edge);
}

}  // namespace foyer::kiosk
