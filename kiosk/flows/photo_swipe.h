#pragma once

#include <cstdint>

namespace foyer::kiosk {

/// Pictures side by side, pushed by a finger: let go, they run on a little and come to rest with
/// one in the middle, at most one further than where the finger came down. Motion is a function of
/// time, not of frames. Times are Clock::ticks().
class PhotoSwipe {
  public:
    PhotoSwipe(int count, int first);

    /// The finger came down at `x`.
    void take(float x, std::int64_t now);
    /// It is at `x` now; pictures are `step` units apart.
    void push(float x, float step, std::int64_t now);
    void let_go(std::int64_t now);
    /// As the buttons do: one on or one back.
    void turn(int by, std::int64_t now);
    /// Moves towards rest. True while there is more to come.
    bool advance(std::int64_t now);

    /// In pictures: 1.5 is half way between the second and the third.
    float position() const { return position_; }
    /// The one nearest to the middle, or about to be.
    int current() const;

  private:
    void run_to(int target, std::int64_t now);

    const int last_;
    float position_;
    int target_;
    bool held_ = false, running_ = false;
    float grip_ = 0, from_ = 0;
    float speed_ = 0;  ///< pictures a second
    std::int64_t moved_at_ = 0, let_go_at_ = 0;
};

}  // namespace foyer::kiosk
