#pragma once

#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"

/// Drawings for states that are not as hoped: always a door, always calm. The door is as high as
/// `rect`, stands on the floor at its foot and in its middle; cables run to its sides, light falls
/// below it. In the pictures: 0,232 1080×500.
namespace foyer::kiosk {

/// A lit door with someone at work behind it, plug and socket apart: no connection, all goes on.
void offline_scene(Ui& ui, const Rect& rect);
/// A shut door with light under it and a key that does not fit: a code that was refused.
void refused_scene(Ui& ui, const Rect& rect);
/// An open, lit, empty door: nothing here yet.
void empty_scene(Ui& ui, const Rect& rect, Icon icon);

}  // namespace foyer::kiosk
