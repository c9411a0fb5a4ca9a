#pragma once

#include "kiosk/theme/theme.h"
#include "kiosk/theme/ui.h"

/// Shapes. All take theme units, snap to whole pixels, and obey the page's transition (Ui::alpha,
/// Ui::offset). Nothing here takes a touch.
namespace foyer::kiosk {

/// A length of the kiosk's pictures in the layout at hand: a desk's parts are six tenths of it.
float sized(const Ui& ui, float units);

/// A point in pixels of the window.
ImVec2 to_screen(const Ui& ui, float x, float y);
/// A rectangle's corners in whole pixels.
ImVec4 to_screen(const Ui& ui, const Rect& rect);
/// A colour with the page's alpha, as ImGui packs it.
ImU32 packed(const Ui& ui, Color color);

void fill(Ui& ui, const Rect& rect, Color color);
void fill_rounded(Ui& ui, const Rect& rect, float radius, Color color);
/// The line lies inside the rectangle.
void stroke_rounded(Ui& ui, const Rect& rect, float radius, float thickness, Color color);
void fill_circle(Ui& ui, float x, float y, float radius, Color color);
void stroke_circle(Ui& ui, float x, float y, float radius, float thickness, Color color);
/// Part of a ring with round ends, clockwise; turns are fractions of a circle from twelve o'clock.
void arc(Ui& ui, float x, float y, float radius, float thickness, float from_turn, float to_turn,
         Color color);
/// A straight line with flat ends; upright ones are snapped.
void line(Ui& ui, float x1, float y1, float x2, float y2, float thickness, Color color);
/// The line a group of doors stands on, or a divider between rows.
void floor_line(Ui& ui, float x, float y, float width, float thickness, Color color);
void dotted_line(Ui& ui, float x1, float x2, float y, float dash, float gap, float thickness,
                 Color color);
/// Two colours, top to bottom.
void fill_gradient(Ui& ui, const Rect& rect, Color top, Color bottom);

/// The outline of a door on the draw list's path, for painters that fill it otherwise; clockwise
/// from its left foot.
void door_path(Ui& ui, const Rect& rect, float inset_pixels);
/// The same for a rounded rectangle, and for one whose upper corners alone are round.
void rounded_path(Ui& ui, const Rect& rect, float radius);
void rounded_top_path(Ui& ui, const Rect& rect, float radius);

/// A door: square feet, round head of radius width / 2.
void fill_door(Ui& ui, const Rect& rect, Color color);
void fill_door(Ui& ui, const Rect& rect, Color top, Color foot);
/// The frame lies inside the rectangle and goes along the foot too.
void stroke_door(Ui& ui, const Rect& rect, float thickness, Color color);

/// Draw the shadows of a group before its cards (look "ImGui traps").
void shadow(Ui& ui, const Rect& rect, Elevation elevation, float strength = 1);
/// The shadow of a door follows its head.
void door_shadow(Ui& ui, const Rect& rect, Elevation elevation, float strength = 1);

/// Light that falls out of a door: a trapezoid under a narrower, brighter one, fading downwards.
struct Light {
    float x = 0, y = 0, width = 0;  ///< the foot of the door
    float height = 0;               ///< how far it reaches
    float spread_left = 0.14f;      ///< widening per unit of height; more = leaning that way
    float spread_right = 0.14f;
    float strength = 1;
    float inner = 1;  ///< of the brighter trapezoid: 0 = light under a shut door
};
void light(Ui& ui, const Light& light);

/// An icon centred on a point, `size` units square.
void icon(Ui& ui, Icon which, float middle_x, float middle_y, float size, Color color);

/// Keeps drawing inside a rectangle as long as it lives; presses outside do not count either.
class Clip {
  public:
    Clip(Ui& ui, const Rect& rect);
    ~Clip();
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;
};

}  // namespace foyer::kiosk
