#include "kiosk/input/handwriting.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <thread>

#include "tests/kiosk/input/ink_samples.h"
#include "tests/kiosk/input/written_ink.h"

using namespace foyer;
using namespace foyer::kiosk;
using namespace foyer::kiosk::test;

namespace {

const Handwriting& handwriting() {
    static const Handwriting shared(FOYER_HANDWRITING_TEMPLATES);
    return shared;
}

bool offers(const std::vector<std::string>& candidates, const std::string& character) {
    return std::find(candidates.begin(), candidates.end(), character) != candidates.end();
}

struct Score {
    int first = 0, top_ten = 0, of = 0;
    int first_percent() const { return 100 * first / of; }
    int top_ten_percent() const { return 100 * top_ten / of; }
};

Score score(const std::vector<InkSample>& samples, Writing writing, InkQuery query) {
    SeededRandom random(2026);
    Score score;
    for (const InkSample& sample : samples) {
        query.strokes = written(sample.medians, writing, random);
        const std::vector<std::string> candidates = handwriting().recognise(query);
        score.first += !candidates.empty() && candidates[0] == sample.character;
        score.top_ten += offers(candidates, sample.character);
        ++score.of;
    }
    return score;
}

/// How many in a hundred must be found. Raise them when the matcher gets better.
struct Floor {
    Writing writing;
    const char* name;
    int simplified_first, simplified_top_ten, traditional_first, traditional_top_ten;
};
constexpr Floor floors[] = {
    {Writing::clean, "clean", 97, 100, 95, 100},
    {Writing::jittered, "jittered", 96, 99, 93, 98},
    {Writing::swapped, "two strokes swapped", 96, 99, 93, 98},
    {Writing::joined, "a third joined", 93, 99, 88, 98},
    {Writing::reversed, "last stroke first", 96, 99, 93, 98},
    {Writing::slanted, "slanted", 95, 99, 90, 98},
    {Writing::half_size, "half size", 96, 99, 93, 98},
    {Writing::drawn_backwards, "strokes drawn backwards", 96, 99, 93, 98},
};

std::vector<InkStroke> medians_of(const std::string& character) {
    static const std::vector<InkSample> samples = ink_samples(Script::simplified);
    for (const InkSample& sample : samples)
        if (sample.character == character) return sample.medians;
    FAIL("no sample of " << character);
    return {};
}

/// A part of a character: where it stands in a square of 10 by 10.
struct Part {
    std::string character;
    float left, top, width, height;
};

std::vector<InkStroke> put_together(const std::vector<Part>& parts) {
    std::vector<InkStroke> all;
    for (const Part& part : parts) {
        for (InkStroke stroke : medians_of(part.character)) {
            for (InkPoint& p : stroke)
                p = {part.left + p.x / box_size * part.width,
                     part.top + p.y / box_size * part.height};
            all.push_back(stroke);
        }
    }
    return all;
}

}  // namespace

TEST_CASE("Characters are recognised however unsteadily and in whatever order they are drawn") {
    const std::vector<InkSample> simplified = ink_samples(Script::simplified);
    const std::vector<InkSample> traditional = ink_samples(Script::traditional);
    for (const Floor& floor : floors) {
        CAPTURE(floor.name);
        const Score here = score(simplified, floor.writing, {});
        CHECK(here.first_percent() >= floor.simplified_first);
        CHECK(here.top_ten_percent() >= floor.simplified_top_ten);
        const Score there = score(traditional, floor.writing, {.script = Script::traditional});
        CHECK(there.first_percent() >= floor.traditional_first);
        CHECK(there.top_ten_percent() >= floor.traditional_top_ten);
    }
}

TEST_CASE("A script goes first but never hides the other") {
    const Score foreign = score(ink_samples(Script::traditional), Writing::jittered, {});
    CHECK(foreign.top_ten_percent() >= 90);
    const InkQuery simplified{.strokes = medians_of("张"), .script = Script::traditional};
    CHECK(offers(handwriting().recognise(simplified), "张"));
    const InkQuery traditional{.strokes = medians_of("張"), .script = Script::simplified};
    CHECK(offers(handwriting().recognise(traditional), "張"));
}

TEST_CASE("In a name characters of names are believed more readily") {
    const std::vector<InkSample> of_names = ink_samples(Script::traditional);
    const InkQuery text{.script = Script::traditional};
    const InkQuery name{.script = Script::traditional, .name = true};
    const Score as_text = score(of_names, Writing::joined, text);
    const Score as_name = score(of_names, Writing::joined, name);
    CHECK(as_name.first >= as_text.first);
    CHECK(as_name.top_ten >= as_text.top_ten);
}

