#include <doctest/doctest.h>

#include <cmath>
#include <fstream>

#include "kiosk/input/templates/character_frequency.h"
#include "kiosk/input/templates/skeleton.h"
#include "tests/shared/journal/records.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

/// Bars of ink, each from corner to corner.
struct Bar {
    int left, top, right, bottom;
};

Bitmap printed(const std::vector<Bar>& bars) {
    Bitmap bitmap{100, 100, std::vector<std::uint8_t>(100 * 100)};
    for (const Bar& bar : bars)
        for (int y = bar.top; y < bar.bottom; ++y)
            for (int x = bar.left; x < bar.right; ++x)
                bitmap.at(x, y) = 1;
    return bitmap;
}

bool runs(const InkStroke& stroke, InkPoint from, InkPoint to) {
    const auto near = [](InkPoint a, InkPoint b) { return std::hypot(a.x - b.x, a.y - b.y) < 8; };
    return near(stroke.front(), from) && near(stroke.back(), to);
}

}  // namespace

TEST_CASE("A cross is two strokes, drawn rightwards and downwards") {
    const auto strokes = pen_strokes(printed({{10, 47, 90, 53}, {47, 10, 53, 90}}));
    REQUIRE(strokes.size() == 2);
    const bool down_first = strokes[0].front().y < 30;
    CHECK(runs(strokes[down_first ? 1 : 0], {12, 50}, {88, 50}));
    CHECK(runs(strokes[down_first ? 0 : 1], {50, 12}, {50, 88}));
}

TEST_CASE("A bend is one stroke") {
    const auto strokes = pen_strokes(printed({{10, 10, 90, 16}, {84, 10, 90, 90}}));
    REQUIRE(strokes.size() == 1);
    CHECK(runs(strokes[0], {12, 13}, {87, 88}));
}

TEST_CASE("Every side of a box is drawn") {
    const auto strokes = pen_strokes(
        printed({{10, 10, 90, 16}, {10, 84, 90, 90}, {10, 10, 16, 90}, {84, 10, 90, 90}}));
    float length = 0;
    for (const InkStroke& stroke : strokes)
        for (std::size_t i = 1; i < stroke.size(); ++i)
            length += std::hypot(stroke[i].x - stroke[i - 1].x, stroke[i].y - stroke[i - 1].y);
    CHECK(length == doctest::Approx(4 * 74).epsilon(0.05));
}

TEST_CASE("Paper without ink has no strokes") {
    CHECK(pen_strokes(printed({})).empty());
    CHECK(pen_strokes({}).empty());
}

TEST_CASE("Counts of words become shares of characters") {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "words.txt";
    std::ofstream(file) << "# a list\nname: words\n的\tde\t30\n的\tdi\t10\n张\tzhang\t60\n"
                           "张三\tzhang san\t1000\n零\tling\t0\n";
    const CharacterFrequency frequency = read_character_frequency(file);
    REQUIRE(frequency.size() == 2);
    CHECK(frequency.at(U'的') == doctest::Approx(0.4));
    CHECK(frequency.at(U'张') == doctest::Approx(0.6));
    CHECK_THROWS_AS(read_character_frequency(folder.path() / "none.txt"), std::runtime_error);
}
