#include "shared/world/clock.h"

#include <chrono>

namespace foyer {

WallTime SystemClock::now() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::int64_t SystemClock::ticks() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

ShiftedClock::ShiftedClock(WallTime start) : shift_(start - system_.now()) {}

WallTime ShiftedClock::now() const {
    return system_.now() + shift_;
}

std::int64_t ShiftedClock::ticks() const {
    return system_.ticks();
}

}  // namespace foyer
