#include <doctest/doctest.h>

#include <algorithm>

#include "shared/security/digest.h"
#include "sync/format/key_file.h"
#include "sync/kiosk/kiosk_identity.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::sync;
using test::ConnectedPair;
using test::TestKiosk;

namespace fs = std::filesystem;

TEST_CASE("a revoked kiosk is believed no longer and told nothing, until it is enrolled again") {
    ConnectedPair pair;
    pair.visit("+8613700001111");
    pair.settle();
    CHECK(!pair.hq.hq->revoke("riverside-9").done);
    CHECK(pair.hq.hq->revoke("riverside-1").done);
    const auto events = pair.hq.hq->status().events;
    pair.visit("+8613700002222");
    pair.kiosk.round();
    const RunReport report = pair.hq.hq->run_once();
    CHECK(report.files == 0);
    CHECK(report.answers == 0);
    REQUIRE(!report.problems.empty());
    CHECK(report.problems[0].kind == SyncProblemKind::foreign);
    CHECK(pair.hq.hq->status().events == events);
    CHECK(pair.hq.hq->status().kiosks.at(0).revoked);
    CHECK(pair.kiosk.files_in("down/riverside-1").empty());

    pair.kiosk.enrol(pair.hq, "riverside-1");
    pair.kiosk.restart();
    pair.settle();
    CHECK(!pair.hq.hq->status().kiosks.at(0).revoked);
    CHECK(pair.same());
}

TEST_CASE("keys change under the root's signature, and the exchange goes on") {
    ConnectedPair pair;
    REQUIRE(pair.hq.hq->publish(test::assets() / "packs/tile").done);
    pair.settle();
    const std::size_t packs = pair.kiosk.packs.size();
    CHECK(packs == 1);
    int visits = 0;
    for (const KeyRole role : {KeyRole::answers, KeyRole::sealing, KeyRole::packs}) {
        pair.visit("+861370000111" + std::to_string(visits++));
        pair.kiosk.round();
        const auto before = pair.hq.hq->keys();
        CHECK(pair.hq.hq->rotate(role).done);
        CHECK(pair.hq.hq->keys().version == before.version + 1);
        pair.hq.restart();
        CHECK(pair.hq.hq->keys().version == before.version + 1);
        pair.settle(6);
        CHECK(pair.same());
        CHECK(pair.kiosk.state.health == SyncHealth::in_order);
        CHECK(pair.kiosk.state.problems.empty());
    }
    CHECK(pair.kiosk.packs.size() == packs + 1);
    TestKiosk late("new", 2, pair.hq.sync_folder());
    late.enrol(pair.hq, "riverside-2");
    late.round();
    pair.hq.hq->run_once();
    late.round();
    CHECK(late.state.problems.empty());
    CHECK(late.records.projections() == pair.kiosk.records.projections());
}

TEST_CASE("an older key file, and one of another root, are reported and not used") {
    ConnectedPair pair;
    const fs::path path = pair.hq.sync_folder() / key_file_name;
    REQUIRE(pair.hq.hq->rotate(KeyRole::sealing).done);
    const std::string first = test::read_file(path);
    REQUIRE(pair.hq.hq->rotate(KeyRole::sealing).done);
    pair.settle();
    const int conflicts = pair.kiosk.state.conflicts;
    test::write_file(path, first);
    pair.kiosk.round();
    REQUIRE(pair.kiosk.state.problems.size() == 1);
    CHECK(pair.kiosk.state.problems[0].file == key_file_name);
    CHECK(pair.kiosk.state.conflicts == conflicts + 1);
    SeededRandom random(8);
    const SigningKey thief = signing_key(make_seed(random));
    test::write_file(path, compose_key_file({9, thief.public_key, thief.public_key, {}},
                                            pair.hq.hq->folder_id(), 1, thief));
    pair.kiosk.round();
    REQUIRE(pair.kiosk.state.problems.size() == 1);
    pair.hq.hq->run_once();
    pair.visit("+8613700001111");
    pair.settle();
    CHECK(pair.kiosk.state.problems.empty());
    CHECK(pair.same());
}

