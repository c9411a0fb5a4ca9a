#include <array>

#include "kiosk/input/templates/skeleton.h"

namespace foyer::kiosk {
namespace {

/// For every pattern of eight neighbours, clockwise from above: may the middle go?
using Rules = std::array<bool, 256>;

/// Guo and Hall, "Parallel thinning with two-subiteration algorithms" (1989).
constexpr Rules thinning_rules(bool second) {
    Rules rules{};
    for (unsigned pattern = 0; pattern < 256; ++pattern) {
        const auto p = [pattern](unsigned place) { return (pattern >> (place - 2) & 1) != 0; };
        const int ways = (!p(2) && (p(3) || p(4))) + (!p(4) && (p(5) || p(6))) +
                         (!p(6) && (p(7) || p(8))) + (!p(8) && (p(9) || p(2)));
        const int first_pairs = (p(9) || p(2)) + (p(3) || p(4)) + (p(5) || p(6)) + (p(7) || p(8));
        const int other_pairs = (p(2) || p(3)) + (p(4) || p(5)) + (p(6) || p(7)) + (p(8) || p(9));
        const int pairs = first_pairs < other_pairs ? first_pairs : other_pairs;
        const bool keeps_side =
            second ? (p(2) || p(3) || !p(5)) && p(4) : (p(6) || p(7) || !p(9)) && p(8);
        rules[pattern] = ways == 1 && pairs >= 2 && pairs <= 3 && !keeps_side;
    }
    return rules;
}

/// The corner of a staircase, which its two neighbours can do without.
constexpr Rules corner_rules() {
    Rules rules{};
    for (unsigned pattern = 0; pattern < 256; ++pattern) {
        const auto p = [pattern](unsigned place) { return (pattern >> (place - 2) & 1) != 0; };
        rules[pattern] = (p(2) && p(4) && !p(6) && !p(7) && !p(8)) ||
                         (p(4) && p(6) && !p(8) && !p(9) && !p(2)) ||
                         (p(6) && p(8) && !p(2) && !p(3) && !p(4)) ||
                         (p(8) && p(2) && !p(4) && !p(5) && !p(6));
    }
    return rules;
}

unsigned pattern_at(const Bitmap& bitmap, std::size_t place) {
    const std::size_t width = std::size_t(bitmap.width);
    const std::uint8_t* ink = bitmap.ink.data() + place;
    return unsigned(ink[-std::ptrdiff_t(width)] | ink[-std::ptrdiff_t(width) + 1] << 1 |
                    ink[1] << 2 | ink[width + 1] << 3 | ink[width] << 4 | ink[width - 1] << 5 |
                    ink[-1] << 6 | ink[-std::ptrdiff_t(width) - 1] << 7);
}

}  // namespace

void thin(Bitmap& bitmap) {
    static constexpr Rules rules[] = {thinning_rules(false), thinning_rules(true)};
    static constexpr Rules corners = corner_rules();
    std::vector<std::size_t> ink, going;
    for (std::size_t i = 0; i < bitmap.ink.size(); ++i)
        if (bitmap.ink[i] != 0) ink.push_back(i);
    for (int round = 0, idle = 0; idle < 2; ++round) {
        going.clear();
        for (const std::size_t place : ink)
            if (rules[round % 2][pattern_at(bitmap, place)]) going.push_back(place);
        for (const std::size_t place : going)
            bitmap.ink[place] = 0;
        std::erase_if(ink, [&](std::size_t place) { return bitmap.ink[place] == 0; });
        idle = going.empty() ? idle + 1 : 0;
    }
    for (const std::size_t place : ink)
        if (corners[pattern_at(bitmap, place)]) bitmap.ink[place] = 0;
}

}  // namespace foyer::kiosk
