#pragma once

#include <string_view>
#include <vector>

namespace foyer::kiosk {

/// The modules of a QR code, for drawing. The quiet zone is not part of it: leave four modules of
/// the light colour around it.
struct QrMatrix {
    int size = 0;            ///< modules on a side
    std::vector<bool> dark;  ///< row by row, size × size

    bool at(int x, int y) const {
        return dark[std::size_t(y) * std::size_t(size) + std::size_t(x)];
    }
};

/// The QR code of an ASCII text, error correction level M, smallest version that holds it. Throws
/// std::runtime_error if it is empty, not ASCII or longer than a QR code can hold. Any thread.
QrMatrix qr_matrix(std::string_view text);

}  // namespace foyer::kiosk
