#pragma once

#include <functional>
#include <string_view>

#include "kiosk/screens/app.h"

namespace foyer::kiosk {

/// What a page with a scene says under it.
struct SceneWords {
    std::string_view title, sentence;
};
/// Wall, floor, top bar, scene and words of a page about one thing that happened (look
/// "Empty/error"). `paint` draws the scene into the rectangle it is given, its foot on the floor.
/// Returns the place for the ways on; in reach mode it lies in the lower half.
Rect draw_scene_page(App& app, Ui& ui, const SceneWords& words,
                     const std::function<void(const Rect&)>& paint);

}  // namespace foyer::kiosk
