#include "kiosk/theme/color.h"

#include <algorithm>
#include <cmath>

namespace foyer::kiosk {

namespace {

std::uint8_t mixed_channel(std::uint8_t one, std::uint8_t other, float share) {
    return std::uint8_t(std::lround(float(one) + (float(other) - float(one)) * share));
}

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

}  // namespace

Color mixed(Color color, Color other, float share) {
    return {mixed_channel(color.r, other.r, share), mixed_channel(color.g, other.g, share),
            mixed_channel(color.b, other.b, share), mixed_channel(color.a, other.a, share)};
}

double contrast(Color one, Color other) {
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Color darkened_to_contrast(Color color, Color background, double ratio) {
    constexpr int steps = 100;
    const Color black = Color::hex(0x000000);
    for (int step = 0; step < steps; ++step) {
        const Color candidate = mixed(color, black, float(step) / steps);
        if (contrast(candidate, background) >= ratio) return candidate;
    }
    return black;
}

}  // namespace foyer::kiosk
