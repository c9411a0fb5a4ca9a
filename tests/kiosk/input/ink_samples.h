#pragma once

#include <string>
#include <vector>

#include "kiosk/input/handwriting.h"

namespace foyer::kiosk::test {

/// A character and the medians of its strokes in a box of 1024.
struct InkSample {
    std::string character;
    std::vector<InkStroke> medians;
};

/// What tests/samples/handwriting has of a script. Throws std::runtime_error if it is written
/// wrongly.
std::vector<InkSample> ink_samples(Script script);

}  // namespace foyer::kiosk::test
