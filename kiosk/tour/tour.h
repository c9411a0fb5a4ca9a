#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/shell/window.h"
#include "shared/text/locale.h"

namespace foyer::kiosk {

/// What the tour is to walk through.
struct TourOptions {
    std::filesystem::path folder;  ///< for the pictures; made if it is not there
    std::filesystem::path pack, assets;
    Locale locale = Locale::zh_hans;
    PixelSize size{1080, 1920};
};

/// Walks through the whole product by itself: the real program, on a real window, driven through
/// its input queue, with a camera that plays a clip of a phone and a headquarters in a temporary
/// folder. Prints a line and writes a picture for each step. Returns 0, or 1 at the first step that
/// did not do what it should.
int run_tour(const TourOptions& options);

}  // namespace foyer::kiosk
