#pragma once

#include <filesystem>
#include <string>

namespace foyer::kiosk {

/// A film of a hand-held phone that shows a QR code, for the tour, the demonstration and the tests:
/// the real camera pipeline plays it in place of a camera.
struct CodeClip {
    std::string text;  ///< what the code says
    int width = 1280;  ///< pixels, a multiple of 4
    int height = 720;
    int frames = 45;  ///< the last leads into the first, so that a loop shows no jump
    int frames_per_second = 15;
};

/// Writes the clip as Motion JPEG in an AVI file. Blocks for a second or two: not for the UI's
/// thread. Throws std::runtime_error.
void write_code_clip(const CodeClip& clip, const std::filesystem::path& path);

}  // namespace foyer::kiosk
