#include <array>
#include <cctype>

#include "kiosk/widgets/keypad.h"

namespace foyer::kiosk {

namespace {

using Rows = std::array<std::string_view, 3>;
constexpr Rows letters = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
constexpr Rows marks = {"1234567890", "-/:;()&@'", ".,?!#+_"};
constexpr int widest_row = 10, lines = 4;

struct Grid {
    Rect rect;
    float gap = 12, key_width = 0, key_height = 0;

    Grid(const Ui& ui, const Rect& rect) : rect(rect), gap(ui.canvas.portrait() ? 12.0f : 8.0f) {
        key_width = (rect.w - float(widest_row - 1) * gap) / widest_row;
        key_height = (rect.h - float(lines - 1) * gap) / lines;
    }
    float line_y(int line) const { return rect.y + float(line) * (key_height + gap); }
    float row_width(std::size_t keys) const {
        return float(keys) * key_width + float(keys - 1) * gap;
    }
};

KeyPress character_row(Ui& ui, const Grid& grid, const std::string& prefix, int line,
                       std::string_view characters, bool shift) {
    KeyPress pressed;
    float x = grid.rect.middle_x() - grid.row_width(characters.size()) / 2;
    for (const char character : characters) {
        const char shown = shift ? char(std::toupper(character)) : character;
        const std::string label(1, shown);
        if (key(ui, prefix + std::string(1, character),
                {x, grid.line_y(line), grid.key_width, grid.key_height}, label, KeyTone::character,
                {TextSize::m, Face::sans}))
            pressed = {KeyKind::text, label};
        x += grid.key_width + grid.gap;
    }
    return pressed;
}

/// Shift and erase at the ends of the third row.
KeyPress side_keys(Ui& ui, const Grid& grid, const std::string& prefix, KeyboardState& state) {
    KeyPress pressed;
    const float side = (grid.rect.w - grid.row_width(letters[2].size())) / 2 - grid.gap;
    const float y = grid.line_y(2);
    if (!state.digits) {
        const Rect place{grid.rect.x, y, side, grid.key_height};
        if (icon_key(ui, prefix + "shift", place,
                     state.shift ? Icon::chevron_down : Icon::chevron_up,
                     KeyTone::function_on_floor)) {
            state.shift = !state.shift;
            pressed = {KeyKind::shift, {}};
        }
    }
    if (icon_key(ui, prefix + "erase", {grid.rect.right() - side, y, side, grid.key_height},
                 Icon::delete_back, KeyTone::function_on_floor))
        pressed = {KeyKind::erase, {}};
    return pressed;
}

KeyPress foot_keys(Ui& ui, const Grid& grid, const std::string& prefix, KeyboardState& state,
                   const KeyboardLabels& labels) {
    KeyPress pressed;
    const float y = grid.line_y(3), side = 2 * grid.key_width + grid.gap;
    if (key(ui, prefix + "layer", {grid.rect.x, y, side, grid.key_height},
            state.digits ? labels.letters : labels.digits, KeyTone::function_on_floor,
            type::caption_strong)) {
        state.digits = !state.digits;
        state.shift = false;
        pressed = {KeyKind::layer, {}};
    }
    const float done = labels.done.empty() ? 0 : side + grid.gap;
    if (key(ui, prefix + "space",
            {grid.rect.x + side + grid.gap, y, grid.rect.w - side - grid.gap - done,
             grid.key_height},
            labels.space, KeyTone::character, type::body))
        pressed = {KeyKind::space, " "};
    if (done > 0 && key(ui, prefix + "done", {grid.rect.right() - side, y, side, grid.key_height},
                        labels.done, KeyTone::function_on_floor, type::caption_strong))
        pressed = {KeyKind::done, {}};
    return pressed;
}

}  // namespace

KeyPress letter_keyboard(Ui& ui, std::string_view id, const Rect& rect, KeyboardState& state,
                         const KeyboardLabels& labels) {
    const Grid grid(ui, rect);
    const std::string prefix = std::string(id) + ".";
    const Rows& rows = state.digits ? marks : letters;
    KeyPress pressed;
    for (int line = 0; line < int(rows.size()); ++line)
        if (KeyPress hit = character_row(ui, grid, prefix, line, rows[std::size_t(line)],
                                         state.shift && !state.digits))
            pressed = std::move(hit);
    if (pressed) state.shift = false;
    if (KeyPress hit = side_keys(ui, grid, prefix, state)) pressed = std::move(hit);
    if (KeyPress hit = foot_keys(ui, grid, prefix, state, labels)) pressed = std::move(hit);
    return pressed;
}

}  // namespace foyer::kiosk
