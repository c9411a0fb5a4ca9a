#pragma once

#include <array>
#include <vector>

#include "kiosk/input/handwriting_ink.h"

namespace foyer::kiosk {

constexpr int feature_grid = 8;          ///< places along each side
constexpr int feature_orientations = 8;  ///< of the ink, 22.5 degrees apart
constexpr int feature_count = feature_grid * feature_grid * feature_orientations;

using InkFeatures = std::array<float, feature_count>;

/// How much ink lies where in which orientation, seen through a soft lens: neither the order of
/// strokes nor from which end they were drawn shows in it, and small shifts hardly do.
InkFeatures features_of(const std::vector<InkPiece>& pieces);

}  // namespace foyer::kiosk
