// QR frames a second at 720p through the camera's code, against raw ZXing on the same frames.
#include <algorithm>
#include <chrono>

#include "kiosk/scan/code_clip.h"
#include "kiosk/scan/code_reader.h"
#include "kiosk/scan/frame_source.h"
#include "kiosk/scan/zxing_version.h"
#include "tests/bench/benches.h"
#include "tests/shared/journal/records.h"

namespace foyer::bench {
namespace {

using kiosk::GrayView;
using Steady = std::chrono::steady_clock;

struct Frame {
    int width = 0, height = 0;
    std::vector<std::uint8_t> gray;
    GrayView view() const { return {gray.data(), width, height, width, 1}; }
};

/// What the real camera pipeline delivers of a phone held before it.
std::vector<Frame> frames_of_clip(const std::filesystem::path& folder) {
    const std::filesystem::path clip = folder / "clip.avi";
    kiosk::write_code_clip({.text = std::string("XR1") + std::string(128, '7'), .frames = 30},
                           clip);
    kiosk::FrameSource source("filesrc location=" + clip.string() + " ! avidemux ! jpegdec", false);
    std::vector<Frame> frames;
    const auto take = [&](const kiosk::FrameView& view) {
        Frame frame{view.luma.width, view.luma.height, {}};
        for (int y = 0; y < frame.height; ++y) {
            const std::uint8_t* line =
                view.luma.pixels + std::size_t(y) * std::size_t(view.luma.row_stride);
            for (int x = 0; x < frame.width; ++x)
                frame.gray.push_back(line[x * view.luma.pixel_stride]);
        }
        frames.push_back(std::move(frame));
    };
    while (frames.size() < 30 && source.next(2000, take) == kiosk::FrameSource::Step::frame) {
    }
    return frames;
}

Frame noise() {
    Frame frame{1280, 720, std::vector<std::uint8_t>(1280 * 720)};
    SeededRandom random(7);
    random.fill(frame.gray);
    return frame;
}

template <class Read>
double frames_per_second(const std::vector<Frame>& frames, Read read) {
    std::vector<double> seconds;
    for (int round = 0; round < 5; ++round) {
        const auto start = Steady::now();
        for (const Frame& frame : frames)
            read(frame.view());
        seconds.push_back(std::chrono::duration<double>(Steady::now() - start).count());
    }
    return double(frames.size()) / median(seconds);
}

Row compare(const std::string& name, const std::vector<Frame>& frames, const std::string& goal) {
    kiosk::CodeReader reader;
    std::size_t found = 0;
    const double ours = frames_per_second(
        frames, [&](const GrayView& view) { found += reader.read_frame(view).size(); });
    const double raw = frames_per_second(
        frames, [&](const GrayView& view) { found += kiosk::zxing_read(view).size(); });
    return {name, ours, "frames/s", "raw ZXing, plain pass", ours / raw, goal};
}

}  // namespace

std::vector<Row> scanning() {
    const test::TemporaryFolder folder;
    const std::vector<Frame> clip = frames_of_clip(folder.path());
    if (clip.empty()) throw std::runtime_error("the clip gave no frame");
    return {compare("read 720p frames with a code", clip, ">=0.4"),
            compare("read 720p frames of noise", std::vector<Frame>(10, noise()), ">=0.4")};
}

}  // namespace foyer::bench
