#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/shell/screen.h"

namespace foyer::kiosk {

/// Chooses the country or region of a number, from the neighbours or by first letters or calling
/// code from all of them; closes itself.
std::unique_ptr<Overlay> make_region_choice(std::string chosen,
                                            std::function<void(const std::string&)> choose);

}  // namespace foyer::kiosk
