#include "shared/journal/hybrid_clock.h"

namespace foyer {

Stamp HybridClock::next() {
    const WallTime now = clock_->now();
    if (now > wall_) {
        wall_ = now;
        counter_ = 0;
    } else {
        ++counter_;
    }
    return Stamp{wall_, counter_, {}, 0};
}

void HybridClock::observe(const Stamp& stamp) {
    if (stamp.wall > clock_->now() + furthest_ahead) return;
    if (stamp.wall > wall_) {
        wall_ = stamp.wall;
        counter_ = stamp.counter;
    } else if (stamp.wall == wall_ && stamp.counter > counter_) {
        counter_ = stamp.counter;
    }
}

}  // namespace foyer