TEST_CASE("Rare characters of names can be drawn") {
    const std::vector<std::pair<std::string, std::vector<Part>>> rare = {
        {"䶮", {{"龙", 1, 0, 8, 5}, {"天", 1, 5, 8, 5}}},
        {"𬱖", {{"由", 0, 1, 4.5, 8}, {"页", 4.5, 0, 5.5, 10}}},
        {"翀", {{"羽", 0, 0, 5, 10}, {"中", 5, 0, 5, 10}}},
        {"㛃", {{"丰", 0, 0, 5, 5}, {"刀", 5, 0, 5, 5}, {"女", 0, 5, 10, 5}}},
        {"燚", {{"火", 0, 0, 5, 5}, {"火", 5, 0, 5, 5}, {"火", 0, 5, 5, 5}, {"火", 5, 5, 5, 5}}},
        {"犇", {{"牛", 2.5, 0, 5, 5}, {"牛", 0, 5, 5, 5}, {"牛", 5, 5, 5, 5}}},
        {"喆", {{"喆", 0, 0, 10, 10}}},
        {"堃", {{"堃", 0, 0, 10, 10}}},
        {"婧", {{"婧", 0, 0, 10, 10}}},
        {"彧", {{"彧", 0, 0, 10, 10}}},
    };
    for (const auto& [character, parts] : rare) {
        CAPTURE(character);
        CHECK(offers(handwriting().recognise({.strokes = put_together(parts), .name = true}),
                     character));
    }
}

TEST_CASE("What is no drawing of a character is answered quickly and without harm") {
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float infinite = std::numeric_limits<float>::infinity();
    CHECK(handwriting().recognise({}).empty());
    CHECK(handwriting().recognise({.strokes = {{}, {}}}).empty());
    CHECK(handwriting()
              .recognise({.strokes = {{{nan, 1}, {1, infinite}, {-infinite, nan}}}})
              .empty());
    CHECK(handwriting().recognise({.strokes = {{{1, 1}, {9, 1}}}, .limit = 0}).empty());

    InkStroke scribble, dots;
    SeededRandom random(1);
    for (int i = 0; i < 100'000; ++i)
        scribble.push_back({float(random.next() % 1024), float(random.next() % 1024)});
    for (int i = 0; i < 1000; ++i)
        dots.push_back({500, 500});
    const std::vector<std::vector<InkStroke>> drawings = {
        {{{3, 4}}},
        {dots},
        {scribble},
        std::vector<InkStroke>(1000, {{0, 0}, {1000, 1000}}),
        std::vector<InkStroke>(100'000, {{1, 2}}),
        {{{3e38f, -3e38f}, {1, 1}, {2, 5}}},
        {{{0, 0}, {1e-38f, 1e-38f}}},
    };
    for (const std::vector<InkStroke>& strokes : drawings) {
        const auto start = std::chrono::steady_clock::now();
        const auto candidates = handwriting().recognise({.strokes = strokes, .limit = 7});
        CHECK(candidates.size() == 7);
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(500));
    }
}

TEST_CASE("As many characters as asked for are offered, each once") {
    const std::vector<InkStroke> drawn = medians_of("国");
    for (const std::size_t limit : {1, 10, 300}) {
        auto candidates = handwriting().recognise({.strokes = drawn, .limit = limit});
        CHECK(candidates.size() == limit);
        std::sort(candidates.begin(), candidates.end());
        CHECK(std::unique(candidates.begin(), candidates.end()) == candidates.end());
    }
    const auto all = handwriting().recognise({.strokes = drawn, .limit = 1'000'000});
    CHECK(all.size() > 20'000);
    CHECK(offers(all, "張"));
}

TEST_CASE("Several threads get the answers that one gets") {
    const std::vector<InkSample> samples = ink_samples(Script::traditional);
    const auto ask = [&samples] {
        std::vector<std::vector<std::string>> answers;
        for (const InkSample& sample : samples)
            answers.push_back(handwriting().recognise({.strokes = sample.medians}));
        return answers;
    };
    const auto expected = ask();
    std::vector<std::vector<std::string>> others[3];
    std::vector<std::thread> threads;
    for (auto& other : others)
        threads.emplace_back([&other, &ask] { other = ask(); });
    for (std::thread& thread : threads)
        thread.join();
    for (const auto& other : others)
        CHECK(other == expected);
}
