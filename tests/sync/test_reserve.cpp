#include <doctest/doctest.h>

#include "sync/kiosk/disk_reserve.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::sync;

namespace {

/// A disk that says how much room it has.
struct SmallDisk : test::TestFiles {
    std::uint64_t free_space(const std::filesystem::path&) override { return room; }
    std::uint64_t room = 0;
};

constexpr std::uint64_t size = 1000;

}  // namespace

TEST_CASE("the reserve is kept while there is room, given up when there is none, and kept again") {
    test::TemporaryFolder folder;
    SmallDisk disk;
    const auto file = folder.path() / "reserve";
    DiskReserve reserve(disk, file, size);
    disk.room = 3 * size;
    CHECK(reserve.tend());
    CHECK(!disk.exists(file));
    disk.room = 4 * size;
    CHECK(!reserve.tend());
    CHECK(std::filesystem::file_size(file) == size);
    disk.room = size / 2;
    CHECK(!reserve.tend());
    disk.room = size / 2 - 1;
    CHECK(reserve.tend());
    CHECK(!disk.exists(file));
    disk.room = 10 * size;
    CHECK(!reserve.tend());
    reserve.give_up();
    CHECK(!disk.exists(file));
    disk.fault = ENOSPC;
    disk.fails = [](const std::filesystem::path&) { return true; };
    CHECK(!reserve.tend());
}

TEST_CASE("a kiosk sets room aside and gives it up when its disk fills") {
    test::TemporaryFolder folder;
    test::TestKiosk kiosk("alone", 1, folder.path() / "sync");
    SmallDisk disk;
    disk.room = 10 * size;
    kiosk.options.reserve = size;
    KioskExchange exchange(
        kiosk.options,
        [&](const std::function<void(Journal&)>& step) { step(kiosk.records.journal); },
        kiosk.records.clock, kiosk.records.random, disk, {}, [](const SyncState&) {});
    exchange.round();
    CHECK(disk.exists(kiosk.options.home / "reserve"));
    CHECK(!exchange.state().reserve_used);
    disk.room = 1;
    exchange.round();
    CHECK(!disk.exists(kiosk.options.home / "reserve"));
    CHECK(exchange.state().reserve_used);
}
