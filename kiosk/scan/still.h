#pragma once

#include <stdexcept>
#include <string>

#include "kiosk/scan/camera.h"

namespace foyer::kiosk {

/// A still photo as it is kept: a JPEG with pixels alone, nothing about place, time or camera.
struct StillPhoto {
    std::string jpeg;
    int width = 0, height = 0;
};

constexpr int longest_still_side = 2560;  ///< pixels; larger pictures are made smaller
constexpr int still_quality = 85;

/// Throws std::runtime_error for a picture that cannot be encoded. Any thread.
StillPhoto still_photo(const PreviewFrame& frame);

}  // namespace foyer::kiosk
