#include "kiosk/scan/qr_matrix.h"

#include <algorithm>
#include <exception>
#include <stdexcept>
#include <string>

#include "kiosk/scan/zxing_version.h"

namespace foyer::kiosk {

QrMatrix qr_matrix(std::string_view text) {
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](unsigned char c) { return c > 0 && c < 128; });
    if (text.empty() || !ascii) throw std::runtime_error("a QR code needs some ASCII text");
    try {
        return zxing_write(text);
    } catch (const std::exception& error) {
        throw std::runtime_error(std::string("no QR code can hold this text: ") + error.what());
    }
}

}  // namespace foyer::kiosk
