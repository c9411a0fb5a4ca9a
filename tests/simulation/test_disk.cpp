#include <doctest/doctest.h>

#include "shared/journal/journal.h"
#include "tests/simulation/disk_files.h"
#include "tests/simulation/disk_vfs.h"

using namespace foyer;
using namespace foyer::simulation;

namespace {

/// What a file may hold after the power went, tried often enough to see every outcome.
std::set<std::string> fates(const std::function<void(Disk&)>& life, const std::string& path) {
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < 64; ++seed) {
        Disk disk;
        disk.place("/a/old", "old");
        life(disk);
        disk.cut(seed);
        disk.restart();
        const Disk::File file = disk.find(path);
        seen.insert(file ? file->bytes : "(none)");
    }
    return seen;
}

}  // namespace

TEST_CASE("what was not flushed may be lost, and may survive") {
    const auto seen = fates(
        [](Disk& disk) {
            const Disk::File file = disk.find("/a/old");
            disk.write(file, "/a/old", 0, "new");
        },
        "/a/old");
    CHECK(seen == std::set<std::string>{"old", "new"});
}

TEST_CASE("what was flushed survives") {
    const auto seen = fates(
        [](Disk& disk) {
            const Disk::File file = disk.find("/a/old");
            disk.write(file, "/a/old", 0, "new");
            disk.flush(file, "/a/old");
        },
        "/a/old");
    CHECK(seen == std::set<std::string>{"new"});
}

TEST_CASE("a write of several sectors may be torn between them") {
    const auto seen = fates(
        [](Disk& disk) { disk.write(disk.find("/a/old"), "/a/old", 0, std::string(1024, 'n')); },
        "/a/old");
    CHECK(seen.contains(std::string(512, 'n')));
    CHECK(seen.contains(std::string(1024, 'n')));
    CHECK(seen.contains("old"));
}

TEST_CASE("a new name is lost unless its folder is flushed") {
    const auto make = [](Disk& disk) {
        Disk::File file;
        disk.create("/a/new", file);
        disk.write(file, "/a/new", 0, "new");
        disk.flush(file, "/a/new");
    };
    CHECK(fates(make, "/a/new").contains("(none)"));
    const auto keep = [&](Disk& disk) {
        make(disk);
        disk.flush_folder("/a");
    };
    CHECK(fates(keep, "/a/new") == std::set<std::string>{"new"});
}

TEST_CASE("a durable write is the old file or the new one, whenever the power goes") {
    for (std::uint64_t delay = 0; delay < 8; ++delay) {
        const auto seen = fates(
            [&](Disk& disk) {
                disk.arm(DiskFault::crash, delay, delay, {});
                try {
                    DiskFiles(disk).write_atomically("/a/old", std::string(2000, 'n'));
                } catch (const FileError&) {
                }
            },
            "/a/old");
        for (const std::string& bytes : seen)
            CHECK((bytes == "old" || bytes == std::string(2000, 'n')));
    }
}

TEST_CASE("an error comes once, or until the disk is repaired") {
    Disk disk;
    disk.place("/a/old", "old");
    disk.arm(DiskFault::error_once, 1, 0, {});
    CHECK(disk.read("/a/old") == 0);
    CHECK(disk.read("/a/old") == EIO);
    CHECK(disk.read("/a/old") == 0);
    disk.arm(DiskFault::error_forever, 0, 0, {});
    CHECK(disk.read("/a/old") == EIO);
    CHECK(disk.read("/a/old") == EIO);
    disk.heal();
    CHECK(disk.read("/a/old") == 0);
}

TEST_CASE("a full disk can be read and not written") {
    Disk disk;
    disk.place("/a/old", "old");
    disk.arm(DiskFault::full, 0, 0, {});
    CHECK(disk.read("/a/old") == 0);
    CHECK_THROWS_AS(DiskFiles(disk).write_atomically("/a/new", "new"), FileError);
    CHECK(disk.read("/a/old") == 0);
    CHECK(disk.find("/a/new") == nullptr);
    disk.heal();
    DiskFiles(disk).write_atomically("/a/new", "new");
    CHECK(disk.durable_bytes("/a/new") == "new");
}

TEST_CASE("a store keeps what it committed, whenever the power goes") {
    DiskVfs vfs;
    for (std::uint64_t delay = 0; delay < 60; ++delay) {
        Disk disk;
        disk.make_folder("/a");
        vfs.mount("/a", disk);
        vfs.seed(delay);
        int confirmed = 0;
        {
            Store store("/a/store.db");
            disk.arm(DiskFault::crash, delay, delay, {});
            try {
                for (int number = 1; number <= 20; ++number) {
                    store.set_setting("number", std::to_string(number));
                    confirmed = number;
                }
            } catch (const std::exception&) {
            }
            if (!disk.dead()) disk.cut(delay);
        }
        disk.restart();
        Store store("/a/store.db");
        const int kept = std::stoi(store.setting("number").value_or("0"));
        CHECK(kept >= confirmed);
        CHECK(kept <= confirmed + 1);
        CHECK(!store.fault());
        vfs.unmount_all();
    }
}

TEST_CASE("a store on a full disk says that it is full, and goes on once there is room") {
    DiskVfs vfs;
    Disk disk;
    disk.make_folder("/a");
    vfs.mount("/a", disk);
    vfs.seed(1);
    {
        Store store("/a/store.db");
        ManualClock clock(one_day);
        SeededRandom random(1);
        Journal journal(store, clock, random, "new");
        const auto record = [&] {
            Journal::Batch batch(journal);
            batch.add("visitor", "customer.recorded", "{}");
            batch.commit();
        };
        disk.arm(DiskFault::full, 0, 0, {});
        auto reason = StoreError::Reason::damaged;
        try {
            record();
        } catch (const StoreError& error) {
            reason = error.reason;
        }
        CHECK(reason == StoreError::Reason::disk_full);
        disk.heal();
        record();
        CHECK(store.event_count() == 1);
    }
    vfs.unmount_all();
}
