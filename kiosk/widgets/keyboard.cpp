#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "kiosk/widgets/keypad.h"
#include "shared/text/characters.h"

namespace foyer::kiosk {

namespace {

using Rows = std::array<std::u32string_view, 3>;
constexpr Rows letters = {U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};
constexpr Rows marks = {U"1234567890", U"-/:;()&@'", U".,?!#+_"};

char32_t capital(char32_t c) {
    return c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c;
}

/// Lays keys out row by row and knows what each of them gives.
class Builder {
  public:
    Builder(const Ui& ui, std::string_view id, const Rect& rect, const CharacterRows& characters)
        : prefix_(std::string(id) + "."), rect_(rect), gap_(ui.canvas.portrait() ? 12.0f : 8.0f) {
        std::size_t widest = 1;
        for (const std::u32string_view row : characters.rows)
            widest = std::max(widest, row.size());
        lines_ = int(characters.rows.size()) + 1;
        width_ = (rect.w - float(widest - 1) * gap_) / float(widest);
        height_ = (rect.h - float(lines_ - 1) * gap_) / float(lines_);
        columns_ = characters.rows.back().size() + 1 >= widest;
        for (std::size_t line = 0; line < characters.rows.size(); ++line)
            character_row(characters.rows[line], int(line), characters.shift);
    }

    /// Left of the last row of characters and right of it.
    void sides(std::size_t last_row, const KeyboardParts& parts, bool shift) {
        const float beside = (rect_.w - row_width(last_row)) / 2 - gap_;
        const float side = columns_ ? width_ : beside;
        const int line = lines_ - 2;
        if (parts.shift_key) {
            add("shift", {rect_.x, line_y(line), side, height_}, {}, {KeyKind::shift, {}});
            keys.back().icon = shift ? Icon::chevron_down : Icon::chevron_up;
        } else if (!parts.left.empty()) {
            add("left", {rect_.x, line_y(line), side, height_}, parts.left,
                {KeyKind::text, std::string(parts.left_types)});
        }
        add("erase", {rect_.right() - side, line_y(line), side, height_}, {}, {KeyKind::erase, {}});
        keys.back().icon = Icon::delete_back;
    }

    void foot(const KeyboardParts& parts) {
        const float y = line_y(lines_ - 1);
        const float side = std::max(rect_.w * 0.19f, width_), small = side * 0.55f;
        float left = rect_.x, right = rect_.right();
        const bool two = !parts.foot_second.empty();
        if (!parts.foot_left.empty()) {
            const float wide = two ? small : side;
            add("foot", {left, y, wide, height_}, parts.foot_left,
                {KeyKind::text, std::string(parts.foot_types)});
            left += wide + gap_;
        }
        if (two) {
            add("second", {left, y, small, height_}, parts.foot_second,
                {KeyKind::text, std::string(parts.foot_second)});
            left += small + gap_;
        }
        if (!parts.done.empty()) {
            add("done", {right - side, y, side, height_}, parts.done, {KeyKind::done, {}});
            keys.back().enabled = parts.done_enabled;
            right -= side + gap_;
        }
        add("space", {left, y, right - left, height_}, parts.space, {KeyKind::space, " "});
        keys.back().tone = KeyTone::character;
        keys.back().style = type::body;
    }

    void add(std::string_view name, const Rect& rect, std::string_view label, KeyPress gives) {
        keys.push_back({prefix_ + std::string(name),
                        rect,
                        std::string(label),
                        {},
                        KeyTone::function_on_floor,
                        type::caption_strong});
        this->gives.push_back(std::move(gives));
    }

    KeyPress press(Ui& ui, std::string_view id) {
        const int pressed = key_bed(ui, id, keys);
        return pressed < 0 ? KeyPress{} : std::move(gives[std::size_t(pressed)]);
    }

    std::vector<KeyCap> keys;
    std::vector<KeyPress> gives;

  private:
    float line_y(int line) const { return rect_.y + float(line) * (height_ + gap_); }
    float row_width(std::size_t count) const {
        return float(count) * width_ + float(count - 1) * gap_;
    }

    void character_row(std::u32string_view row, int line, bool shift) {
        // Short rows stand in the middle, but a last row with no room beside it leaves its right
        // end to erase, and the rows above stand in its columns.
        float x = columns_ ? rect_.x : rect_.middle_x() - row_width(row.size()) / 2;
        for (const char32_t character : row) {
            const std::string label = utf8_of(shift ? capital(character) : character);
            keys.push_back({prefix_ + utf8_of(character),
                            {x, line_y(line), width_, height_},
                            label,
                            {},
                            KeyTone::character,
                            {TextSize::m, Face::sans}});
            gives.push_back({KeyKind::text, label});
            x += width_ + gap_;
        }
    }

    const std::string prefix_;
    const Rect rect_;
    const float gap_;
    int lines_ = 0;
    float width_ = 0, height_ = 0;
    bool columns_ = false;  ///< every key stands in a column
};

}  // namespace

KeyPress character_keyboard(Ui& ui, std::string_view id, const Rect& rect,
                            const CharacterRows& characters, const KeyboardParts& parts) {
    Builder builder(ui, id, rect, characters);
    builder.sides(characters.rows.back().size(), parts, characters.shift);
    builder.foot(parts);
    return builder.press(ui, id);
}

KeyPress letter_keyboard(Ui& ui, std::string_view id, const Rect& rect, KeyboardState& state,
                         const KeyboardLabels& labels) {
    KeyboardParts parts;
    parts.shift_key = !state.digits;
    parts.foot_left = state.digits ? labels.letters : labels.digits;
    parts.space = labels.space;
    parts.done = labels.done;
    const CharacterRows rows{state.digits ? marks : letters, state.shift && !state.digits};
    KeyPress pressed = character_keyboard(ui, id, rect, rows, parts);
    if (pressed.kind == KeyKind::text && pressed.text.empty()) {
        state.digits = !state.digits;
        state.shift = false;
        return {KeyKind::layer, {}};
    }
    if (pressed.kind == KeyKind::shift)
        state.shift = !state.shift;
    else if (pressed)
        state.shift = false;
    return pressed;
}

}  // namespace foyer::kiosk
