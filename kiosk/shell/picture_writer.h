#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace foyer::kiosk {

/// Writes a PNG. `rgb` holds three bytes a pixel, top row first, no padding. Throws
/// std::runtime_error.
void write_png(const std::filesystem::path& file, int width, int height,
               const std::vector<std::uint8_t>& rgb);

}  // namespace foyer::kiosk
