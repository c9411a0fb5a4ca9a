#pragma once

#include <string>
#include <string_view>

#include "kiosk/theme/icons.h"
#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"

/// What the page that takes a photo and the page that shows one have in common.
namespace foyer::kiosk {

struct PhotoPlaces {
    Rect view;    ///< the picture
    Rect words;   ///< one line or two about it
    Rect middle;  ///< the shutter, or the way to the next picture
    Rect back, main;
};
PhotoPlaces photo_places(const Ui& ui, const Rect& room);

/// The dark wall a picture hangs on.
void photo_wall(Ui& ui, const Rect& view);
/// In the wall's middle, instead of a picture.
void photo_missing(Ui& ui, const Rect& view, Icon which, std::string_view title,
                   std::string_view explained);

}  // namespace foyer::kiosk
