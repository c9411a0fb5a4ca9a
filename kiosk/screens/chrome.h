#pragma once

#include "kiosk/screens/app.h"

/// What stands on every page of the visitors' side, at the same place.
namespace foyer::kiosk {

/// Brand and place at the left; the time, or while somebody is there the seconds until the page is
/// left. A long press on the brand opens the staff entrance ("top.brand"); true after a short one.
bool visitor_top_bar(App& app, Ui& ui, bool on_dark = false);

/// Language, large text, reach mode; carries out what was pressed.
void visitor_tool_strip(Shell& shell, Ui& ui, bool on_dark = false);
inline void visitor_tool_strip(App& app, Ui& ui, bool on_dark = false) {
    visitor_tool_strip(app.shell(), ui, on_dark);
}

}  // namespace foyer::kiosk
