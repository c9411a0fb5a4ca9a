#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"

namespace foyer::kiosk {

/// A visitor's ticket: a white door with a brand head. Empty texts are left out.
struct Ticket {
    std::string_view number_label;  ///< "your number"
    std::string_view number;        ///< "A07"
    std::string_view queue;         ///< "one party ahead · about 3 minutes"
    std::filesystem::path portrait;
    std::string_view consultant;
    std::string_view consultant_letter;  ///< if there is no portrait
    std::string_view role;
    std::string_view state;  ///< on an ok tag
    std::string_view remark;
    std::optional<Icon> place_icon;
    std::string_view place, place_caption;
};

/// Draws it into `rect` (portrait picture: 130,288 820×1180; its foot stands on the floor), notches
/// cut in the colour of the wall.
void ticket(Ui& ui, const Rect& rect, const Ticket& ticket);

}  // namespace foyer::kiosk
