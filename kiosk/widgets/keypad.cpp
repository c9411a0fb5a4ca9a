#include "kiosk/widgets/keypad.h"

#include <algorithm>
#include <array>

#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

/// Keys change colour at once; a pressed one casts no shadow.
void key_body(Ui& ui, const Rect& rect, KeyTone tone, const Press& press) {
    const Palette& colors = ui.theme.palette;
    if (tone == KeyTone::character && !press.held) shadow(ui, rect, Elevation::e1);
    Color rest = colors.surface;
    if (tone == KeyTone::function) rest = colors.sunk;
    if (tone == KeyTone::function_on_floor) rest = colors.wall;
    fill_rounded(ui, rect, metrics(ui.canvas).radius_key, press.held ? colors.tint2 : rest);
}

}  // namespace

bool key(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, KeyTone tone,
         TextStyle style) {
    const Press press = press_area(ui, id, rect);
    key_body(ui, rect, tone, press);
    const float pad = ui.canvas.portrait() ? 8.0f : 5.0f;
    text_line(ui, {rect.x + pad, rect.y, rect.w - 2 * pad, rect.h}, label, style,
              ui.theme.palette.text, Align::center);
    return press.clicked;
}

bool icon_key(Ui& ui, std::string_view id, const Rect& rect, Icon which, KeyTone tone) {
    const Press press = press_area(ui, id, rect);
    key_body(ui, rect, tone, press);
    const Metrics m = metrics(ui.canvas);
    const float size = std::min({rect.w * 0.6f, rect.h * 0.5f, m.icon_l});
    icon(ui, which, rect.middle_x(), rect.middle_y(), size, ui.theme.palette.text);
    return press.clicked;
}

KeyPress number_pad(Ui& ui, std::string_view id, const Rect& rect, std::string_view clear_label) {
    constexpr std::array<std::string_view, 10> digits = {"1", "2", "3", "4", "5",
                                                         "6", "7", "8", "9", "0"};
    const float gap = ui.canvas.portrait() ? 20.0f : 12.0f;
    const float width = (rect.w - 2 * gap) / 3, height = (rect.h - 3 * gap) / 4;
    const auto place = [&](int column, int line) {
        return Rect{rect.x + float(column) * (width + gap), rect.y + float(line) * (height + gap),
                    width, height};
    };
    const std::string prefix = std::string(id) + ".";
    KeyPress pressed;
    for (int i = 0; i < 10; ++i) {
        const std::string_view digit = digits[std::size_t(i)];
        const Rect at = i < 9 ? place(i % 3, i / 3) : place(1, 3);
        if (key(ui, prefix + std::string(digit), at, digit))
            pressed = {KeyKind::text, std::string(digit)};
    }
    if (key(ui, prefix + "clear", place(0, 3), clear_label, KeyTone::function, type::strong))
        pressed = {KeyKind::clear, {}};
    if (icon_key(ui, prefix + "erase", place(2, 3), Icon::delete_back))
        pressed = {KeyKind::erase, {}};
    return pressed;
}

KeyPress code_keyboard(Ui& ui, std::string_view id, const Rect& rect,
                       std::string_view clear_label) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    constexpr int columns = 8;
    const float gap = ui.canvas.portrait() ? 12.0f : 8.0f;
    const float width = (rect.w - float(columns - 1) * gap) / columns;
    const float height = (rect.h - 4 * gap) / 5;
    const std::string prefix = std::string(id) + ".";
    KeyPress pressed;
    for (int i = 0; i < int(alphabet.size()); ++i) {
        const std::string label(alphabet.substr(std::size_t(i), 1));
        const Rect at{rect.x + float(i % columns) * (width + gap),
                      rect.y + float(i / columns) * (height + gap), width, height};
        if (key(ui, prefix + label, at, label, KeyTone::character, type::button))
            pressed = {KeyKind::text, label};
    }
    const float y = rect.bottom() - height, half = (rect.w - gap) / 2;
    if (key(ui, prefix + "clear", {rect.x, y, half, height}, clear_label,
            KeyTone::function_on_floor, type::strong))
        pressed = {KeyKind::clear, {}};
    if (icon_key(ui, prefix + "erase", {rect.x + half + gap, y, half, height}, Icon::delete_back,
                 KeyTone::function_on_floor))
        pressed = {KeyKind::erase, {}};
    return pressed;
}

}  // namespace foyer::kiosk
