#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"

/// Progress that reads as doors.
namespace foyer::kiosk {

/// Doors on a floor line: those before `current` done with a tick, the current one lit, later ones
/// sunk. `rect` is the width of the line; its bottom is the line. Labels stand beside their doors.
void steps(Ui& ui, const Rect& rect, std::span<const std::string_view> labels, int current);

/// A run of dashes, `done` of them in brand.
void progress_dashes(Ui& ui, float right, float middle_y, int count, int done);

/// A thick bar in a sunk trough.
void progress_bar(Ui& ui, const Rect& rect, float share, Color color);

/// A door of a tier or a funnel, tall by `share` of the rect's height.
struct TierDoor {
    float height = 1;  ///< share of the height available, 0…1
    Color color;
    Color ink;
    std::string_view value;    ///< in the door's foot
    std::string_view label;    ///< under the line
    std::string_view caption;  ///< under the label
};
/// Doors by height on an edge line with their labels under it, evenly spread.
void tier_doors(Ui& ui, const Rect& rect, std::span<const TierDoor> doors);

/// A won door (glow, with an icon and two words) or one still to win (outlined, its number).
struct EarnedDoor {
    bool earned = false;
    Icon icon = Icon::check;
    std::string_view title, caption;  ///< if earned
    std::string_view number;          ///< if not
    std::string_view below;           ///< under the line, may be empty
    std::optional<Color> below_ink;   ///< bold in this colour; plain text2 if none
};
void earned_doors(Ui& ui, const Rect& rect, std::span<const EarnedDoor> doors);

/// Half a ring with a value in it and a mark at the goal (arrivals: capture rate).
void gauge(Ui& ui, const Rect& rect, float share, float goal, std::string_view value,
           std::string_view caption);

/// Seconds left, in a ring that runs down. `size` is its diameter.
void countdown_ring(Ui& ui, float middle_x, float middle_y, float size, float share_left,
                    std::string_view seconds, TextStyle style = type::caption_strong);

}  // namespace foyer::kiosk
