#include <doctest/doctest.h>

#include <cmath>

#include "kiosk/widgets/scroll.h"
#include "tests/kiosk/widgets/glass.h"

namespace foyer::kiosk {

namespace {

void show_list(Glass& glass, ScrollState& state, float content) {
    glass.page = [&state, content](Ui& ui) {
        ScrollArea area(ui, "list", {72, 300, 936, 1000}, state);
        area.finish(content);
    };
}

/// Where a list comes to rest that was pushed at a speed, drawn every so many milliseconds.
float rest_after_push(int milliseconds, int& frames) {
    Glass glass;
    ScrollState state;
    show_list(glass, state, 100'000);
    glass.frame();
    glass.frame();
    state.position = 1000;
    state.velocity = 3000;
    state.moved_at = glass.motion.now;
    for (frames = 0; state.velocity != 0 && frames < 2000; ++frames)
        glass.frame(milliseconds);
    return state.position;
}

}  // namespace

TEST_CASE("Inertia is a matter of seconds, not of frames") {
    int slow_frames = 0, fast_frames = 0;
    const float slow = rest_after_push(33, slow_frames);
    const float fast = rest_after_push(8, fast_frames);
    CHECK(slow > 1900);
    CHECK(std::abs(slow - fast) < 4);
    CHECK(fast_frames > 3 * slow_frames);
    CHECK(slow_frames * 33 < 2500);
}

TEST_CASE("A list at rest lets the loop sleep, a moving one keeps it awake") {
    Glass glass;
    ScrollState state;
    show_list(glass, state, 5000);
    glass.frame();
    CHECK(glass.frame() == Motion::never);
    state.velocity = 500;
    state.moved_at = glass.motion.now;
    CHECK(glass.frame() == 0);
    for (int i = 0; i < 300; ++i)
        glass.frame();
    CHECK(glass.frame() == Motion::never);
}

TEST_CASE("The ends of a list do not bounce") {
    Glass glass;
    ScrollState state;
    show_list(glass, state, 1400);
    glass.frame();
    glass.frame();
    state.velocity = 4000;
    state.moved_at = glass.motion.now;
    for (int i = 0; i < 100; ++i) {
        glass.frame();
        CHECK(state.position <= 400);
    }
    CHECK(state.position == 400);
    CHECK(state.velocity == 0);
}

TEST_CASE("A flick goes on after the finger, a finger that rests puts the list down") {
    Glass glass;
    ScrollState state;
    show_list(glass, state, 20'000);
    glass.frame();
    glass.touch(500, 1200);
    for (float y = 1200; y > 700; y -= 40) {
        glass.move(500, y);
        glass.frame();
    }
    SUBCASE("flick") {
        const float at = state.position;
        glass.lift();
        for (int i = 0; i < 200; ++i)
            glass.frame();
        CHECK(state.position > at + 300);
    }
    SUBCASE("rest") {
        for (int i = 0; i < 30; ++i)
            glass.frame();
        const float at = state.position;
        glass.lift();
        for (int i = 0; i < 50; ++i)
            glass.frame();
        CHECK(state.position == doctest::Approx(at).epsilon(0.01));
    }
}

TEST_CASE("A finger on a gliding list stops it") {
    Glass glass;
    ScrollState state;
    show_list(glass, state, 50'000);
    glass.frame();
    glass.frame();
    state.velocity = 4000;
    state.moved_at = glass.motion.now;
    glass.frame();
    glass.tap(500, 800);
    const float at = state.position;
    for (int i = 0; i < 50; ++i)
        glass.frame();
    CHECK(state.position == at);
}

TEST_CASE("Bringing something into view moves no more than it must") {
    ScrollState state;
    scroll_to(state, 500, 700, 100);
    CHECK(state.position == 300);
    scroll_to(state, 500, 350, 100);
    CHECK(state.position == 300);
    scroll_to(state, 500, 50, 100);
    CHECK(state.position == 50);
}

}  // namespace foyer::kiosk
