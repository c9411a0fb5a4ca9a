#pragma once

#include <vector>

#include "kiosk/input/handwriting.h"
#include "shared/world/random.h"

namespace foyer::kiosk {

/// Draws characters the way people do: never twice the same, some strokes in one go. The
/// matcher learns from it which differences between drawings mean nothing. The same drawings in
/// the same order for the same seed. One thread.
class Hand {
  public:
    explicit Hand(std::uint64_t seed) : random_(seed) {}

    /// `strokes` lie in the unit square and in the order of writing; `joining` is the share of
    /// strokes that the pen goes on from to the next without being lifted.
    std::vector<InkStroke> draw(const std::vector<InkStroke>& strokes, float joining);

  private:
    float even(float low, float high);
    /// Bell-shaped around 0, never beyond 3 deviations.
    float bell(float deviation);
    void warp(std::vector<InkStroke>& strokes);
    void move_strokes(std::vector<InkStroke>& strokes);
    std::vector<InkStroke> join(const std::vector<InkStroke>& strokes, float joining);

    SeededRandom random_;
};

}  // namespace foyer::kiosk
