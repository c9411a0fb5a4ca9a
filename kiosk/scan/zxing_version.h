#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/scan/code_reader.h"
#include "kiosk/scan/qr_matrix.h"

namespace foyer::kiosk {

/// The only face of ZXing: what differs between its versions 1.4, 2.x and 3.x is in the .cpp. Any
/// thread.

/// The texts of the QR codes found in one look at a picture, dark on light only; UTF-8.
std::vector<std::string> zxing_read(const GrayView& picture);

/// See qr_matrix(). `text` must be ASCII.
QrMatrix zxing_write(std::string_view text);

}  // namespace foyer::kiosk
