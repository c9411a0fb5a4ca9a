#include "kiosk/flows/slide_show.h"

#include <doctest/doctest.h>

namespace foyer::kiosk {

TEST_CASE("each picture stands eight seconds, and the loop begins anew after the last") {
    CHECK(slide_at(0, 3).shown == 0);
    CHECK(slide_at(7999, 3).shown == 0);
    CHECK(slide_at(8000, 3).shown == 1);
    CHECK(slide_at(16000, 3).shown == 2);
    CHECK(slide_at(24000, 3).shown == 0);
    CHECK(slide_at(16000, 3).coming == 0);
}

TEST_CASE("a picture fades in over the one before and then nothing moves until the next") {
    const SlideMoment begins = slide_at(8000, 3);
    CHECK(begins.leaving == 0);
    CHECK(begins.share == 0);
    CHECK(begins.wait == 0);
    CHECK(slide_at(8125, 3).share == doctest::Approx(0.5));
    const SlideMoment stands = slide_at(8250, 3);
    CHECK(stands.leaving == -1);
    CHECK(stands.share == 1);
    CHECK(stands.wait == 7750);
}

TEST_CASE("the very first picture stands at once") {
    const SlideMoment first = slide_at(0, 3);
    CHECK(first.leaving == -1);
    CHECK(first.share == 1);
    CHECK(first.wait == 8000);
}

TEST_CASE("a single picture never changes and wakes nobody") {
    const SlideMoment only = slide_at(8100, 1);
    CHECK(only.shown == 0);
    CHECK(only.leaving == -1);
    CHECK(only.wait == INT64_MAX);
}

}  // namespace foyer::kiosk
