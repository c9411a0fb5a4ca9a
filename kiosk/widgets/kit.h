#pragma once

#include <filesystem>

#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"

namespace foyer::kiosk {

/// Pictures the kit page shows; any three will do.
struct KitPictures {
    std::filesystem::path room, portrait, photo;
};

/// All parts on one page, in each of their states, for whoever draws a screen (`foyer --kit`).
/// Portrait layout.
void draw_kit(Ui& ui, const KitPictures& pictures);

}  // namespace foyer::kiosk
