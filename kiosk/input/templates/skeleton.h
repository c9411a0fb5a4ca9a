#pragma once

#include "kiosk/input/handwriting.h"
#include "kiosk/input/templates/font_outlines.h"

/// What a pen would have drawn, guessed from a printed character.
namespace foyer::kiosk {

/// Thins the ink to lines one pixel wide (Guo and Hall's method).
void thin(Bitmap& bitmap);

/// The lines of the thinned character as strokes: through crossings straight on, each in the
/// direction a hand would take (rightwards, downwards), sorted roughly as they would be written.
std::vector<InkStroke> pen_strokes(Bitmap bitmap);

}  // namespace foyer::kiosk
