#include "kiosk/theme/palette.h"

namespace foyer::kiosk {

namespace {
constexpr double readable = 4.5;  // WCAG AA for text, design §6
}

Palette::Palette(Color pack_brand) : brand(darkened_to_contrast(pack_brand, floor, readable)) {
    const Color black = Color::hex(0x000000), white = Color::hex(0xFFFFFF);
    deep = mixed(brand, black, 0.42f);
    mid = mixed(brand, white, 0.22f);
    tint = mixed(white, brand, 0.10f);
    tint2 = mixed(white, brand, 0.20f);
}

}  // namespace foyer::kiosk
