#include "kiosk/widgets/edit_field.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/widgets/buttons.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"
#include "shared/text/characters.h"

namespace foyer::kiosk {

namespace {

/// Parts of the line and where they begin, units.
struct Line {
    TextStyle written = type::digits, composing{TextSize::l, Face::sans};
    float before = 0, letters = 0, after = 0;  ///< widths
    float caret = 0;                           ///< from the line's begin
    float gap = 0;                             ///< around the letters being composed
    float width() const { return before + letters + after + 2 * gap; }
};

Line measured(const Ui& ui, const EditField& field, TextSize size) {
    Line line;
    line.written.size = line.composing.size = size;
    line.before = text_width(ui, field.before, line.written);
    line.letters = text_width(ui, field.composing, line.composing);
    line.after = text_width(ui, field.after, line.written);
    line.gap = field.composing.empty() ? 0 : sized(ui, 18);
    line.caret = line.before + line.letters + (line.before > 0 ? line.gap : 0);
    return line;
}

/// The largest size in which it fits, else a middling one that moves.
Line fitted(const Ui& ui, const EditField& field, float room) {
    const Line large = measured(ui, field, TextSize::l);
    if (large.width() <= room) return large;
    return measured(ui, field, TextSize::m);
}

/// Which boundary between characters of `text` is nearest to `x`.
std::size_t boundary_at(const Ui& ui, std::string_view text, TextStyle style, float x) {
    std::size_t count = 0;
    float last = 0;
    std::string so_far;
    for (const char32_t character : characters_of(text)) {
        so_far += utf8_of(character);
        const float width = text_width(ui, so_far, style);
        if (x < (last + width) / 2) return count;
        last = width;
        ++count;
    }
    return count;
}

std::size_t caret_at(const Ui& ui, const EditField& field, const Line& line, float x) {
    if (x <= line.caret) return boundary_at(ui, field.before, line.written, x);
    const float behind = x - line.caret - line.gap;
    return characters_of(field.before).size() + boundary_at(ui, field.after, line.written, behind);
}

void paint_line(Ui& ui, const Rect& rect, const EditField& field, const Line& line, float x) {
    const Palette& colors = ui.theme.palette;
    const Color ink = field.bad ? colors.bad : colors.text;
    const float em = type_metrics(ui.canvas, line.written.size).em;
    const float foot = rect.middle_y() + 0.62f * em;
    text_line(ui, {x, rect.y, line.before + 1, rect.h}, field.before, line.written, ink);
    if (field.provisional) {
        const float wide = std::min(em, line.before);
        fill(ui, {x + line.before - wide, foot, wide, sized(ui, 5)}, colors.edge);
    }
    x += line.before + (line.before > 0 ? line.gap : 0);
    if (line.letters > 0) {
        text_line(ui, {x, rect.y, line.letters + 1, rect.h}, field.composing, line.composing,
                  colors.brand);
        fill(ui, {x, foot, line.letters, sized(ui, 5)}, colors.brand);
    }
    x += line.letters;
    const float height = std::min(em * 1.1f, rect.h);
    fill(ui, {x + sized(ui, 8), rect.middle_y() - height / 2, sized(ui, 6), height}, colors.brand);
    x += line.gap + (field.after.empty() ? 0 : sized(ui, 18));
    text_line(ui, {x, rect.y, line.after + 1, rect.h}, field.after, line.written, ink);
}

/// The key at the right end; returns how much room it takes.
float draw_end_key(Ui& ui, std::string_view id, const Rect& rect, const EditField& field,
                   EditFieldPress& press) {
    if (field.can_put_back) {
        const float height = std::min(rect.h - sized(ui, 40), metrics(ui.canvas).chip);
        const float width = small_button_width(ui, field.put_back_label, true);
        const float pad = sized(ui, 24);
        press.put_back =
            small_button(ui, std::string(id) + ".put-back",
                         {rect.right() - pad - width, rect.middle_y() - height / 2, width, height},
                         field.put_back_label, SmallButton::tint, Icon::undo);
        return width + 2 * pad;
    }
    if (!field.can_clear) return 0;
    const float side = std::min(rect.h, sized(ui, 124));
    const Rect at{rect.right() - side, rect.y, side, rect.h};
    const Press touched = press_area(ui, std::string(id) + ".clear", at);
    press.clear = touched.clicked;
    icon(ui, Icon::x_circle, at.middle_x(), at.middle_y(), metrics(ui.canvas).icon_m,
         touched.held ? ui.theme.palette.brand : ui.theme.palette.text2);
    return side;
}

}  // namespace

EditFieldPress edit_field(Ui& ui, std::string_view id, const Rect& rect, const EditField& field) {
    const Palette& colors = ui.theme.palette;
    const float radius = metrics(ui.canvas).radius_control;
    fill_rounded(ui, rect, radius, colors.surface);
    stroke_rounded(ui, rect, radius, sized(ui, 5), field.bad ? colors.bad : colors.brand);
    EditFieldPress press;
    const float pad = sized(ui, 46);
    const Press touched = press_area(ui, id, rect);
    const float end = draw_end_key(ui, id, rect, field, press);
    const Rect room{rect.x + pad, rect.y + sized(ui, 8), rect.w - pad - std::max(end, pad / 2),
                    rect.h - sized(ui, 16)};
    const float caret_room = sized(ui, 30);
    const Line line = fitted(ui, field, room.w - caret_room);
    float x = room.x;
    if (line.width() > room.w - caret_room) {
        const float most = line.width() - (room.w - caret_room);
        x -= std::clamp(line.caret - 0.75f * room.w, 0.0f, most);
    }
    {
        const Clip clip(ui, room);
        paint_line(ui, room, field, line, x);
    }
    const float hint_x = x + line.width() + sized(ui, 66);
    if (line.width() > 0 && !field.hint.empty() &&
        hint_x + text_width(ui, field.hint, type::body) <= room.right()) {
        text_line(ui, {hint_x, room.y, room.right() - hint_x, room.h}, field.hint, type::body,
                  colors.text2);
    }
    if (line.width() == 0) {
        const float left = room.x + caret_room + sized(ui, 6);
        text_line(ui, {left, room.y, room.right() - left, room.h}, field.placeholder, type::body,
                  colors.text2);
    }
    if (touched.clicked) {
        const float finger = ImGui::GetIO().MousePos.x / ui.canvas.scale - ui.offset_x;
        press.caret = caret_at(ui, field, line, finger - x);
    }
    return press;
}

}  // namespace foyer::kiosk
