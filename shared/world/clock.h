#pragma once

#include <atomic>
#include <cstdint>

namespace foyer {

/// Milliseconds since 1970-01-01T00:00Z, by the wall.
using WallTime = std::int64_t;

constexpr WallTime one_second = 1000;
constexpr WallTime one_minute = 60 * one_second;
constexpr WallTime one_hour = 60 * one_minute;
constexpr WallTime one_day = 24 * one_hour;

/// Where time comes from. A seam: tests and the simulator hold their own (design §2.6).
/// All members may be called from any thread.
class Clock {
  public:
    virtual ~Clock() = default;

    /// The time people read off the wall. May jump, when somebody sets it.
    virtual WallTime now() const = 0;

    /// Milliseconds since some fixed moment; never goes back. For waits and animation.
    virtual std::int64_t ticks() const = 0;
};

/// The machine's own clocks.
class SystemClock : public Clock {
  public:
    WallTime now() const override;
    std::int64_t ticks() const override;
};

/// The machine's clock moved by a constant, so that it read `start` when this object was made.
/// The demonstration lives on a day its pack knows about.
class ShiftedClock : public Clock {
  public:
    explicit ShiftedClock(WallTime start);
    WallTime now() const override;
    std::int64_t ticks() const override;

  private:
    SystemClock system_;
    WallTime shift_;
};

/// A clock that moves only when told to.
class ManualClock : public Clock {
  public:
    explicit ManualClock(WallTime start) : now_(start) {}
    WallTime now() const override { return now_; }
    std::int64_t ticks() const override { return ticks_; }

    /// Lets time pass: both the wall and the ticks move on.
    void advance(WallTime milliseconds) {
        now_ += milliseconds;
        ticks_ += milliseconds;
    }
    /// Somebody sets the wall clock; no time passes.
    void set(WallTime now) { now_ = now; }

  private:
    std::atomic<WallTime> now_;
    std::atomic<std::int64_t> ticks_{0};
};

}  // namespace foyer
