#pragma once

#include <string_view>

#include "kiosk/theme/ui.h"

namespace foyer::kiosk {

/// What a finger does to a thing in this frame.
struct Press {
    bool held = false;     ///< a finger is down on it
    bool clicked = false;  ///< it was let go on it: act now
};

/// Makes a rectangle touchable under a stable id and registers it in Ui::items. The touchable area
/// is at least 48 units each way, whatever the rectangle; later areas lie above earlier ones. A
/// drag that a scroll area takes over never clicks. Draws nothing. Disabled or not interactive:
/// takes nothing.
Press press_area(Ui& ui, std::string_view id, const Rect& rect, bool enabled = true);

/// A rectangle that follows a finger, e.g. a slider's handle.
struct Drag {
    bool held = false;
    float x = 0, y = 0;  ///< the finger, units
};
Drag drag_area(Ui& ui, std::string_view id, const Rect& rect);

/// A finger on a part of the page that looks for itself where it is: a bed of keys, a sheet for
/// ink.
struct Finger {
    bool down = false;    ///< on this part since it was put there
    bool began = false;   ///< in this frame
    bool lifted = false;  ///< in this frame; its place still counts
    float x = 0, y = 0;   ///< units
};
Finger finger_area(Ui& ui, std::string_view id, const Rect& rect);
/// Registers in Ui::items what such a part shows as a thing to touch.
void note_touchable(Ui& ui, std::string_view id, const Rect& rect, bool enabled);

/// How a control is painted.
enum class ControlState { normal, pressed, disabled };

/// The state of a pressed or disabled control.
inline ControlState control_state(const Press& press, bool enabled) {
    if (!enabled) return ControlState::disabled;
    return press.held ? ControlState::pressed : ControlState::normal;
}

}  // namespace foyer::kiosk
