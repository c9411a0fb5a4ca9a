#include "kiosk/widgets/steps.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "kiosk/widgets/doors.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

void steps(Ui& ui, const Rect& rect, std::span<const std::string_view> labels, int current) {
    const Palette& colors = ui.theme.palette;
    const float width = sized(ui, 60), height = sized(ui, 76), foot = rect.bottom();
    const float pitch = rect.w / float(std::max<std::size_t>(labels.size(), 1));
    floor_line(ui, rect.x, foot - sized(ui, 3), rect.w, sized(ui, 3), colors.line);
    for (int i = 0; i < int(labels.size()); ++i) {
        const Rect door{rect.x + float(i) * pitch, foot - height, width, height};
        const Rect label{door.right() + sized(ui, 18), foot - sized(ui, 46),
                         pitch - width - sized(ui, 26), sized(ui, 48)};
        if (i < current) {
            fill_door(ui, door, colors.brand);
            icon(ui, Icon::check, door.middle_x(), door.middle_y() + sized(ui, 4), sized(ui, 40),
                 colors.surface);
        } else if (i == current) {
            light(ui, {door.x, foot, door.w, sized(ui, 38), 0.44f, 0.62f});
            letter_door(ui, door, std::to_string(i + 1), type::caption_strong, colors.glow,
                        colors.on_glow);
        } else {
            outlined_door(ui, door, sized(ui, 3), colors.line, colors.sunk);
            text_line(ui, door.moved(0, door.h * 0.07f), std::to_string(i + 1),
                      type::caption_strong, colors.text2, Align::center);
        }
        text_line(ui, label, labels[std::size_t(i)],
                  i == current ? type::caption_strong : type::caption,
                  i == current ? colors.text : colors.text2);
    }
}

void progress_dashes(Ui& ui, float right, float middle_y, int count, int done) {
    const Palette& colors = ui.theme.palette;
    const float width = sized(ui, 37), height = sized(ui, 12), step = sized(ui, 45);
    float x = right - width - float(count - 1) * step;
    for (int i = 0; i < count; ++i, x += step)
        fill_rounded(ui, {x, middle_y - height / 2, width, height}, height / 2,
                     i < done ? colors.brand : colors.line);
}

void progress_bar(Ui& ui, const Rect& rect, float share, Color color) {
    fill_rounded(ui, rect, rect.h / 2, ui.theme.palette.sunk);
    const float width = std::max(rect.h, rect.w * std::clamp(share, 0.0f, 1.0f));
    if (share > 0) fill_rounded(ui, {rect.x, rect.y, width, rect.h}, rect.h / 2, color);
}

void gauge(Ui& ui, const Rect& rect, float share, float goal, std::string_view value,
           std::string_view caption) {
    const Palette& colors = ui.theme.palette;
    const float thickness = sized(ui, 34), x = rect.middle_x();
    const float radius = std::min(rect.w / 2, rect.h - thickness / 2);
    const float y = rect.y + radius;
    const auto turn = [](float part) { return -0.25f + 0.5f * std::clamp(part, 0.0f, 1.0f); };
    arc(ui, x, y, radius, thickness, turn(0), turn(1), colors.sunk);
    arc(ui, x, y, radius, thickness, turn(0), turn(share), colors.brand);
    const float angle = (turn(goal) - 0.25f) * 2 * std::numbers::pi_v<float>;
    const float near = radius - thickness * 1.2f, far = radius + thickness * 0.2f;
    line(ui, x + near * std::cos(angle), y + near * std::sin(angle), x + far * std::cos(angle),
         y + far * std::sin(angle), sized(ui, 6), colors.text);
    const float number = line_height(ui, TextSize::l), small = line_height(ui, TextSize::xs);
    const float room = 2 * (radius - thickness) - sized(ui, 12);
    text_line(ui, {x - room / 2, y - sized(ui, 26) - number / 2, room, number}, value, type::digits,
              colors.text, Align::center);
    text_line(ui, {x - radius, y + sized(ui, 26) - small / 2, 2 * radius, small}, caption,
              type::caption, colors.text2, Align::center);
}

void countdown_ring(Ui& ui, float middle_x, float middle_y, float size, float share_left,
                    std::string_view seconds, TextStyle style) {
    const Palette& colors = ui.theme.palette;
    const float thickness = std::max(size * 0.085f, 3.0f);
    fill_circle(ui, middle_x, middle_y, size / 2 - 1, colors.surface);
    stroke_circle(ui, middle_x, middle_y, size / 2, thickness, colors.line);
    arc(ui, middle_x, middle_y, size / 2, thickness, 0, std::clamp(share_left, 0.0f, 1.0f),
        colors.brand);
    const float room = size - 2 * thickness;
    text_line(ui, {middle_x - room / 2, middle_y - room / 2, room, room}, seconds, style,
              colors.text, Align::center);
}

}  // namespace foyer::kiosk
