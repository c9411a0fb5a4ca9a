#pragma once

#include <cstdint>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace foyer::kiosk {

/// A picture that cannot be shown: damaged, cut short, too large or of no known kind.
class PictureError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Pixels, top row first, four bytes each: red, green, blue, alpha (not multiplied in).
struct DecodedPicture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

/// More pixels than a picture may have on disk; larger ones are refused before they are decoded.
constexpr std::int64_t most_picture_pixels = 64'000'000;

/// Decodes JPEG, PNG, WebP or SVG, turned upright, just large enough to cover `box_width` ×
/// `box_height` pixels. Photographs are never enlarged; drawings (SVG) are. Throws PictureError,
/// also for a JPEG that was cut short, which decodes without complaint. Any thread.
DecodedPicture decode_picture(std::string_view bytes, int box_width, int box_height);

}  // namespace foyer::kiosk
