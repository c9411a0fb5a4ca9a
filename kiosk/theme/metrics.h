#pragma once

#include "kiosk/theme/canvas.h"

namespace foyer::kiosk {

/// Spaces, radii and sizes of controls in units, for a layout (look "Space", "Targets", "Grid").
struct Metrics {
    float margin = 72, gutter = 24;
    float radius_tag = 14, radius_key = 24, radius_control = 28, radius_card = 32;
    float radius_dialog = 40;
    float door_frame = 12;
    float button = 124;    ///< height
    float row = 128;       ///< least height
    float chip = 88;       ///< height of chips and of the tool strip
    float edge_line = 3;   ///< borders of controls
    float touch_min = 48;  ///< no target is smaller, whatever is drawn
    float icon_s = 44, icon_m = 60, icon_l = 76;
};

/// The metrics of a canvas.
Metrics metrics(const Canvas& canvas);

/// Places that never move on the portrait grid (look "Grid").
namespace portrait {
constexpr float top_bar = 48, top_bar_end = 136;
constexpr float steps = 180;
constexpr float title = 292;           ///< with steps above
constexpr float title_no_steps = 164;  ///< without
constexpr float content_end = 1592;
constexpr float action_bar = 1624, action_bar_end = 1748;
constexpr float tool_strip = 1796, tool_strip_end = 1884;
constexpr float home_floor = 1320;
}  // namespace portrait

/// The same for the desk: the rail at the left, the header, the side column.
namespace desk {
constexpr float rail = 96, header = 78, margin = 24, side_column = 340;
}  // namespace desk

}  // namespace foyer::kiosk
