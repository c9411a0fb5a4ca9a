#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/scan/code_reader.h"

namespace foyer::kiosk {

/// Both write width × height bytes without gaps into `out` and return a view of it. Any thread.
/// inverted() may be given a view of `out` itself.

/// Light becomes dark.
GrayView inverted(const GrayView& picture, std::vector<std::uint8_t>& out);

/// Each neighbourhood's darkest pixel becomes black and its brightest white, so that a washed-out
/// code and one half under a reflection stand out as a printed one does. Neighbourhoods are tiles
/// of 64 pixels; between their centres the limits change smoothly, so that no tile's edge shows.
GrayView stretched(const GrayView& picture, std::vector<std::uint8_t>& out);

}  // namespace foyer::kiosk
