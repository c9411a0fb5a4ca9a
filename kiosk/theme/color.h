#pragma once

#include <cstdint>

namespace foyer::kiosk {

/// A colour of the screen, sRGB with straight alpha.
struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;

    /// As designers write it: Color::hex(0xF4F1EB).
    static constexpr Color hex(std::uint32_t rgb) {
        return {std::uint8_t(rgb >> 16), std::uint8_t(rgb >> 8), std::uint8_t(rgb), 255};
    }
    /// The same colour, its alpha multiplied by `factor` (0…1).
    constexpr Color faded(float factor) const {
        return {r, g, b, std::uint8_t(float(a) * factor + 0.5f)};
    }
    bool operator==(const Color&) const = default;
};

/// `share` (0…1) of `other` mixed into `color`, channel by channel in sRGB.
Color mixed(Color color, Color other, float share);

/// WCAG 2.1 contrast ratio of two opaque colours, 1…21.
double contrast(Color one, Color other);

/// `color` darkened in steps until it reaches `ratio` against `background`.
Color darkened_to_contrast(Color color, Color background, double ratio);

}  // namespace foyer::kiosk
