#include "kiosk/scan/code_clip.h"

#include <gst/app/gstappsrc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <vector>

#include "kiosk/scan/gstreamer_handles.h"
#include "kiosk/scan/qr_matrix.h"

namespace foyer::kiosk {
namespace {

using Colour = std::array<std::uint8_t, 4>;
constexpr Colour room = {0x4B, 0x45, 0x3D, 255};
constexpr Colour phone = {0x15, 0x17, 0x1C, 255};
constexpr Colour screen = {0xFC, 0xFA, 0xF4, 255};
constexpr Colour ink = {0x24, 0x21, 0x1C, 255};

constexpr int writing_takes_at_most = 60;  // seconds

struct Point {
    double x = 0;
    double y = 0;
};

/// Where the phone is in one frame. Lengths are in phone widths, the origin is its middle.
class Hand {
  public:
    Hand(const CodeClip& clip, int frame)
        : middle_{clip.width / 2.0, clip.height / 2.0}, scale_(clip.height * 0.62) {
        const double turn = 2 * std::numbers::pi * frame / clip.frames;
        middle_.x += 0.02 * clip.height * std::sin(turn);
        middle_.y += 0.015 * clip.height * std::cos(2 * turn);
        scale_ *= 1 + 0.03 * std::sin(turn + 1);
        const double angle = -0.07 + 0.03 * std::sin(turn + 2);
        cosine_ = std::cos(angle);
        sine_ = std::sin(angle);
    }

    Point to_phone(double x, double y) const {
        const double dx = (x - middle_.x) / scale_;
        const double dy = (y - middle_.y) / scale_;
        return {dx * cosine_ + dy * sine_, dy * cosine_ - dx * sine_};
    }

  private:
    Point middle_;
    double scale_;
    double cosine_ = 1;
    double sine_ = 0;
};

bool in_box(Point point, double half_width, double half_height) {
    return std::abs(point.x) < half_width && std::abs(point.y) < half_height;
}

const Colour& colour_at(Point point, const QrMatrix& code) {
    constexpr double code_width = 0.8;
    if (!in_box(point, 0.5, 0.95)) return room;
    if (!in_box(point, 0.47, 0.9)) return phone;
    const int column = int(std::floor((point.x / code_width + 0.5) * code.size));
    const int row = int(std::floor((point.y / code_width + 0.5) * code.size));
    const bool inside = column >= 0 && row >= 0 && column < code.size && row < code.size;
    return inside && code.at(column, row) ? ink : screen;
}

/// RGBx, four samples a pixel.
void draw_frame(const CodeClip& clip, const QrMatrix& code, int frame,
                std::vector<std::uint8_t>& out) {
    const Hand hand(clip, frame);
    out.resize(std::size_t(clip.width) * std::size_t(clip.height) * 4);
    std::uint8_t* pixel = out.data();
    for (int y = 0; y < clip.height; ++y) {
        for (int x = 0; x < clip.width; ++x, pixel += 4) {
            std::array<int, 4> sum{};
            for (const auto& [dx, dy] :
                 {Point{0.25, 0.25}, {0.75, 0.25}, {0.25, 0.75}, {0.75, 0.75}}) {
                const Colour& colour = colour_at(hand.to_phone(x + dx, y + dy), code);
                for (std::size_t i = 0; i < 4; ++i)
                    sum[i] += colour[i];
            }
            for (std::size_t i = 0; i < 4; ++i)
                pixel[i] = std::uint8_t(sum[i] / 4);
        }
    }
}

void push_frame(GstAppSrc* source, const CodeClip& clip, int frame,
                const std::vector<std::uint8_t>& pixels) {
    GstBuffer* buffer = gst_buffer_new_memdup(pixels.data(), pixels.size());
    const auto rate = guint64(clip.frames_per_second);
    GST_BUFFER_PTS(buffer) = gst_util_uint64_scale(guint64(frame), GST_SECOND, rate);
    GST_BUFFER_DURATION(buffer) = GST_SECOND / rate;
    if (gst_app_src_push_buffer(source, buffer) != GST_FLOW_OK) {
        throw std::runtime_error("the clip cannot be written");
    }
}

}  // namespace

void write_code_clip(const CodeClip& clip, const std::filesystem::path& path) {
    const QrMatrix code = qr_matrix(clip.text);
    const std::string caps = "video/x-raw,format=RGBx,width=" + std::to_string(clip.width) +
                             ",height=" + std::to_string(clip.height) +
                             ",framerate=" + std::to_string(clip.frames_per_second) + "/1";
    const Pipeline pipeline = make_pipeline(
        "appsrc name=frames format=time block=true caps=" + pipeline_value(caps) +
        " ! jpegenc quality=88 ! avimux ! filesink location=" + pipeline_value(path.string()));
    play_pipeline(pipeline);
    const ElementHandle source = pipeline.child("frames");
    std::vector<std::uint8_t> pixels;
    for (int frame = 0; frame < clip.frames; ++frame) {
        draw_frame(clip, code, frame, pixels);
        throw_if_broken(pipeline);
        push_frame(GST_APP_SRC(source.get()), clip, frame, pixels);
    }
    gst_app_src_end_of_stream(GST_APP_SRC(source.get()));
    wait_for_end(pipeline, writing_takes_at_most);
}

}  // namespace foyer::kiosk
