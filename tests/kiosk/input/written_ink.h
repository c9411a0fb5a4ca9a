#pragma once

#include <vector>

#include "kiosk/input/handwriting.h"
#include "shared/world/random.h"

/// Strokes for testing recognition: medians of printed strokes, written by an unsteady hand.
namespace foyer::kiosk::test {

/// How a character is written. All but `clean` are jittered as well.
enum class Writing {
    clean,            ///< the medians as they are
    jittered,         ///< an unsteady hand: warped, strokes displaced, tremor, rounded corners
    swapped,          ///< two strokes change places in the order
    joined,           ///< of the gaps between strokes a third is drawn through
    reversed,         ///< the last stroke first
    slanted,          ///< leans to the right by 20 degrees
    half_size,        ///< half as large, somewhere in the box
    drawn_backwards,  ///< every stroke from its end to its beginning
};

/// The box strokes are drawn in is this wide and high.
constexpr float box_size = 1024;

/// The same for the same state of `random`.
std::vector<InkStroke> written(const std::vector<InkStroke>& medians, Writing writing,
                               Random& random);

}  // namespace foyer::kiosk::test
