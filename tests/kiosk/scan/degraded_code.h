#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/scan/picture_file.h"
#include "shared/world/random.h"

namespace foyer::kiosk {

/// How a code before the camera differs from a printed one.
struct Degradation {
    double pixels_per_module = 5;
    double angle = 0;        ///< degrees
    double tilt = 0;         ///< perspective: how much smaller the far edge is, 0 … 0.5
    double blur = 0;         ///< radius of a box blur done twice, in modules
    double contrast = 1;     ///< 1 = black on white, 0 = one gray
    double lightness = 0.5;  ///< of the gray that contrast is lost to, 0 … 1
    double glare = 0;        ///< strength of a bright reflection, 0 … 1
    double shadow = 0;       ///< how dark one side is, 0 … 1
    double noise = 0;        ///< amplitude of even noise, in gray levels
    bool inverted = false;
};

/// A picture of the QR code of `text`, the same for the same seed. 360 × 360 pixels.
GrayPicture degraded_code(const std::string& text, const Degradation& degradation,
                          std::uint64_t seed);

/// One set of such pictures.
struct SampleSet {
    std::string name;
    int pictures = 0;
    int least_passes = 0;                   ///< the scanner must read so many of them
    std::vector<Degradation> degradations;  ///< one each
};

/// All sets, the same at every call.
std::vector<SampleSet> sample_sets();

/// The text of the n-th picture of a set: as long as a signed referral code.
std::string sample_text(int number);

/// Writes a picture as PNG. Throws std::runtime_error.
void write_png(const GrayPicture& picture, const std::filesystem::path& path);

}  // namespace foyer::kiosk
