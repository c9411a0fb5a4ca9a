#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace foyer::kiosk {

/// A brightness picture somebody else owns. A frame's first plane is read where it lies, without
/// conversion: `pixel_stride` is 2 for YUY2.
struct GrayView {
    const std::uint8_t* pixels = nullptr;
    int width = 0;
    int height = 0;
    int row_stride = 0;  ///< bytes from one row to the next
    int pixel_stride = 1;
};

/// Finds QR codes in pictures. Other kinds of bar code are not looked for: it saves three quarters
/// of the time. One thread at a time; keeps its buffers from frame to frame.
class CodeReader {
  public:
    /// The texts found in one frame of a stream. Each call makes one pass only, in turn: plain,
    /// inverted (a phone's dark mode), stretched contrast (washed-out screens, glare), both. What
    /// one pass misses, one of the next three frames' finds.
    std::vector<std::string> read_frame(const GrayView& picture);

    /// The texts found in a still picture: passes are made until one finds something.
    std::vector<std::string> read_still(const GrayView& picture);

  private:
    enum class Pass { plain, inverted, stretched, stretched_inverted };
    static constexpr Pass passes[] = {Pass::plain, Pass::inverted, Pass::stretched,
                                      Pass::stretched_inverted};
    std::vector<std::string> read(const GrayView& picture, Pass pass);

    unsigned frames_ = 0;
    std::vector<std::uint8_t> buffer_;
};

}  // namespace foyer::kiosk
