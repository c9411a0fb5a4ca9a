#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/flows/vehicle_entry.h"
#include "kiosk/screens/app.h"
#include "kiosk/screens/typing/editor_panel.h"

namespace foyer::kiosk {

/// The editor over a page that has no room for it.
struct TextRequest {
    Text title;
    TextKind kind = TextKind::words;
    std::size_t longest = 0;  ///< characters
    std::string text;
    std::function<void(const std::string&)> done;  ///< not called when it is given up
};
std::unique_ptr<Overlay> make_text_sheet(App& app, TextRequest request);

/// Keys for what is written on a car. `done` gets what is recorded: "粤B12345".
struct VehicleRequest {
    VehicleField field = VehicleField::plate;
    std::string text;
    std::function<void(const std::string&)> done;
};
std::unique_ptr<Overlay> make_vehicle_sheet(App& app, VehicleRequest request);

}  // namespace foyer::kiosk
