#pragma once

#include <cstdint>

#include "shared/world/clock.h"

namespace foyer::kiosk {

/// Watches for visitors who have walked away (design §6, look "Idle"): counts down visibly, asks
/// "are you still there?" for the last ten seconds, then says that it is time to forget them. Pure
/// logic. UI thread.
class IdleWatch {
  public:
    static constexpr std::int64_t usual_limit = 30'000;
    static constexpr std::int64_t asking_time = 10'000;

    enum class Phase {
        resting,   ///< nobody to wait for
        counting,  ///< the ring runs
        asking,    ///< the last ten seconds
        over,      ///< until touched() or rest()
    };

    explicit IdleWatch(const Clock& clock) : clock_(clock), since_(clock.ticks()) {}

    /// Somebody is there: starts anew. Leaves Phase::resting as well.
    void touched();
    /// Nobody to wait for from now on.
    void rest() { resting_ = true; }
    /// Milliseconds of the whole countdown; the time passed counts on.
    void set_limit(std::int64_t milliseconds) { limit_ = milliseconds; }

    Phase phase() const;
    std::int64_t limit() const { return limit_; }
    /// Milliseconds left; the whole limit while resting.
    std::int64_t remaining() const;
    /// Whole seconds left, as a ring shows them: 30 … 1, and 0 when it is over.
    int seconds_left() const { return int((remaining() + 999) / 1000); }
    /// Milliseconds until seconds_left() or phase() changes; INT64_MAX when neither will.
    std::int64_t next_change() const;

  private:
    const Clock& clock_;
    std::int64_t since_;
    std::int64_t limit_ = usual_limit;
    bool resting_ = true;
};

}  // namespace foyer::kiosk
