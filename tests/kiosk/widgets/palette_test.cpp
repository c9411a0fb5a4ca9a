#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "kiosk/theme/palette.h"

namespace foyer::kiosk {

namespace {
bool about(double ratio, double promised) {
    return std::abs(ratio - promised) < 0.15;
}
}  // namespace

TEST_CASE("The colours stand apart as the look promises") {
    const Palette tile(Color::hex(0x1D5B50)), car(Color::hex(0x1F3F80));
    CHECK(about(contrast(tile.text, tile.wall), 14.2));
    CHECK(about(contrast(tile.text, tile.floor), 12.2));
    CHECK(about(contrast(tile.text, tile.surface), 16.0));
    CHECK(about(contrast(tile.text, tile.glow_soft), 13.7));
    CHECK(about(contrast(tile.text2, tile.wall), 6.7));
    CHECK(about(contrast(tile.text2, tile.floor), 5.8));
    CHECK(about(contrast(tile.text2, tile.surface), 7.6));
    CHECK(about(contrast(tile.surface, tile.brand), 7.9));
    CHECK(about(contrast(car.surface, car.brand), 10.1));
    CHECK(about(contrast(tile.brand, tile.wall), 7.0));
    CHECK(about(contrast(tile.brand, tile.floor), 6.0));
    CHECK(about(contrast(tile.brand, tile.tint2), 5.7));
    CHECK(about(contrast(tile.on_glow, tile.glow), 8.1));
    CHECK(about(contrast(tile.ok, tile.ok_tint), 5.5));
    CHECK(about(contrast(tile.warn, tile.warn_tint), 5.7));
    CHECK(about(contrast(tile.bad, tile.bad_tint), 5.6));
    CHECK(about(contrast(tile.info, tile.info_tint), 6.4));
    CHECK(about(contrast(tile.surface, tile.bad), 6.5));
    CHECK(about(contrast(tile.disabled_text, tile.sunk), 4.9));
    CHECK(about(contrast(tile.edge, tile.wall), 3.7));
    CHECK(about(contrast(tile.edge, tile.floor), 3.1));
}

TEST_CASE("A brand colour that passes is left as it is, its tones are derived") {
    const Palette palette(Color::hex(0x1D5B50));
    CHECK(palette.brand == Color::hex(0x1D5B50));
    CHECK(palette.deep == Color::hex(0x11352E));
    CHECK(palette.mid == Color::hex(0x4F7F77));
    CHECK(palette.tint2 == Color::hex(0xD2DEDC));
}

TEST_CASE("A brand colour too light to read is darkened just until it can be read") {
    for (const std::uint32_t brand : {0xFFD400u, 0xFF6A00u, 0x66CCFFu, 0xFFFFFFu}) {
        const Palette palette(Color::hex(brand));
        const double ratio = contrast(palette.brand, palette.floor);
        CHECK(ratio >= 4.5);
        CHECK(ratio < 4.75);
        CHECK(contrast(palette.surface, palette.brand) >= 4.5);
    }
}

}  // namespace foyer::kiosk
