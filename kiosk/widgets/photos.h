#pragma once

#include <filesystem>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/widgets/press.h"

/// Photos. Until one is decoded its place shows a calm placeholder, then it fades in; text is never
/// drawn on a photo.
namespace foyer::kiosk {

/// Which corners a photo rounds.
enum class PhotoShape {
    square,
    rounded,      ///< all four corners
    rounded_top,  ///< the upper two: a card's photo
    door,         ///< the head of a door
};

/// Covers the rectangle, keeping its proportions. `focus_y`: 0 keeps the top, 1 the bottom when the
/// picture is too high.
void photo(Ui& ui, const Rect& rect, const std::filesystem::path& file, PhotoShape shape,
           float radius = 0, float alpha = 1, float focus_y = 0.5f);
/// A texture the caller owns (a camera's picture), mirrored left to right if asked.
void picture(Ui& ui, const Rect& rect, const PhotoView& view, PhotoShape shape, float radius = 0,
             float alpha = 1, float focus_y = 0.5f, bool mirrored = false);
/// The whole photo inside the rectangle, nothing cut off (floor plans, logos).
void photo_within(Ui& ui, const Rect& rect, const std::filesystem::path& file);

/// A photo with its words under it, on a card. Pass an empty id if it cannot be pressed.
bool photo_card(Ui& ui, std::string_view id, const Rect& rect, const std::filesystem::path& file,
                std::string_view title, std::string_view caption);

/// Before and after with a handle that follows the finger.
struct BeforeAfter {
    std::filesystem::path before, after;
    std::string_view before_label, after_label;
};
/// `split` (0…1) is changed by a drag. `id` names the handle.
void before_after(Ui& ui, std::string_view id, const Rect& rect, const BeforeAfter& pictures,
                  float& split);

/// The scanner's door: the camera's picture behind a glow frame, corners around a found code, a
/// plate with what to do. `camera.ready` false: a dark door with `waiting_icon`.
struct CameraDoor {
    PhotoView camera;
    std::string_view hint;
    bool mirrored = true;
    bool found = false;  ///< a code was read: the corners close in
};
void camera_door(Ui& ui, const Rect& rect, const CameraDoor& door);

}  // namespace foyer::kiosk
