#include "kiosk/flows/photo_swipe.h"

#include <doctest/doctest.h>

using namespace foyer::kiosk;

namespace {

constexpr float step = 1000;

/// Pushes a finger from `from` to `to` units within `milliseconds`, a frame each 16.
void push(PhotoSwipe& swipe, float from, float to, int milliseconds, std::int64_t now = 0) {
    swipe.take(from, now);
    for (int at = 16; at <= milliseconds; at += 16)
        swipe.push(from + (to - from) * float(at) / float(milliseconds), step, now + at);
}

int rest(PhotoSwipe& swipe, std::int64_t now) {
    std::int64_t until = now;
    while (swipe.advance(until += 16))
        REQUIRE(until < now + 1000);
    CHECK(swipe.position() == float(swipe.current()));
    return swipe.current();
}

}  // namespace

TEST_CASE("A picture follows the finger, and one pushed past the middle comes to rest") {
    PhotoSwipe swipe(5, 1);
    push(swipe, 800, 200, 960);
    CHECK(swipe.position() == doctest::Approx(1.6f));
    swipe.let_go(2000);
    CHECK(rest(swipe, 2000) == 2);
}

TEST_CASE("A short slow push goes back, a short quick one goes on") {
    PhotoSwipe slow(5, 1);
    push(slow, 500, 400, 960);
    slow.let_go(2000);
    CHECK(rest(slow, 2000) == 1);
    PhotoSwipe quick(5, 1);
    push(quick, 500, 300, 64);
    quick.let_go(64);
    CHECK(rest(quick, 64) == 2);
}

TEST_CASE("However hard it is pushed, the next picture is the furthest") {
    PhotoSwipe swipe(9, 4);
    push(swipe, 900, 100, 32);
    swipe.let_go(32);
    CHECK(rest(swipe, 32) == 5);
}

TEST_CASE("The first and the last give a little and come back") {
    PhotoSwipe swipe(3, 0);
    push(swipe, 0, 900, 160);
    CHECK(swipe.position() < 0);
    CHECK(swipe.position() > -0.2f);
    swipe.let_go(160);
    CHECK(rest(swipe, 160) == 0);
    swipe.turn(-1, 2000);
    CHECK(rest(swipe, 2000) == 0);
}

TEST_CASE("Buttons pressed quickly count each time") {
    PhotoSwipe swipe(5, 0);
    swipe.turn(1, 0);
    swipe.advance(16);
    swipe.turn(1, 20);
    CHECK(swipe.current() == 2);
    CHECK(rest(swipe, 20) == 2);
}
