#include <doctest/doctest.h>

#include "sync/folder/sync_folder.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::sync;
using test::TestHeadquarters;
using test::TestKiosk;

namespace {

namespace fs = std::filesystem;

/// A kiosk that has met its headquarters and has a record to write and one to remove.
struct Ready {
    Ready() : kiosk("new", 1, hq.sync_folder()) {
        kiosk.enrol(hq, "riverside-1");
        register_visit("+8613700001111");
        kiosk.round();
        hq.hq->run_once();
        register_visit("+8613700002222");
        kiosk.files.writes = kiosk.files.removals = 0;
    }
    void register_visit(const std::string& phone) {
        kiosk.records.desk.register_visit(kiosk.records.visitor(phone, "王芳"));
    }
    bool untouched() const { return kiosk.files.writes == 0 && kiosk.files.removals == 0; }

    TestHeadquarters hq;
    TestKiosk kiosk;
};

/// A stick that keeps something else than it is given.
struct WornStick : test::TestFiles {
    void write_atomically(const fs::path& path, std::string_view bytes) override {
        TestFiles::write_atomically(path, std::string(bytes.size(), '?'));
    }
};

}  // namespace

TEST_CASE("what reads back otherwise than it was written is not published") {
    TestHeadquarters hq;
    WornStick files;
    SyncFolder folder(files, hq.sync_folder(), hq.hq->folder_id(), hq.hq->keys().root.public_key);
    CHECK_THROWS_AS(folder.put(folder.up("riverside-1"), "name", "bytes"), FileError);
}

TEST_CASE("a folder that has vanished is neither written nor pruned, and capture goes on") {
    Ready ready;
    fs::rename(ready.hq.sync_folder(), ready.hq.folder.path() / "away");
    fs::create_directories(ready.hq.sync_folder());
    SyncState state = ready.kiosk.round();
    CHECK(state.health == SyncHealth::folder_missing);
    CHECK(!state.safe_to_remove());
    CHECK(state.not_written > 0);
    CHECK(ready.untouched());
    CHECK(fs::is_empty(ready.hq.sync_folder()));
    ready.register_visit("+8613700003333");
    fs::remove(ready.hq.sync_folder());
    fs::rename(ready.hq.folder.path() / "away", ready.hq.sync_folder());
    state = ready.kiosk.round();
    CHECK(state.not_written == 0);
    CHECK(state.health == SyncHealth::waiting);
}

TEST_CASE("what a carrier keeps for itself in its folders is no stranger") {
    Ready ready;
    const fs::path down = ready.hq.sync_folder() / "down/riverside-1";
    const fs::path up = ready.hq.sync_folder() / "up/riverside-1";
    for (const fs::path& place : {down, up, ready.hq.sync_folder() / "all"}) {
        fs::create_directories(place / ".stfolder");
        test::write_file(place / ".stignore", "*.tmp");
        test::write_file(place / ".stversions", "");
    }
    CHECK(ready.kiosk.round().strange_files == 0);
    CHECK(ready.hq.hq->run_once().strange == 0);
    test::write_file(down / "notes.txt", "not ours");
    test::write_file(up / "notes.txt", "not ours");
    CHECK(ready.kiosk.round().strange_files == 1);
    CHECK(ready.hq.hq->run_once().strange == 1);
}

TEST_CASE("a folder of another headquarters is refused and left as it is") {
    Ready ready;
    const TestHeadquarters other(test::opening_time, 12345);
    const fs::path root = ready.hq.sync_folder() / "root.json";
    const std::string own = test::read_file(root);
    test::write_file(root, test::read_file(other.sync_folder() / "root.json"));
    SyncState state = ready.kiosk.round();
    CHECK(state.health == SyncHealth::folder_refused);
    CHECK(ready.untouched());
    CHECK_THROWS_AS(ready.hq.hq->run_once(), std::runtime_error);

    test::write_file(root, own.substr(0, own.size() - 20));
    state = ready.kiosk.round();
    CHECK(state.health == SyncHealth::folder_refused);
    CHECK(ready.untouched());

    test::write_file(root, own);
    CHECK(ready.kiosk.round().health == SyncHealth::waiting);
}

TEST_CASE("a folder under the same root key and another id is refused and left as it is") {
    Ready ready;
    test::write_file(ready.hq.sync_folder() / "root.json",
                     compose_root(std::string(32, 'a'), 1, ready.hq.hq->keys().root));
    CHECK(ready.kiosk.round().health == SyncHealth::folder_refused);
    CHECK(ready.untouched());
}

TEST_CASE("a full disk is told, nothing is lost, and the next round makes it good") {
    Ready ready;
    ready.kiosk.files.fault = ENOSPC;
    ready.kiosk.files.fails = [](const fs::path&) { return true; };
    SyncState state = ready.kiosk.round();
    CHECK(state.health == SyncHealth::disk_full);
    CHECK(state.not_written > 0);
    CHECK(!state.safe_to_remove());
    ready.register_visit("+8613700003333");
    ready.kiosk.files.fails = nullptr;
    state = ready.kiosk.round();
    CHECK(state.not_written == 0);
    ready.hq.hq->run_once();
    CHECK(ready.kiosk.records.projections() ==
          test::projections_of(ready.hq.hq->journal().store()));
}

TEST_CASE("a folder that vanishes in the middle of a round is told as missing") {
    Ready ready;
    ready.kiosk.files.fails = [&](const fs::path&) {
        fs::rename(ready.hq.sync_folder(), ready.hq.folder.path() / "away");
        return true;
    };
    CHECK(ready.kiosk.round().health == SyncHealth::folder_missing);
}

TEST_CASE("what a killed program of ours left half written in the folder is swept away") {
    Ready ready;
    const fs::path left = ready.hq.sync_folder() / "up/riverside-1/.tmp-0123456789abcdef";
    test::write_file(left, "half");
    ready.kiosk.round();
    CHECK(!fs::exists(left));
}

TEST_CASE("a damaged enrolment file is a fault in plain words, never a crash") {
    TestHeadquarters hq;
    TestKiosk kiosk("new", 1, hq.sync_folder());
    test::write_file(enrolment_path(kiosk.options.home), "{}\n{}\n{}\n");
    CHECK(kiosk.round().health == SyncHealth::fault);
    CHECK(kiosk.state.detail == "the enrolment file is torn or altered: ask for a new one");
    kiosk.enrol(hq, "riverside-1");
    CHECK(kiosk.round().health == SyncHealth::waiting);
}

TEST_CASE("a store enrolled once does not change its headquarters by a file") {
    Ready ready;
    TestHeadquarters other(test::opening_time, 12345);
    ready.kiosk.enrol(other, "riverside-9");
    ready.kiosk.restart();
    CHECK(ready.kiosk.round().health == SyncHealth::fault);
    CHECK(ready.untouched());
}

TEST_CASE("enrolment gives a kiosk its name and a ticket letter of its own") {
    TestHeadquarters hq;
    TestKiosk first("new", 1, hq.sync_folder()), second("new", 2, hq.sync_folder());
    first.enrol(hq, "riverside-1");
    second.enrol(hq, "riverside-2");
    first.round();
    second.round();
    CHECK(first.records.journal.author().kiosk == "riverside-1");
    CHECK(first.records.store.setting("ticket.letter") == "A");
    CHECK(second.records.store.setting("ticket.letter") == "B");
}
