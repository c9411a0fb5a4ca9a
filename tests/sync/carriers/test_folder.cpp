#include <doctest/doctest.h>

#include <thread>

#include "tests/sync/carriers/program.h"
#include "tests/sync/carriers/two_sides.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::test;
using foyer::sync::SyncHealth;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr int interruptions = 10;

void carry_nothing() {}

std::vector<std::string> round_of_headquarters(const TwoSides& sides) {
    return sides.foyer_hq({"run", "--once", "--clock", "2026-06-13T12:00+08:00"});
}

}  // namespace

TEST_CASE(
    "a shared folder: foyer-hq killed at any moment of its rounds loses and doubles nothing") {
    TwoSides sides(TwoSides::Folders::shared);
    SeededRandom random(4);
    int killed = 0;
    for (int round = 0; round < interruptions; ++round) {
        sides.register_visitors(3);
        sides.kiosk_round();
        sides.close_headquarters();
        Program headquarters(round_of_headquarters(sides), sides.log());
        std::this_thread::sleep_for(std::chrono::milliseconds(1 + random.next() % 60));
        killed += headquarters.running();
        headquarters.kill();
        sides.kiosk_round();
    }
    CHECK(killed > 0);
    CHECK(run_program(round_of_headquarters(sides), sides.log()) == 0);
    CHECK(sides.settle(carry_nothing));
    sides.check_nothing_lost_or_doubled();
}

TEST_CASE("a share that is not mounted is waited for, and its empty mount point is left empty") {
    TwoSides sides(TwoSides::Folders::shared);
    sides.register_visitors(2);
    CHECK(sides.kiosk_round().health == SyncHealth::waiting);
    const fs::path share = sides.headquarters_folder(), elsewhere = sides.path() / "unmounted";
    fs::rename(share, elsewhere);
    for (const bool mount_point : {false, true}) {
        if (mount_point) fs::create_directory(share);
        sides.register_visitors(2);
        CHECK(sides.kiosk_round().health == SyncHealth::folder_missing);
        CHECK(!sides.state().safe_to_remove());
        sides.close_headquarters();
        CHECK(run_program(round_of_headquarters(sides), sides.log()) == 1);
    }
    CHECK(fs::is_empty(share));
    CHECK(read_file(sides.log()).find("the sync folder is not there") != std::string::npos);
    fs::remove(share);
    fs::rename(elsewhere, share);
    CHECK(sides.settle(carry_nothing));
    sides.check_nothing_lost_or_doubled();
}

TEST_CASE("what people and share programs do to files is made good by their writer") {
    TwoSides sides(TwoSides::Folders::shared);
    sides.register_visitors(3);
    sides.kiosk_round();
    const fs::path up = sides.kiosk_folder() / sides.up();
    const auto written = files_below(up);
    REQUIRE(written.size() >= 2);
    for (const auto& [file, bytes] : written) {
        fs::path copy = up / file;
        copy.replace_extension(" (conflicted copy 2026-06-13).json");
        write_file(copy, bytes);
        if (file.starts_with("events")) fs::remove(up / file);
    }
    write_file(up / "Thumbs.db", "of somebody's file manager");
    sides.headquarters_round();
    sides.kiosk_round();
    CHECK(sides.headquarters_round().strange >= 3);
    CHECK(sides.settle(carry_nothing));
    sides.check_nothing_lost_or_doubled();
}
