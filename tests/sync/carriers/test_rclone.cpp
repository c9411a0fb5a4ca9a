#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "tests/sync/carriers/program.h"
#include "tests/sync/carriers/two_sides.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::test;
using foyer::sync::SyncHealth;
using foyer::sync::SyncProblem;
using foyer::sync::SyncProblemKind;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

/// The script of sync/carriers, as people are told to run it.
struct Rclone {
    explicit Rclone(const TwoSides& sides)
        : script(std::string(FOYER_SOURCE_DIR) + "/sync/carriers/rclone-carry"),
          folders{sides.kiosk_folder().string(), sides.headquarters_folder().string(),
                  TwoSides::name},
          log(sides.log()) {
        REQUIRE_MESSAGE(has_program("rclone"), "rclone is missing: run .setup/install test");
        // Not the settings of whoever runs the tests.
        ::setenv("RCLONE_CONFIG", "", 1);
        ::unsetenv("RCLONE_MORE");
    }
    int run() const { return run_program(words(false), log); }
    int clean() const { return run_program(words(true), log); }
    /// Runs it slowly and kills all of it in the middle of a file that goes to `folder`. Nothing if
    /// there was no middle to be met with.
    std::optional<fs::path> tear(const fs::path& folder, const fs::path& from) const {
        ::setenv("RCLONE_MORE", "--bwlimit 8k --transfers 1 --buffer-size 0", 1);
        Program rclone(words(false), log);
        ::unsetenv("RCLONE_MORE");
        std::optional<fs::path> torn;
        wait_until([&] { return (torn = torn_in(folder, from)).has_value(); }, 5s);
        rclone.kill();
        return torn_in(folder, from);
    }
    static std::optional<fs::path> torn_in(const fs::path& folder, const fs::path& from) {
        std::error_code gone;
        for (const auto& entry : fs::directory_iterator(folder, gone)) {
            const fs::path whole = from / entry.path().filename();
            if (fs::file_size(entry.path(), gone) < fs::file_size(whole, gone)) return entry.path();
        }
        return std::nullopt;
    }

    std::vector<std::string> words(bool cleaning) const {
        std::vector<std::string> words = {script};
        if (cleaning) words.push_back("--clean");
        words.insert(words.end(), folders.begin(), folders.end());
        return words;
    }
    std::string script;
    std::vector<std::string> folders;
    fs::path log;
};

bool has_problem(const std::vector<SyncProblem>& problems, SyncProblemKind kind) {
    return std::any_of(problems.begin(), problems.end(),
                       [&](const SyncProblem& problem) { return problem.kind == kind; });
}

}  // namespace

TEST_CASE(
    "a file torn by a killed rclone is refused, copied again by the next run, and counted once") {
    TwoSides sides;
    const Rclone rclone(sides);
    REQUIRE(rclone.run() == 0);
    sides.register_visitors(150);
    sides.kiosk_round();
    const fs::path up = sides.headquarters_folder() / sides.up();
    REQUIRE(rclone.tear(up, sides.kiosk_folder() / sides.up()));
    CHECK(has_problem(sides.headquarters_round().problems, SyncProblemKind::torn));
    REQUIRE(rclone.run() == 0);
    CHECK(sides.headquarters_round().problems.empty());

    const fs::path down = sides.kiosk_folder() / sides.down();
    REQUIRE(rclone.tear(down, sides.headquarters_folder() / sides.down()));
    CHECK(has_problem(sides.kiosk_round().problems, SyncProblemKind::torn));
    CHECK(sides.settle([&] { CHECK(rclone.run() == 0); }));
    sides.check_nothing_lost_or_doubled();
}

TEST_CASE(
    "rclone's copies keep what is done until they are cleaned, and cleaning leaves the rest") {
    TwoSides sides(TwoSides::Folders::apart, TwoSides::Pictures::a_pack);
    const Rclone rclone(sides);
    sides.register_visitors(3);
    CHECK(sides.settle([&] { CHECK(rclone.run() == 0); }));
    const fs::path here = sides.kiosk_folder() / sides.up();
    const fs::path there = sides.headquarters_folder() / sides.up();
    const auto kept = files_below(here), copied = files_below(there);
    const bool done_is_copied = std::any_of(copied.begin(), copied.end(), [&](const auto& file) {
        return kept.count(file.first) == 0;
    });
    CHECK(done_is_copied);
    sides.register_visitors(1);
    sides.kiosk_round();
    REQUIRE(rclone.clean() == 0);
    CHECK(files_below(there) == files_below(here));
    CHECK(!files_below(sides.kiosk_folder() / "blobs").empty());
    CHECK(sides.settle([&] { CHECK(rclone.run() == 0); }));
    sides.check_nothing_lost_or_doubled();
}

TEST_CASE("rclone between a folder and an empty one touches nothing, cleaning or not") {
    TwoSides sides;
    const Rclone rclone(sides);
    sides.register_visitors(3);
    REQUIRE(rclone.run() == 0);
    sides.kiosk_round();
    const fs::path away = sides.path() / "unmounted";
    for (const fs::path& folder : {sides.kiosk_folder(), sides.headquarters_folder()}) {
        const fs::path& other =
            folder == sides.kiosk_folder() ? sides.headquarters_folder() : sides.kiosk_folder();
        const auto before = files_below(other);
        fs::rename(folder, away);
        fs::create_directory(folder);
        CHECK(rclone.run() != 0);
        CHECK(rclone.clean() != 0);
        CHECK(files_below(other) == before);
        CHECK(fs::is_empty(folder));
        fs::remove(folder);
        fs::rename(away, folder);
    }
    CHECK(sides.settle([&] { CHECK(rclone.run() == 0); }));
    sides.check_nothing_lost_or_doubled();
}

TEST_CASE("an rclone sync from an empty folder, which nobody should run, loses nothing either") {
    TwoSides sides;
    const Rclone rclone(sides);
    sides.register_visitors(3);
    sides.kiosk_round();
    REQUIRE(rclone.run() == 0);
    const fs::path empty = sides.path() / "empty";
    fs::create_directory(empty);
    for (const fs::path& target : {sides.headquarters_folder() / "up", sides.kiosk_folder()}) {
        REQUIRE(run_program({"rclone", "sync", empty.string(), target.string()}, sides.log()) == 0);
    }
    CHECK(sides.kiosk_round().health == SyncHealth::folder_missing);
    CHECK(sides.headquarters_round().files == 0);
    fs::create_directories(sides.kiosk_folder());
    fs::copy(sides.headquarters_folder() / "root.json", sides.kiosk_folder());
    CHECK(sides.settle([&] { CHECK(rclone.run() == 0); }));
    sides.check_nothing_lost_or_doubled();
}
