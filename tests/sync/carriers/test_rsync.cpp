#include <doctest/doctest.h>

#include <cstdlib>

#include "tests/sync/carriers/program.h"
#include "tests/sync/carriers/two_sides.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::test;
using foyer::sync::SyncHealth;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

/// The script of sync/carriers, as people are told to run it.
struct Rsync {
    explicit Rsync(const TwoSides& sides)
        : words{std::string(FOYER_SOURCE_DIR) + "/sync/carriers/rsync-carry",
                sides.kiosk_folder().string(), sides.headquarters_folder().string(),
                TwoSides::name},
          log(sides.log()) {
        REQUIRE_MESSAGE(has_program("rsync"), "rsync is missing: run .setup/install test");
        ::unsetenv("RSYNC_MORE");
    }
    int run() const { return run_program(words, log); }
    /// Runs it at so many kilobytes a second and kills all of it in the middle of a file that goes
    /// to `folder`.
    bool kill_in_the_middle(const fs::path& folder, int speed) const {
        ::setenv("RSYNC_MORE", ("--bwlimit=" + std::to_string(speed)).c_str(), 1);
        Program rsync(words, log);
        ::unsetenv("RSYNC_MORE");
        const bool begun = wait_until([&] { return unfinished(folder) > 0; }, 5s);
        rsync.kill();
        return begun && unfinished(folder) > 0;
    }
    /// rsync's temporary files: `.name.XXXXXX`.
    static int unfinished(const fs::path& folder) {
        int count = 0;
        std::error_code gone;
        for (const auto& entry : fs::directory_iterator(folder, gone))
            count += entry.is_regular_file(gone) && entry.path().filename().string()[0] == '.';
        return count;
    }

    std::vector<std::string> words;
    fs::path log;
};

}  // namespace

TEST_CASE("rsync killed in the middle of a file in either direction loses and doubles nothing") {
    TwoSides sides(TwoSides::Folders::apart, TwoSides::Pictures::a_pack);
    const Rsync rsync(sides);
    sides.register_visitors(150);
    sides.kiosk_round();
    const fs::path up = sides.headquarters_folder() / sides.up();
    REQUIRE(rsync.kill_in_the_middle(up, 8));
    const auto arrived = files_below(up);
    const auto written = files_below(sides.kiosk_folder() / sides.up());
    for (const auto& [name, bytes] : arrived)
        CHECK(written.at(name) == bytes);
    CHECK(arrived.size() < written.size());
    CHECK(sides.headquarters_round().problems.empty());

    const fs::path pictures = sides.kiosk_folder() / "blobs";
    REQUIRE(rsync.kill_in_the_middle(pictures, 100));
    const auto published = files_below(sides.headquarters_folder() / "blobs");
    for (const auto& [name, bytes] : files_below(pictures))
        CHECK(published.at(name) == bytes);
    sides.headquarters_round();
    CHECK(sides.kiosk_round().pack_version.empty());
    CHECK(sides.settle([&] { CHECK(rsync.run() == 0); }));
    sides.check_nothing_lost_or_doubled();
    // What a killed rsync leaves behind is nobody's: Foyer neither reads nor removes it.
    CHECK(Rsync::unfinished(up) == 1);
    CHECK(Rsync::unfinished(pictures) == 1);
}

TEST_CASE("rsync removes on the other side what its writer has removed, and nothing else") {
    TwoSides sides(TwoSides::Folders::apart, TwoSides::Pictures::a_pack);
    const Rsync rsync(sides);
    sides.register_visitors(3);
    CHECK(sides.settle([&] { CHECK(rsync.run() == 0); }));
    REQUIRE(rsync.run() == 0);
    for (const fs::path& place : {sides.up(), sides.down(), fs::path("all"), fs::path("blobs")}) {
        const fs::path here = sides.kiosk_folder() / place;
        const fs::path there = sides.headquarters_folder() / place;
        CHECK(files_below(here) == files_below(there));
    }
    CHECK(!files_below(sides.kiosk_folder() / "blobs").empty());
}

TEST_CASE("rsync between a folder and an empty or foreign one touches nothing") {
    TwoSides sides;
    const Rsync rsync(sides);
    sides.register_visitors(3);
    REQUIRE(rsync.run() == 0);
    sides.kiosk_round();
    const auto before = files_below(sides.headquarters_folder());
    const fs::path away = sides.path() / "unmounted";
    fs::rename(sides.kiosk_folder(), away);
    CHECK(rsync.run() != 0);
    fs::create_directory(sides.kiosk_folder());
    CHECK(rsync.run() != 0);
    const TwoSides stranger;
    write_file(sides.kiosk_folder() / "root.json",
               read_file(stranger.headquarters_folder() / "root.json"));
    CHECK(rsync.run() == 1);
    CHECK(files_below(sides.headquarters_folder()) == before);
    CHECK(sides.kiosk_round().health == SyncHealth::folder_refused);

    fs::remove_all(sides.kiosk_folder());
    fs::rename(away, sides.kiosk_folder());
    CHECK(sides.settle([&] { CHECK(rsync.run() == 0); }));
    sides.check_nothing_lost_or_doubled();
}

TEST_CASE("an rsync --delete from an empty folder, which nobody should run, loses nothing either") {
    TwoSides sides;
    const Rsync rsync(sides);
    sides.register_visitors(3);
    sides.kiosk_round();
    REQUIRE(rsync.run() == 0);
    sides.register_visitors(3);
    const fs::path empty = sides.path() / "empty";
    fs::create_directory(empty);
    for (const fs::path& target : {sides.headquarters_folder() / "up", sides.kiosk_folder()}) {
        const std::vector<std::string> mistake = {"rsync", "-rt", "--delete", empty.string() + "/",
                                                  target.string() + "/"};
        REQUIRE(run_program(mistake, sides.log()) == 0);
    }
    CHECK(fs::is_empty(sides.kiosk_folder()));
    CHECK(sides.kiosk_round().health == SyncHealth::folder_missing);
    CHECK(sides.headquarters_round().files == 0);
    fs::copy(sides.headquarters_folder() / "root.json", sides.kiosk_folder());
    CHECK(sides.settle([&] { CHECK(rsync.run() == 0); }));
    sides.check_nothing_lost_or_doubled();
}
