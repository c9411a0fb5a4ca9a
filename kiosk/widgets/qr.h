#pragma once

#include <string_view>
#include <vector>

#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"

namespace foyer::kiosk {

/// A QR code's modules, row by row, without its quiet zone. True = dark.
struct QrModules {
    int side = 0;
    std::vector<bool> dark;
};

/// A white panel with the code (whole pixels a module, quiet zone of four) and its typed form under
/// it.
void qr_panel(Ui& ui, const Rect& rect, const QrModules& modules, std::string_view typed_code);

}  // namespace foyer::kiosk
