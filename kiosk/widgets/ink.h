#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "kiosk/input/handwriting.h"
#include "kiosk/theme/theme.h"
#include "kiosk/widgets/press.h"

namespace foyer::kiosk {

/// What a finger did on a sheet of paper in this frame.
struct InkTouch {
    bool began = false;   ///< a stroke begins with the first of `points`
    bool lifted = false;  ///< and ends
    bool down = false;
    int box = 0;                   ///< in which box the stroke began
    std::vector<InkPoint> points;  ///< of this frame, all the glass has told of, units
};

/// White paper with dashed guides for a character in each of its boxes, and the ink on it, which
/// follows the finger. Keeps nothing but what the frame needs. Ids of the boxes: id + ".0" …
struct InkPaper {
    std::span<const InkStroke> strokes;
    int boxes = 1;
    bool faint = false;  ///< the ink waits to be read
};
InkTouch ink_paper(Ui& ui, std::string_view id, const Rect& rect, const InkPaper& paper);

}  // namespace foyer::kiosk
