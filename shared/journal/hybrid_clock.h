#pragma once

#include <cstdint>

#include "shared/journal/event.h"
#include "shared/world/clock.h"

namespace foyer {

/// Gives stamps that never go back, whatever the wall clock does, and that lie after every event
/// seen so far (a hybrid logical clock). A foreign stamp more than ten minutes ahead of the wall is
/// not followed: it would drag this kiosk into the future (design §3). One thread: the store's.
class HybridClock {
  public:
    HybridClock(const Clock& clock, WallTime last_wall, std::uint32_t last_counter)
        : clock_(&clock), wall_(last_wall), counter_(last_counter) {}

    /// The wall and counter for the next event.
    Stamp next();

    /// An event of another kiosk was taken in.
    void observe(const Stamp& stamp);

    /// Of the last stamp given or followed.
    WallTime wall() const { return wall_; }

    static constexpr WallTime furthest_ahead = 10 * one_minute;

  private:
    const Clock* clock_;
    WallTime wall_;
    std::uint32_t counter_;
};

}  // namespace foyer
