#pragma once

#include <memory>

#include "kiosk/shell/screen.h"
#include "shared/pack/pack.h"

namespace foyer::kiosk {

/// All parts of the look on one page (`foyer --kit`), with pictures of a pack.
std::unique_ptr<Screen> make_kit_page(const Pack& pack);

}  // namespace foyer::kiosk
