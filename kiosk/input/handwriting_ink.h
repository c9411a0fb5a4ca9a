#pragma once

#include <vector>

#include "kiosk/input/handwriting.h"

/// A drawing, made comparable: whatever its size, place and proportions.
namespace foyer::kiosk {

/// A short straight piece of the finger's way: its middle in the unit square, and the way itself.
struct InkPiece {
    float x = 0, y = 0;
    float dx = 0, dy = 0;
};

/// Strokes with what a fault of the panel or a hostile file may hold taken out: points that are no
/// numbers or absurdly far away, points beyond what a finger draws. Coordinates fit the unit
/// square, proportions kept. A dot is a stroke of one point.
std::vector<InkStroke> cleaned(const std::vector<InkStroke>& strokes);

/// The strokes of cleaned(), cut into pieces of even length, set upright, shifted and stretched so
/// that centre, lean and spread of the ink are about the same however it was drawn. Never empty if
/// `strokes` has a point. Of ink that goes on and on only the first part is looked at.
std::vector<InkPiece> normalised(const std::vector<InkStroke>& strokes);

}  // namespace foyer::kiosk
