#include "kiosk/input/ink_lines.h"

#include <doctest/doctest.h>

#include <string>

using namespace foyer::kiosk;

TEST_CASE("A drawn character is read from a line") {
    const auto strokes = ink_of_line("100,200 110.5,-3|7,8\t 9,10 \r");
    REQUIRE(strokes);
    REQUIRE(strokes->size() == 2);
    CHECK((*strokes)[0].size() == 2);
    CHECK((*strokes)[0][1].x == 110.5f);
    CHECK((*strokes)[0][1].y == -3);
    CHECK((*strokes)[1].size() == 2);
}

TEST_CASE("A line that is no drawing is refused") {
    for (const std::string line : {"", " ", "|", "1,2|", "1,2||3,4", "1", "1,", ",1", "1,2,3",
                                   "1;2", "a,b", "1,2 x", "张"}) {
        CAPTURE(line);
        CHECK_FALSE(ink_of_line(line));
    }
}
