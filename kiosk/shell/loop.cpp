#include "kiosk/shell/loop.h"

#include <imgui.h>
#include <time.h>

#include <algorithm>

#include "kiosk/theme/ui.h"

namespace foyer::kiosk {

namespace {

/// Without a display that waits for its own refresh, moving things would take a whole core.
constexpr std::int64_t shortest_frame = 8;  // milliseconds
/// So much input is worked off before a frame is shown: a slow display must not delay taps.
constexpr int frames_before_showing = 8;

std::int64_t thread_cpu_microseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::int64_t(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

}  // namespace

void FrameStatistics::add_build(std::int64_t microseconds) {
    times_[built_++ % kept] = microseconds;
}

void FrameStatistics::add_shown(std::int64_t ticks) {
    if (!first_) first_ = ticks;
    ++drawn_;
}

std::int64_t FrameStatistics::build_time(double share) const {
    const std::size_t count = std::min<std::uint64_t>(built_, kept);
    if (count == 0) return 0;
    std::array<std::int64_t, kept> sorted = times_;
    const std::size_t place = std::min(std::size_t(share * double(count)), count - 1);
    std::nth_element(sorted.begin(), sorted.begin() + place, sorted.begin() + count);
    return sorted[place];
}

Loop::Loop(Surface& surface, InputQueue& input, Tasks& tasks, const Clock& clock, Build build,
           Pending pending)
    : surface_(surface),
      input_(input),
      tasks_(tasks),
      clock_(clock),
      build_(std::move(build)),
      pending_(std::move(pending)),
      due_(clock.ticks()) {}

std::int64_t Loop::wait_time(std::int64_t max_wait) const {
    if (awake_ > 0 || !input_.empty() || tasks_.has_results()) return 0;
    if (due_ == Motion::never) return max_wait;
    return std::clamp<std::int64_t>(due_ - clock_.ticks(), 0, max_wait);
}

bool Loop::step(std::int64_t max_wait) {
    surface_.wait(wait_time(max_wait));
    const bool delivered = tasks_.deliver() > 0;
    const bool damaged = surface_.take_damage();
    if (delivered || damaged || !input_.empty()) awake_ = frames_to_settle;
    const bool due = due_ != Motion::never && clock_.ticks() >= due_;
    if (awake_ == 0 && !due) return false;
    draw_frame();
    return true;
}

void Loop::draw_frame() {
    if (awake_ > 0) --awake_;
    const std::int64_t begun = clock_.ticks();
    std::int64_t next = Motion::never;
    for (int built = 0; built < frames_before_showing; ++built) {
        const std::int64_t before = thread_cpu_microseconds();
        next = build_();
        statistics_.add_build(thread_cpu_microseconds() - before);
        if (input_.empty()) break;
    }
    surface_.present(*ImGui::GetDrawData());
    statistics_.add_shown(clock_.ticks());
    moving_ = next == 0;
    due_ = next == Motion::never ? next : begun + std::max(next, shortest_frame);
}

bool Loop::settle(std::int64_t timeout) {
    const std::int64_t end = clock_.ticks() + timeout;
    for (;;) {
        step(std::min<std::int64_t>(10, timeout));
        const bool settled = awake_ == 0 && !moving_ && input_.empty() && tasks_.pending() == 0 &&
                             !tasks_.has_results() && pending_() == 0;
        if (settled) return true;
        if (clock_.ticks() > end) return false;
    }
}

void Loop::run() {
    constexpr std::int64_t longest_wait = 60'000;  // milliseconds
    while (!surface_.closing())
        step(longest_wait);
}

}  // namespace foyer::kiosk
