#include "kiosk/scan/preview.h"

#include <doctest/doctest.h>

#include "kiosk/scan/recent_codes.h"

using namespace foyer::kiosk;

namespace {

struct Rgb {
    int red, green, blue;
};

Rgb pixel_of(const PreviewFrame& preview, int x, int y) {
    const std::uint8_t* pixel = preview.rgba.data() + (y * preview.width + x) * 4;
    CHECK(pixel[3] == 255);
    return {pixel[0], pixel[1], pixel[2]};
}

/// One pixel of the given colour, as a frame of 4:2:0.
Rgb shown(int luma, int cb, int cr, bool full_range) {
    const std::uint8_t bright[4] = {std::uint8_t(luma), std::uint8_t(luma), std::uint8_t(luma),
                                    std::uint8_t(luma)};
    const std::uint8_t blue = std::uint8_t(cb);
    const std::uint8_t red = std::uint8_t(cr);
    const FrameView frame{{bright, 2, 2, 2, 1}, {&blue, 1, 1}, {&red, 1, 1}, 1, 1, full_range};
    PreviewFrame preview;
    make_preview(frame, 640, false, preview);
    return pixel_of(preview, 1, 1);
}

bool near(Rgb colour, int red, int green, int blue) {
    return std::abs(colour.red - red) <= 3 && std::abs(colour.green - green) <= 3 &&
           std::abs(colour.blue - blue) <= 3;
}

}  // namespace

TEST_CASE("A wide frame is shown by the mean of its neighbouring pixels, narrower than asked") {
    const std::uint8_t bright[8] = {0, 100, 50, 50, 100, 0, 50, 250};
    const FrameView frame{{bright, 4, 2, 4, 1}, {}, {}, 0, 0, true};
    PreviewFrame preview;
    make_preview(frame, 2, false, preview);
    CHECK(preview.width == 2);
    CHECK(preview.height == 1);
    CHECK(pixel_of(preview, 0, 0).red == 50);
    CHECK(pixel_of(preview, 1, 0).green == 100);
}

TEST_CASE("A mirrored preview shows the right side on the left") {
    const std::uint8_t bright[3] = {10, 20, 30};
    const FrameView frame{{bright, 3, 1, 3, 1}, {}, {}, 0, 0, true};
    PreviewFrame preview;
    make_preview(frame, 640, true, preview);
    CHECK(pixel_of(preview, 0, 0).red == 30);
    CHECK(pixel_of(preview, 2, 0).red == 10);
}

TEST_CASE("Colours come out as BT.601 says, in video and in full range") {
    CHECK(near(shown(235, 128, 128, false), 255, 255, 255));
    CHECK(near(shown(16, 128, 128, false), 0, 0, 0));
    CHECK(near(shown(81, 90, 240, false), 255, 0, 0));
    CHECK(near(shown(145, 54, 34, false), 0, 255, 0));
    CHECK(near(shown(41, 240, 110, false), 0, 0, 255));
    CHECK(near(shown(76, 85, 255, true), 254, 0, 0));
    CHECK(near(shown(255, 128, 128, true), 255, 255, 255));
}

TEST_CASE("A code held before the camera is told once, and again after two seconds out of sight") {
    RecentCodes recent;
    CHECK(recent.is_new("A", 0));
    CHECK_FALSE(recent.is_new("A", 1500));
    CHECK_FALSE(recent.is_new("A", 3000));
    CHECK(recent.is_new("B", 3000));
    CHECK(recent.is_new("A", 5000));
}
