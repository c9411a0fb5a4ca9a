#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "tests/shared/journal/records.h"
#include "tests/simulation/long_run.h"
#include "tests/simulation/minimize.h"
#include "tests/simulation/runner.h"

using namespace foyer::simulation;

namespace {

namespace fs = std::filesystem;

const fs::path source = FOYER_SOURCE_DIR;

std::string text_in(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("a schedule can be written down and read back") {
    for (std::uint64_t seed = 1; seed < 50; ++seed) {
        const Schedule schedule = make_schedule(seed, true);
        const auto back = schedule_in(text_of(schedule));
        REQUIRE(back);
        CHECK(back->steps == schedule.steps);
        CHECK(back->beginning == schedule.beginning);
        CHECK(back->seed == schedule.seed);
    }
    CHECK(!schedule_in("begin nowhere 1\n"));
    CHECK(!schedule_in("begin met 1\nfly kiosk none 1\n"));
}

TEST_CASE("the same schedule leaves the same trace, whatever ran before it") {
    std::map<std::uint64_t, std::string> traces;
    {
        Theatre theatre(source / "assets");
        for (std::uint64_t seed = 1; seed < 9; ++seed) {
            const Outcome outcome = theatre.run(make_schedule(seed, false), true);
            CHECK(outcome.violation == "");
            traces[seed] = outcome.trace;
        }
        CHECK(theatre.run(make_schedule(3, false), true).trace == traces[3]);
    }
    Theatre other(source / "assets");
    for (const std::uint64_t seed : {8, 2, 5})
        CHECK(other.run(make_schedule(seed, false), true).trace == traces[seed]);
}

TEST_CASE("schedules that broke a promise once keep it now") {
    Theatre theatre(source / "assets");
    for (const auto& entry : fs::directory_iterator(source / "tests/simulation/found")) {
        INFO(entry.path().filename().string());
        const auto schedule = schedule_in(text_in(entry.path()));
        REQUIRE(schedule);
        CHECK(theatre.run(*schedule, false).violation == "");
    }
}

TEST_CASE("a run that was stopped goes on and comes to the same") {
    const foyer::test::TemporaryFolder folder;
    const fs::path kept = folder.path() / "tally";
    const Tally whole = run_schedules(source / "assets", 70, 24, 1, {});
    CHECK(run_in_parts(source / "assets", 70, 10, 1, {}, kept).schedules == 10);
    const Tally resumed = run_in_parts(source / "assets", 70, 24, 1, {}, kept);
    CHECK(resumed.schedules == 24);
    CHECK(resumed.trace_hash == whole.trace_hash);
    CHECK(resumed.coverage.lines() == whole.coverage.lines());
    CHECK(run_in_parts(source / "assets", 70, 24, 1, {}, kept).busy_seconds ==
          doctest::Approx(resumed.busy_seconds));
    // Of other seeds, and torn.
    CHECK_THROWS(run_in_parts(source / "assets", 71, 24, 1, {}, kept));
    fs::resize_file(kept, fs::file_size(kept) - 2);
    CHECK_THROWS(run_in_parts(source / "assets", 70, 24, 1, {}, kept));
}

TEST_CASE("a minimized schedule keeps what breaks the promise and nothing else") {
    Schedule schedule = make_schedule(7, true);
    const auto needs = [](const Schedule& candidate) {
        int rounds = 0, waits = 0;
        for (const Step& step : candidate.steps) {
            rounds += step.action == Action::round;
            waits += step.action == Action::wait;
        }
        return std::string(rounds >= 2 && waits >= 1 ? "broken" : "");
    };
    schedule.steps.push_back({Action::wait, 0, Fault::none, 1});
    REQUIRE(needs(schedule) == "broken");
    const Schedule least = minimized(schedule, needs);
    CHECK(least.steps.size() == 3);
    CHECK(needs(least) == "broken");
}
