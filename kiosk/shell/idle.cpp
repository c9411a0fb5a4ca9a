#include "kiosk/shell/idle.h"

#include <algorithm>

namespace foyer::kiosk {

void IdleWatch::touched() {
    since_ = clock_.ticks();
    resting_ = false;
}

std::int64_t IdleWatch::remaining() const {
    if (resting_) return limit_;
    return std::max<std::int64_t>(since_ + limit_ - clock_.ticks(), 0);
}

IdleWatch::Phase IdleWatch::phase() const {
    if (resting_) return Phase::resting;
    const std::int64_t left = remaining();
    if (left == 0) return Phase::over;
    return left <= asking_time ? Phase::asking : Phase::counting;
}

std::int64_t IdleWatch::next_change() const {
    const std::int64_t left = remaining();
    if (resting_ || left == 0) return INT64_MAX;
    // The phases change on whole seconds too, as long as the limit is one.
    return (left - 1) % 1000 + 1;
}

}  // namespace foyer::kiosk
