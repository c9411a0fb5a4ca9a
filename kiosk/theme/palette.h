#pragma once

#include "kiosk/theme/color.h"

namespace foyer::kiosk {

/// Every colour of the look (look "Tokens"). Five of them come from the pack's brand colour, all
/// others never change; `glow` is Foyer's own light and means "go here" or "done".
struct Palette {
    Color wall = Color::hex(0xF4F1EB);     ///< the page
    Color floor = Color::hex(0xE7E0D4);    ///< what doors stand on
    Color surface = Color::hex(0xFFFFFF);  ///< cards, keys
    Color sunk = Color::hex(0xECE7DE);     ///< disabled things, function keys
    Color line = Color::hex(0xD8D0C3);     ///< decoration only
    Color edge = Color::hex(0x857C6D);     ///< borders of controls
    Color text = Color::hex(0x24211C);
    Color text2 = Color::hex(0x5A5349);
    Color disabled_text = Color::hex(0x6A6256);  ///< on sunk
    Color glow = Color::hex(0xFFC66E);
    Color on_glow = Color::hex(0x4A2E00);
    Color glow_soft = Color::hex(0xFFEBC7);
    Color ok = Color::hex(0x1F6B45), ok_tint = Color::hex(0xE3F1E8);
    Color warn = Color::hex(0x8A5200), warn_tint = Color::hex(0xFFF0D2);
    Color bad = Color::hex(0xB3261E), bad_tint = Color::hex(0xFCE9E5);
    Color info = Color::hex(0x2A5788), info_tint = Color::hex(0xE6EEF6);
    Color shadow = Color::hex(0x3A2C18);

    Color brand = Color::hex(0x1D5B50);  ///< at least 4.5:1 against floor
    Color deep;                          ///< brand, 42 % to black: pressed, dark halls, the rail
    Color mid;                           ///< brand, 22 % to white
    Color tint;                          ///< white + 10 % brand
    Color tint2;                         ///< white + 20 % brand: pressed surfaces

    Palette() : Palette(Color::hex(0x1D5B50)) {}
    /// A palette for a pack. A brand colour under 4.5:1 against the floor is darkened till it
    /// passes.
    explicit Palette(Color pack_brand);
};

}  // namespace foyer::kiosk
