#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <vector>

#include "kiosk/scan/code_reader.h"

namespace foyer::kiosk {

/// A picture file that is none, too large, cut short or unreadable; `what()` is the reason alone.
class PictureError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A picture's brightness; what is transparent is white.
struct GrayPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;  ///< rows without gaps

    GrayView view() const { return {pixels.data(), width, height, width, 1}; }
};

/// Loads a picture of any format gdk-pixbuf knows. Refuses more than 64 megapixels before decoding
/// and more than 64 MiB before reading. Throws PictureError. Any thread.
GrayPicture load_gray_picture(const std::filesystem::path& path);

}  // namespace foyer::kiosk
