#pragma once

#include <imgui.h>

#include <array>

namespace foyer::kiosk {

/// How far a thing stands off the page (look "Shadow").
enum class Elevation { e1, e2, e3 };

/// Offset and softness of an elevation, in units of the portrait canvas.
struct ShadowShape {
    float drop = 0, blur = 0, alpha = 0;
};
ShadowShape shadow_shape(Elevation elevation);

/// Soft shadows, blurred once into the font atlas; painters stretch them as nine slices.
/// UI thread.
class Shadows {
  public:
    /// A corner of the blurred shape of an elevation: the atlas rectangle runs from `reach` outside
    /// the shape to `reach + radius` inside it, both ways.
    struct Corner {
        ImFontAtlasRect atlas;
        float reach = 0;   ///< in sigmas (half the blur): how far the shadow can be seen
        float inside = 0;  ///< in sigmas: how far it runs into the shape
    };
    Corner corner(Elevation elevation);

  private:
    std::array<ImFontAtlasRectId, 3> drawn_ = {-1, -1, -1};
};

}  // namespace foyer::kiosk
