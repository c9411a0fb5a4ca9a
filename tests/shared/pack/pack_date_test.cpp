#include <doctest/doctest.h>

#include "shared/text/date.h"

namespace foyer {
namespace {

TEST_CASE("A date and its day number are one to one, before and after 1970") {
    CHECK(Date{1970, 1, 1}.day_number() == 0);
    CHECK(Date{2026, 6, 13}.day_number() == 20617);
    CHECK(Date{1969, 12, 31}.day_number() == -1);
    for (std::int64_t day = -800; day < 40000; day += 37) {
        CHECK(Date::from_day_number(day).day_number() == day);
    }
}

TEST_CASE("A date reads only days the calendar has, in one form") {
    CHECK(Date::from_iso("2028-02-29") == Date{2028, 2, 29});
    CHECK(Date::from_iso("2028-02-29")->iso() == "2028-02-29");
    for (const char* wrong : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-6-1", "2026/06/01",
                              "+026-06-01", "2026-06-1a", "2026-06-010", ""}) {
        CAPTURE(wrong);
        CHECK_FALSE(Date::from_iso(wrong).has_value());
    }
}

TEST_CASE("Dates compare by the calendar") {
    CHECK(Date{2025, 12, 31} < Date{2026, 1, 1});
    CHECK(Date{2026, 6, 1} < Date{2026, 6, 2});
}

}  // namespace
}  // namespace foyer
