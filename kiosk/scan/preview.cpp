#include "kiosk/scan/preview.h"

#include <algorithm>

namespace foyer::kiosk {
namespace {

int mean_luma(const GrayView& luma, int left, int top, int step) {
    int sum = 0;
    for (int y = top; y < top + step; ++y) {
        const std::uint8_t* pixel = luma.pixels + std::ptrdiff_t(y) * luma.row_stride +
                                    std::ptrdiff_t(left) * luma.pixel_stride;
        for (int x = 0; x < step; ++x, pixel += luma.pixel_stride)
            sum += *pixel;
    }
    return sum / (step * step);
}

/// -128 … 127
int chroma_at(const ChromaView& plane, int x, int y) {
    return plane.pixels[std::ptrdiff_t(y) * plane.row_stride +
                        std::ptrdiff_t(x) * plane.pixel_stride] -
           128;
}

std::uint8_t to_byte(int fixed_point) {
    return std::uint8_t(std::clamp(fixed_point >> 8, 0, 255));
}

/// BT.601, as cameras and JPEG use it; the factors are in 1/256.
void write_rgba(std::uint8_t* pixel, int luma, int cb, int cr, bool full_range) {
    const int bright = full_range ? luma * 256 : (luma - 16) * 298;
    const int gain = full_range ? 256 : 292;
    pixel[0] = to_byte(bright + (359 * cr * gain >> 8));
    pixel[1] = to_byte(bright - ((88 * cb + 183 * cr) * gain >> 8));
    pixel[2] = to_byte(bright + (454 * cb * gain >> 8));
    pixel[3] = 255;
}

}  // namespace

void make_preview(const FrameView& frame, int widest, bool mirrored, PreviewFrame& preview) {
    const GrayView& luma = frame.luma;
    const int step = std::max(1, (luma.width + widest - 1) / widest);
    preview.width = luma.width / step;
    preview.height = luma.height / step;
    preview.rgba.resize(std::size_t(preview.width) * std::size_t(preview.height) * 4);
    std::uint8_t* pixel = preview.rgba.data();
    for (int y = 0; y < preview.height; ++y) {
        for (int x = 0; x < preview.width; ++x, pixel += 4) {
            const int left = (mirrored ? preview.width - 1 - x : x) * step;
            const int top = y * step;
            int cb = 0;
            int cr = 0;
            if (frame.cb.pixels != nullptr && frame.cr.pixels != nullptr) {
                cb = chroma_at(frame.cb, left >> frame.chroma_shift_x, top >> frame.chroma_shift_y);
                cr = chroma_at(frame.cr, left >> frame.chroma_shift_x, top >> frame.chroma_shift_y);
            }
            write_rgba(pixel, mean_luma(luma, left, top, step), cb, cr, frame.full_range);
        }
    }
}

}  // namespace foyer::kiosk
