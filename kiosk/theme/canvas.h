#pragma once

#include <algorithm>
#include <cmath>

namespace foyer::kiosk {

/// A rectangle in theme units; origin top left of the window, y down.
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    float middle_x() const { return x + w / 2; }
    float middle_y() const { return y + h / 2; }
    bool contains(float px, float py) const {
        return px >= x && px < right() && py >= y && py < bottom();
    }
    Rect inset(float d) const { return {x + d, y + d, w - 2 * d, h - 2 * d}; }
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
};

/// Which grid of the look a window uses (look "Grid").
enum class Layout {
    kiosk,  ///< portrait: 1080 units wide
    desk,   ///< landscape: 800 units high
};

/// How theme units map to pixels in the window at hand, and the two aids a visitor may switch on.
///
/// Portrait windows are 1080 units wide and as high as their shape says; landscape windows are 800
/// units high and as wide as their shape says. No screen ever sees a pixel.
struct Canvas {
    Layout layout = Layout::kiosk;
    float scale = 1;      ///< pixels per unit
    float width = 1080;   ///< units
    float height = 1920;  ///< units
    bool large_text = false;
    bool reach = false;  ///< every control in the lower half (design §6)

    bool portrait() const { return layout == Layout::kiosk; }
    float to_pixels(float units) const { return units * scale; }
    /// Rounds to whole pixels, so that 2-unit lines and photo edges stay crisp after scaling.
    float snapped(float units) const { return std::round(units * scale); }

    static Canvas for_window(int pixel_width, int pixel_height) {
        Canvas canvas;
        const float w = float(std::max(pixel_width, 1)), h = float(std::max(pixel_height, 1));
        canvas.layout = h >= w ? Layout::kiosk : Layout::desk;
        canvas.scale = canvas.portrait() ? w / 1080.0f : h / 800.0f;
        canvas.width = w / canvas.scale;
        canvas.height = h / canvas.scale;
        return canvas;
    }
};

}  // namespace foyer::kiosk
