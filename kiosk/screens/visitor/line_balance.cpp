#include "kiosk/screens/visitor/line_balance.h"

#include <algorithm>

namespace foyer::kiosk {

std::string by_clauses(const Ui& ui, std::string_view words, TextStyle style, float width) {
    constexpr std::string_view marks[] = {"，", "、"};
    std::string result, line;
    while (!words.empty()) {
        std::size_t end = words.size();
        for (const std::string_view mark : marks)
            if (const std::size_t at = words.find(mark); at != std::string_view::npos)
                end = std::min(end, at + mark.size());
        const std::string longer = line + std::string(words.substr(0, end));
        if (!line.empty() && text_width(ui, longer, style) > width) {
            result += line + "\n";
            line = words.substr(0, end);
        } else {
            line = longer;
        }
        words.remove_prefix(end);
    }
    return result + line;
}

float balanced_width(const Ui& ui, std::string_view words, TextStyle style, float width) {
    const float height = text_block_height(ui, width, words, style);
    float enough = width, narrow = width / 2;
    constexpr int steps = 6;  // to a hundredth of the width
    for (int i = 0; i < steps; ++i) {
        const float middle = (enough + narrow) / 2;
        const bool fits = text_block_height(ui, middle, words, style) <= height &&
                          whole_words(ui, words, style, middle) == style;
        (fits ? enough : narrow) = middle;
    }
    return enough;
}

TextStyle whole_words(const Ui& ui, std::string_view words, TextStyle style, float width) {
    for (std::size_t from = 0; from < words.size();) {
        const std::size_t end = std::min(words.find(' ', from), words.size());
        const std::string_view word = words.substr(from, end - from);
        if (!word.empty() && static_cast<unsigned char>(word.front()) < 0x80)
            style = fit_text(ui, word, style, width);
        from = end + 1;
    }
    return style;
}

}  // namespace foyer::kiosk
