#pragma once

#include <cstdint>

namespace foyer::kiosk {

/// Pictures that take turns on the attract loop (look "Motion"): each stands for eight seconds,
/// then the next fades in over it.
struct SlideMoment {
    static constexpr std::int64_t each = 8000;  ///< milliseconds
    static constexpr std::int64_t fade = 250;   ///< the beginning of each but the very first

    int shown = 0;     ///< index of the picture that stands, or fades in
    int leaving = -1;  ///< the one it covers while it fades in, else -1
    int coming = 0;    ///< the next one, to be made ready
    float share = 1;   ///< 0…1 of the time of the fade
    /// Milliseconds until anything changes: 0 while fading, INT64_MAX if there is only one.
    std::int64_t wait = 0;
};

/// What is seen `elapsed` milliseconds after the loop began, of `count` ≥ 1 pictures.
SlideMoment slide_at(std::int64_t elapsed, int count);

}  // namespace foyer::kiosk
