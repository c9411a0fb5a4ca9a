#pragma once

#include <filesystem>
#include <string_view>

#include "kiosk/theme/theme.h"
#include "kiosk/widgets/press.h"

/// Doors: whatever can be entered, won or met (look "one idea").
namespace foyer::kiosk {

/// A large door with a photo and a label on a plate under it.
struct PhotoDoor {
    std::filesystem::path photo;
    std::string_view label;
    std::string_view caption;  ///< may be empty
    float plate = 0;           ///< height of the label's plate; 0 = as the pictures have it
    bool chevron = false;      ///< at the plate's right end
};

/// The one main door of a page: brand frame, serif label, a lit door with an arrow in its plate.
/// Draw floor and light before it. True when pressed.
bool main_door(Ui& ui, std::string_view id, const Rect& rect, const PhotoDoor& door);
/// Any other door with a photo: white frame.
bool white_door(Ui& ui, std::string_view id, const Rect& rect, const PhotoDoor& door);

/// The glow door with an icon: "here you go on".
void lit_door(Ui& ui, const Rect& rect, Icon icon, float icon_size);
/// A lit door with light fading up inside, as tiers and states wear it.
void glowing_door(Ui& ui, const Rect& rect);
/// A door with a letter or number in it (a surname, a rank, a grade).
void letter_door(Ui& ui, const Rect& rect, std::string_view letter, TextStyle style, Color door,
                 Color ink);
/// A door with an edge line and nothing in it yet.
void outlined_door(Ui& ui, const Rect& rect, float thickness, Color line, Color inside);
/// A portrait in a door, 5:6, no frame. Without a file or while it is missing: `fallback_letter`.
void portrait_door(Ui& ui, const Rect& rect, const std::filesystem::path& portrait,
                   std::string_view fallback_letter);

/// The dark hall of the attract loop, the staff entrance and reach mode.
void hall(Ui& ui, const Rect& rect, float floor_y);
/// Its door: mid frame, light along the opening, a photo filling it. Frame widths in units.
void hall_door(Ui& ui, const Rect& rect, const std::filesystem::path& photo, float photo_alpha = 1,
               float frame = 20);

/// Doors for pages: the current one stands full.
void pager_doors(Ui& ui, float right, float foot_y, int count, int current, Color on, Color off);

/// Doors for the digits of a PIN: filled ones are known. Returns the width drawn.
float pin_doors(Ui& ui, float x, float y, int length, int filled, bool wrong = false);

}  // namespace foyer::kiosk