TEST_CASE("without the root key headquarters goes on, and asks for it where it is needed") {
    ConnectedPair pair;
    const fs::path keys = pair.hq.folder.path() / "keys", safe = pair.hq.folder.path() / "safe.key";
    fs::rename(keys / "root.key", safe);
    pair.hq.restart();
    pair.visit("+8613700001111");
    pair.settle();
    CHECK(pair.same());
    CHECK(!pair.hq.hq->enrol("riverside-2").outcome.done);
    CHECK(!pair.hq.hq->rotate(KeyRole::answers).done);
    pair.hq.options.root_key = safe;
    pair.hq.restart();
    CHECK(pair.hq.hq->enrol("riverside-2").outcome.done);
    CHECK(pair.hq.hq->rotate(KeyRole::answers).done);
}

TEST_CASE("a headquarters that lost all but its keys is made again and filled by its kiosks") {
    ConnectedPair pair;
    TestKiosk other("new", 2, pair.hq.sync_folder());
    other.enrol(pair.hq, "riverside-2");
    pair.visit("+8613700001111");
    for (int i = 0; i < 3; ++i) {
        other.round();
        pair.settle(1);
    }
    other.round();
    const auto before = test::projections_of(pair.hq.hq->journal().store());
    pair.hq.hq.reset();
    for (const char* name : {"hq.db", "hq.db-wal", "hq.db-shm", "anchor.json"})
        fs::remove(pair.hq.folder.path() / name);
    REQUIRE(Headquarters::init(pair.hq.options, pair.hq.clock, pair.hq.random, pair.hq.files).done);
    pair.hq.restart();
    // The first kiosk is gone for good: the other one has what it told.
    other.enrol(pair.hq, "riverside-2");
    other.restart();
    for (int i = 0; i < 4; ++i) {
        other.round();
        pair.hq.hq->run_once();
    }
    CHECK(test::projections_of(pair.hq.hq->journal().store()) == before);
}

TEST_CASE("nobody is sent a schema it does not read, and both sides say so") {
    CHECK(schema_for(1, 1) == 1);
    CHECK(schema_for(1, 9) == schema_version);
    CHECK(!schema_for(schema_version + 1, 9));
    ConnectedPair pair;
    pair.visit("+8613700001111");
    pair.kiosk.round();
    pair.hq.hq->run_once();
    pair.kiosk.round();
    auto& database = pair.hq.hq->journal().store().database();
    database.exec("UPDATE sync_kiosk SET reads_from = 2, reads_to = 3, snapshot_due = 1");
    RunReport report = pair.hq.hq->run_once();
    CHECK(report.answers == 0);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].kind == SyncProblemKind::newer_release);
    pair.kiosk.records.store.set_setting("sync.hq_reads_from", "2");
    pair.kiosk.records.store.set_setting("sync.hq_reads_to", "3");
    pair.visit("+8613700002222");
    CHECK(pair.kiosk.round().health == SyncHealth::fault);
    CHECK(pair.kiosk.state.not_written > 0);
    pair.kiosk.records.store.set_setting("sync.hq_reads_from", "1");
    // What the kiosk writes says what it reads.
    pair.settle();
    CHECK(pair.same());
}

TEST_CASE("a genuine stream of an earlier epoch is not followed, though nobody has read it yet") {
    ConnectedPair pair;
    Store& store = pair.kiosk.records.store;
    const KioskIdentity identity = *identity_of(pair.kiosk.records.journal);
    Following current = following(store);
    ++current.epoch;
    follow(store, current);
    const Event late = test::event_of_a_stranger();
    Header header;
    header.kind = FileKind::answer;
    header.from = headquarters_name;
    header.to = identity.kiosk;
    header.folder = identity.folder;
    header.instance = std::string(32, 'a');
    header.seq = 1;
    header.epoch = current.epoch - 1;
    const std::string bytes = compose_events(header, {late}, identity.sealing.public_key,
                                             pair.hq.hq->keys().answers, pair.hq.random);
    const fs::path place = pair.hq.sync_folder() / "down/riverside-1";
    test::write_file(place / name_of(header, digest_hex(bytes)).text(), bytes);
    pair.kiosk.round();
    CHECK(pair.kiosk.records.journal.find(late.id) == std::nullopt);
    CHECK(following(store).epoch == current.epoch);
}
