#pragma once

#include "kiosk/scan/camera.h"
#include "kiosk/scan/code_reader.h"

namespace foyer::kiosk {

/// One plane of colour difference; a null pointer for a gray picture.
struct ChromaView {
    const std::uint8_t* pixels = nullptr;
    int row_stride = 0;
    int pixel_stride = 1;
};

/// A camera's frame somebody else owns, in any of the Y'CbCr layouts of 8 bits.
struct FrameView {
    GrayView luma;
    ChromaView cb;
    ChromaView cr;
    int chroma_shift_x = 0;  ///< a chroma pixel stands for 1 << shift luma pixels
    int chroma_shift_y = 0;
    bool full_range = false;  ///< luma uses 0 … 255, not 16 … 235
};

/// Makes a small colour picture of a frame: every n-th pixel's colour with the mean brightness of
/// its n × n neighbours, n the least that makes it no wider than `widest`. `number` is not touched.
void make_preview(const FrameView& frame, int widest, bool mirrored, PreviewFrame& preview);

}  // namespace foyer::kiosk
