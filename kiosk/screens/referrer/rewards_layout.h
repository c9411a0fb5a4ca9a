#pragma once

#include "kiosk/theme/canvas.h"

namespace foyer::kiosk {

/// Where everything stands on the page of rewards (look "09-rewards"). In reach mode everything
/// that is touched lies in the lower half.
struct RewardsLayout {
    Rect doors;    ///< card with the year's doors
    Rect sums;     ///< card of three sums; side by side where it is wide
    Rect friends;  ///< rows
    Rect why;      ///< the condition of one friend
    Rect code, claims;
    float row = 128, pitch = 144;
};

RewardsLayout rewards_layout(const Canvas& canvas, float words_end);

}  // namespace foyer::kiosk
