#include "kiosk/widgets/keypad.h"

#include <algorithm>
#include <vector>

#include "kiosk/widgets/paint.h"
#include "shared/text/characters.h"

namespace foyer::kiosk {

namespace {

float gap_between(const Ui& ui) {
    return ui.canvas.portrait() ? 20.0f : 12.0f;
}

/// Digits in the order of the pad, then clear and erase; `*` stands for one, `<` for the other.
constexpr std::string_view high_pad = "123456789*0<", flat_pad = "12345<67890*";

KeyPress answer(std::span<const KeyCap> keys, int pressed, std::size_t prefix) {
    if (pressed < 0) return {};
    const KeyCap& cap = keys[std::size_t(pressed)];
    const std::string_view name = std::string_view(cap.id).substr(prefix);
    if (name == "erase") return {KeyKind::erase, {}};
    if (name == "clear") return {KeyKind::clear, {}};
    return {KeyKind::text, cap.label};
}

}  // namespace

KeyPress number_pad(Ui& ui, std::string_view id, const Rect& rect, std::string_view clear_label) {
    const bool portrait = ui.canvas.portrait();
    const float gap = gap_between(ui);
    const bool flat = rect.h < (portrait ? 320.0f : 220.0f);
    const float most = flat ? rect.h : portrait ? 716.0f : 480.0f;
    Rect pad{rect.x, rect.y, rect.w, std::min(rect.h, most)};
    pad.y = rect.bottom() - pad.h - std::min(rect.h - pad.h, portrait ? 28.0f : 17.0f);
    const int columns = flat ? 6 : 3, rows = flat ? 2 : 4;
    const float width = (pad.w - float(columns - 1) * gap) / float(columns);
    const float height = (pad.h - float(rows - 1) * gap) / float(rows);
    const std::string prefix = std::string(id) + ".";
    std::vector<KeyCap> keys;
    int index = 0;
    for (const char symbol : flat ? flat_pad : high_pad) {
        const Rect at{pad.x + float(index % columns) * (width + gap),
                      pad.y + float(index / columns) * (height + gap), width, height};
        ++index;
        if (symbol == '*') {
            keys.push_back({prefix + "clear",
                            at,
                            std::string(clear_label),
                            {},
                            KeyTone::function,
                            type::strong});
        } else if (symbol == '<') {
            keys.push_back({prefix + "erase", at, {}, Icon::delete_back, KeyTone::function});
        } else {
            keys.push_back({prefix + symbol, at, std::string(1, symbol)});
        }
    }
    return answer(keys, key_bed(ui, id, keys), prefix.size());
}

KeyPress symbol_keyboard(Ui& ui, std::string_view id, const Rect& rect, std::u32string_view symbols,
                         int columns, std::string_view clear_label, std::u32string_view disabled) {
    const float gap = ui.canvas.portrait() ? 12.0f : 8.0f;
    const int cells = int(symbols.size());
    const int lines = (cells + columns - 1) / columns;
    // Clear and erase share what the last line leaves, if that is enough for two.
    const int left_over = lines * columns - cells;
    const bool own_line = left_over < 3;
    const int rows = lines + (own_line ? 1 : 0);
    const float width = (rect.w - float(columns - 1) * gap) / float(columns);
    const float height = (rect.h - float(rows - 1) * gap) / float(rows);
    const std::string prefix = std::string(id) + ".";
    std::vector<KeyCap> keys;
    for (int i = 0; i < cells; ++i) {
        const char32_t symbol = symbols[std::size_t(i)];
        const std::string label = utf8_of(symbol);
        KeyCap cap{prefix + label,
                   {rect.x + float(i % columns) * (width + gap),
                    rect.y + float(i / columns) * (height + gap), width, height},
                   label};
        cap.style = type::button;
        cap.enabled = disabled.find(symbol) == std::u32string_view::npos;
        keys.push_back(std::move(cap));
    }
    const int first = own_line ? 0 : columns - left_over;
    const float x = rect.x + float(first) * (width + gap), y = rect.bottom() - height;
    const float half = (rect.right() - x - gap) / 2;
    keys.push_back({prefix + "clear",
                    {x, y, half, height},
                    std::string(clear_label),
                    {},
                    KeyTone::function_on_floor,
                    type::strong});
    keys.push_back({prefix + "erase",
                    {x + half + gap, y, half, height},
                    {},
                    Icon::delete_back,
                    KeyTone::function_on_floor});
    return answer(keys, key_bed(ui, id, keys), prefix.size());
}

KeyPress code_keyboard(Ui& ui, std::string_view id, const Rect& rect,
                       std::string_view clear_label) {
    // Broad and low: three rows of twelve, which leaves room for clear and erase.
    const int columns = rect.w > 3.5f * rect.h ? 12 : 8;
    return symbol_keyboard(ui, id, rect, U"0123456789ABCDEFGHJKMNPQRSTVWXYZ", columns, clear_label);
}

}  // namespace foyer::kiosk
