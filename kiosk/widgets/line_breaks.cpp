#include "kiosk/widgets/line_breaks.h"

#include <string_view>

namespace foyer::kiosk {

namespace {

constexpr std::u32string_view never_first =
    U"，。、；：？！）」』】》〉〕…—～·・％℃㎡,.;:?!)]}%”’＊";
constexpr std::u32string_view never_last = U"（「『【《〈〔([{“‘¥￥$#";

bool contains(std::u32string_view set, unsigned code) {
    return set.find(char32_t(code)) != std::u32string_view::npos;
}

/// Written without spaces between words.
bool is_ideographic(unsigned code) {
    return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFF00 && code <= 0xFFEF) || (code >= 0x20000 && code <= 0x3FFFF);
}

}  // namespace

bool may_break_between(unsigned before, unsigned after) {
    if (after == ' ') return false;
    if (before == ' ') return true;
    if (contains(never_first, after) || contains(never_last, before)) return false;
    if (before == '-') return true;
    return is_ideographic(before) || is_ideographic(after);
}

}  // namespace foyer::kiosk
