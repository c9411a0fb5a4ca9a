#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/input/handwriting.h"

namespace foyer::kiosk {

/// A drawn character written as a line of text: strokes parted by `|`, points `x,y` parted by
/// spaces, y downwards. Nothing if the line is written in another way or has a stroke without a
/// point.
std::optional<std::vector<InkStroke>> ink_of_line(std::string_view line);

}  // namespace foyer::kiosk
