#include "kiosk/shell/idle.h"

#include <doctest/doctest.h>

using namespace foyer;
using namespace foyer::kiosk;
using Phase = IdleWatch::Phase;

TEST_CASE("nothing is counted while there is nobody to wait for") {
    ManualClock clock(0);
    IdleWatch idle(clock);
    clock.advance(one_hour);
    CHECK(idle.phase() == Phase::resting);
    CHECK(idle.seconds_left() == 30);
    CHECK(idle.next_change() == INT64_MAX);
}

TEST_CASE("thirty seconds count down, the last ten ask, then it is over") {
    ManualClock clock(0);
    IdleWatch idle(clock);
    idle.touched();
    CHECK(idle.phase() == Phase::counting);
    CHECK(idle.seconds_left() == 30);
    clock.advance(19'999);
    CHECK(idle.phase() == Phase::counting);
    CHECK(idle.seconds_left() == 11);
    clock.advance(1);
    CHECK(idle.phase() == Phase::asking);
    CHECK(idle.seconds_left() == 10);
    clock.advance(9'999);
    CHECK(idle.phase() == Phase::asking);
    CHECK(idle.seconds_left() == 1);
    clock.advance(1);
    CHECK(idle.phase() == Phase::over);
    CHECK(idle.seconds_left() == 0);
    CHECK(idle.next_change() == INT64_MAX);
}

TEST_CASE("a touch starts the countdown anew, also in the last ten seconds") {
    ManualClock clock(0);
    IdleWatch idle(clock);
    idle.touched();
    clock.advance(25'000);
    REQUIRE(idle.phase() == Phase::asking);
    idle.touched();
    CHECK(idle.phase() == Phase::counting);
    CHECK(idle.remaining() == 30'000);
}

TEST_CASE("the loop is woken exactly when the shown second changes") {
    ManualClock clock(0);
    IdleWatch idle(clock);
    idle.touched();
    CHECK(idle.next_change() == 1000);
    clock.advance(300);
    CHECK(idle.next_change() == 700);
    for (int second = 29; second >= 0; --second) {
        clock.advance(idle.next_change());
        CHECK(idle.seconds_left() == second);
    }
    CHECK(idle.phase() == Phase::over);
}

TEST_CASE("the staff area waits five minutes, and a longer limit applies at once") {
    ManualClock clock(0);
    IdleWatch idle(clock);
    idle.touched();
    clock.advance(25'000);
    idle.set_limit(5 * one_minute);
    CHECK(idle.phase() == Phase::counting);
    CHECK(idle.remaining() == 275'000);
}

TEST_CASE("someone who sets the wall clock does not end anyone's visit") {
    ManualClock clock(0);
    IdleWatch idle(clock);
    idle.touched();
    clock.set(one_day);
    CHECK(idle.seconds_left() == 30);
}
