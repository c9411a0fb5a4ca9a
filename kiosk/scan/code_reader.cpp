#include "kiosk/scan/code_reader.h"

#include "kiosk/scan/contrast.h"
#include "kiosk/scan/zxing_version.h"

namespace foyer::kiosk {

std::vector<std::string> CodeReader::read_frame(const GrayView& picture) {
    return read(picture, passes[frames_++ % std::size(passes)]);
}

std::vector<std::string> CodeReader::read_still(const GrayView& picture) {
    for (const Pass pass : passes) {
        auto texts = read(picture, pass);
        if (!texts.empty()) return texts;
    }
    return {};
}

std::vector<std::string> CodeReader::read(const GrayView& picture, Pass pass) {
    if (picture.pixels == nullptr || picture.width <= 0 || picture.height <= 0) return {};
    switch (pass) {
        case Pass::plain:
            return zxing_read(picture);
        case Pass::inverted:
            return zxing_read(inverted(picture, buffer_));
        case Pass::stretched:
            return zxing_read(stretched(picture, buffer_));
        case Pass::stretched_inverted:
            return zxing_read(inverted(stretched(picture, buffer_), buffer_));
    }
    return {};
}

}  // namespace foyer::kiosk
