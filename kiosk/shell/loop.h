#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>

#include "kiosk/shell/input_queue.h"
#include "kiosk/shell/surface.h"
#include "kiosk/shell/tasks.h"
#include "shared/world/clock.h"

namespace foyer::kiosk {

/// How much is drawn, and how long that takes.
class FrameStatistics {
  public:
    /// A frame was built in so much CPU time of the UI thread, microseconds.
    void add_build(std::int64_t microseconds);
    /// A frame was on the glass at `ticks`.
    void add_shown(std::int64_t ticks);

    std::uint64_t frames_drawn() const { return drawn_; }
    /// Clock::ticks() when the first frame was on the glass.
    std::optional<std::int64_t> first_frame() const { return first_; }
    /// Of the last 512 frames built: the time not exceeded by `share` of them (0.99),
    /// microseconds.
    std::int64_t build_time(double share) const;

  private:
    static constexpr std::size_t kept = 512;
    std::array<std::int64_t, kept> times_{};
    std::uint64_t built_ = 0, drawn_ = 0;
    std::optional<std::int64_t> first_;
};

/// Runs frames, and sleeps while nothing changes (design §2.4).
///
/// A frame is due when input waits, a background result came back, the window changed, or the time
/// asked for by the last frame has come. After each such cause three frames are drawn, so that what
/// one frame starts the next can finish. UI thread.
class Loop {
  public:
    /// Builds a frame and ends it (ImGui::Render); returns the milliseconds until the next is due:
    /// 0 while something moves, Motion::never when nothing will.
    using Build = std::function<std::int64_t()>;

    /// `pending` counts what settle() has to wait for beside tasks: pictures not yet shown.
    using Pending = std::function<std::size_t()>;

    Loop(Surface& surface, InputQueue& input, Tasks& tasks, const Clock& clock, Build build,
         Pending pending);

    /// Waits at most `max_wait` milliseconds for a cause, then draws a frame if there is one.
    /// Returns true if it drew.
    bool step(std::int64_t max_wait);

    /// Steps until nothing moves, no input waits and no task is under way. Returns false if that
    /// took longer than `timeout` milliseconds. Deadlines to come (a ticking ring) do not count.
    bool settle(std::int64_t timeout);

    /// Until the surface closes.
    void run();

    /// Something changed that only the caller knows of.
    void request_frames() { awake_ = frames_to_settle; }

    const FrameStatistics& statistics() const { return statistics_; }

  private:
    static constexpr int frames_to_settle = 3;
    std::int64_t wait_time(std::int64_t max_wait) const;
    void draw_frame();

    Surface& surface_;
    InputQueue& input_;
    Tasks& tasks_;
    const Clock& clock_;
    Build build_;
    Pending pending_;
    int awake_ = frames_to_settle;
    bool moving_ = false;  ///< the last frame wants another at once
    std::int64_t due_;     ///< ticks when the next frame is due by itself
    FrameStatistics statistics_;
};

}  // namespace foyer::kiosk
