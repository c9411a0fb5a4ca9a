#include "kiosk/input/ink_lines.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace foyer::kiosk {
namespace {

constexpr std::string_view blank = " \t\r";

/// Takes what stands before the first of `marks`, or everything, off the front; the mark, too.
std::string_view take_until(std::string_view& text, std::string_view marks) {
    const std::size_t end = std::min(text.find_first_of(marks), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

std::optional<float> number(std::string_view text) {
    float value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<InkStroke> stroke(std::string_view text) {
    InkStroke points;
    while (!text.empty()) {
        std::string_view point = take_until(text, blank);
        if (point.empty()) continue;
        const std::optional<float> x = number(take_until(point, ",")), y = number(point);
        if (!x || !y) return std::nullopt;
        points.push_back({*x, *y});
    }
    if (points.empty()) return std::nullopt;
    return points;
}

}  // namespace

std::optional<std::vector<InkStroke>> ink_of_line(std::string_view line) {
    std::vector<InkStroke> strokes;
    for (bool more = true; more;) {
        const std::size_t bar = line.find('|');
        more = bar != std::string_view::npos;
        std::optional<InkStroke> next = stroke(line.substr(0, bar));
        if (!next) return std::nullopt;
        strokes.push_back(std::move(*next));
        if (more) line.remove_prefix(bar + 1);
    }
    return strokes;
}

}  // namespace foyer::kiosk
