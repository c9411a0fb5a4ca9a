#include "kiosk/flows/photo_swipe.h"

#include <algorithm>
#include <cmath>

namespace foyer::kiosk {
namespace {

constexpr float rest_seconds = 0.25f;   // from letting go to rest (look "Motion")
constexpr float carry_seconds = 0.18f;  // how far a flick carries
constexpr float past_the_end = 0.12f;   // how far the first and the last give

}  // namespace

PhotoSwipe::PhotoSwipe(int count, int first)
    : last_(std::max(0, count - 1)),
      position_(float(std::clamp(first, 0, last_))),
      target_(std::clamp(first, 0, last_)) {}

void PhotoSwipe::take(float x, std::int64_t now) {
    held_ = true;
    running_ = false;
    grip_ = x;
    from_ = position_;
    target_ = std::clamp(int(std::lround(position_)), 0, last_);
    speed_ = 0;
    moved_at_ = now;
}

void PhotoSwipe::push(float x, float step, std::int64_t now) {
    if (!held_ || step <= 0) return;
    const float before = position_;
    position_ = std::clamp(from_ + (grip_ - x) / step, -past_the_end, float(last_) + past_the_end);
    const float seconds = float(now - moved_at_) / 1000;
    if (seconds <= 0) return;
    // The speed of the last twentieth of a second counts, however many frames it was drawn in.
    const float weight = 1 - std::exp(-seconds / 0.05f);
    speed_ += ((position_ - before) / seconds - speed_) * weight;
    moved_at_ = now;
}

void PhotoSwipe::let_go(std::int64_t now) {
    if (!held_) return;
    held_ = false;
    if (now - moved_at_ > 100) speed_ = 0;  // the finger had come to rest
    const int wanted = int(std::lround(position_ + speed_ * carry_seconds));
    run_to(std::clamp(wanted, target_ - 1, target_ + 1), now);
}

void PhotoSwipe::turn(int by, std::int64_t now) {
    held_ = false;
    run_to(target_ + by, now);
}

void PhotoSwipe::run_to(int target, std::int64_t now) {
    target_ = std::clamp(target, 0, last_);
    from_ = position_;
    let_go_at_ = now;
    running_ = true;
}

bool PhotoSwipe::advance(std::int64_t now) {
    if (!running_) return false;
    const float share = std::clamp(float(now - let_go_at_) / 1000 / rest_seconds, 0.0f, 1.0f);
    const float left = (1 - share) * (1 - share) * (1 - share);
    position_ = float(target_) + (from_ - float(target_)) * left;
    running_ = share < 1;
    return running_;
}

int PhotoSwipe::current() const {
    return held_ ? std::clamp(int(std::lround(position_)), 0, last_) : target_;
}

}  // namespace foyer::kiosk
