#include <doctest/doctest.h>

#include <algorithm>

#include "tests/sync/group.h"

using namespace foyer;
using namespace foyer::sync;
using test::Group;
using test::Machine;
using test::TestHeadquarters;

namespace fs = std::filesystem;

TEST_CASE("a cloned kiosk notices, asks for its enrolment, and nothing it captured is lost") {
    Group group;
    group.kiosk.visit("+8613700001111", "王芳");
    group.settle({&group.kiosk});
    group.kiosk.visit("+8613700002222", "赵敏");
    group.kiosk.switch_off();
    Machine clone("machine two", 2, group.hq.sync_folder());
    clone.copy_disk_of(group.kiosk);
    group.kiosk.switch_on();
    const Id before = group.kiosk.instance();

    group.kiosk.visit("+8613700004444", "周静");
    clone.visit("+8613700003333", "孙丽");
    clone.round();
    CHECK(clone.instance() != before);
    CHECK(clone.state.needs_enrolment);
    CHECK(clone.state.health == SyncHealth::fault);
    CHECK(clone.state.not_written > 0);
    CHECK(clone.state.conflicts == 1);
    group.settle({&group.kiosk, &clone});
    CHECK(group.kiosk.instance() == before);
    CHECK(group.visits() == 3);

    clone.enrol(group.hq, "riverside-2");
    group.settle({&group.kiosk, &clone});
    CHECK(!clone.state.needs_enrolment);
    CHECK(clone.state.kiosk == "riverside-2");
    CHECK(clone.state.not_written == 0);
    CHECK(group.visits() == 4);
    CHECK(group.same({&group.kiosk, &clone}));
    CHECK(group.noticed(ConflictKind::claimed_past));
    CHECK(group.noticed(ConflictKind::twin_event));
}

TEST_CASE("a kiosk whose store was brought back from a backup becomes another instance") {
    Group group;
    group.kiosk.visit("+8613700001111", "王芳");
    group.settle({&group.kiosk});
    group.kiosk.save_disk(group.aside.path() / "saved");
    group.kiosk.visit("+8613700002222", "赵敏");
    group.settle({&group.kiosk});
    const Id before = group.kiosk.instance();

    // The anchor lies on another disk: only the store is of yesterday.
    fs::copy(group.kiosk.home / "anchor.json", group.aside.path() / "saved/anchor.json",
             fs::copy_options::overwrite_existing);
    group.kiosk.bring_back(group.aside.path() / "saved");
    // Nor is there a word of headquarters to tell.
    fs::remove_all(group.hq.sync_folder() / "down/riverside-1");
    group.kiosk.visit("+8613700003333", "孙丽");
    group.kiosk.round();
    CHECK(group.kiosk.state.needs_enrolment);
    CHECK(group.kiosk.instance() != before);
    group.kiosk.enrol(group.hq, "riverside-1");
    group.settle({&group.kiosk});
    CHECK(group.visits() == 3);
    CHECK(group.same({&group.kiosk}));
    CHECK(group.kiosk.store().database().execAndGet("SELECT count(*) FROM visit").getInt() == 3);
}

TEST_CASE(
    "a kiosk brought back with its anchor hears from headquarters that it is not what it was") {
    Group group;
    group.kiosk.visit("+8613700001111", "王芳");
    group.settle({&group.kiosk});
    group.kiosk.save_disk(group.aside.path() / "saved");
    group.kiosk.visit("+8613700002222", "赵敏");
    group.settle({&group.kiosk});
    group.kiosk.bring_back(group.aside.path() / "saved");
    group.kiosk.visit("+8613700003333", "孙丽");
    group.settle({&group.kiosk});
    CHECK(group.kiosk.state.needs_enrolment);
    CHECK(group.visits() == 2);
    group.kiosk.enrol(group.hq, "riverside-1");
    group.settle({&group.kiosk});
    CHECK(group.visits() == 3);
    CHECK(group.same({&group.kiosk}));
}

TEST_CASE("two machines with one disk and one machine id are told apart by their files") {
    Group group;
    group.kiosk.visit("+8613700001111", "王芳");
    group.settle({&group.kiosk});
    group.kiosk.switch_off();
    Machine twin("machine one", 2, group.hq.sync_folder());
    twin.copy_disk_of(group.kiosk);
    group.kiosk.switch_on();
    group.kiosk.visit("+8613700002222", "赵敏");
    twin.visit("+8613700003333", "孙丽");
    // Neither sees what the other writes; headquarters sees both.
    group.kiosk.round();
    const fs::path place = group.hq.sync_folder() / "up/riverside-1",
                   apart = group.aside.path() / "up";
    fs::rename(place, apart);
    twin.round();
    fs::copy(apart, place, fs::copy_options::skip_existing | fs::copy_options::recursive);
    group.hq.hq->run_once();
    CHECK(group.noticed(ConflictKind::fork));
    group.settle({&group.kiosk, &twin});
    // At least one of them is another from now on; both, if each has seen the other.
    REQUIRE((group.kiosk.state.needs_enrolment || twin.state.needs_enrolment));
    if (twin.state.needs_enrolment) twin.enrol(group.hq, "riverside-2");
    if (group.kiosk.state.needs_enrolment) group.kiosk.enrol(group.hq, "riverside-1");
    group.settle({&group.kiosk, &twin});
    CHECK(group.visits() == 3);
    CHECK(group.same({&group.kiosk, &twin}));
}

TEST_CASE("a store that finds a file in the folder it has forgotten becomes another instance") {
    Group group;
    group.kiosk.visit("+8613700001111", "王芳");
    group.settle({&group.kiosk});
    group.kiosk.save_disk(group.aside.path() / "saved");
    group.kiosk.visit("+8613700002222", "赵敏");
    group.kiosk.round();
    // With its anchor: nothing on its disk says so.
    group.kiosk.bring_back(group.aside.path() / "saved");
    group.kiosk.visit("+8613700003333", "孙丽");
    const Id before = group.kiosk.instance();
    group.kiosk.round();
    CHECK(group.kiosk.state.needs_enrolment);
    CHECK(group.kiosk.instance() != before);
    group.kiosk.enrol(group.hq, "riverside-1");
    group.settle({&group.kiosk});
    CHECK(!group.noticed(ConflictKind::fork));
    CHECK(group.visits() == 3);
    CHECK(group.same({&group.kiosk}));
}

TEST_CASE("a headquarters restored to before it met a kiosk meets it again by itself") {
    TestHeadquarters hq;
    test::TemporaryFolder aside;
    Machine kiosk("machine one", 1, hq.sync_folder());
    kiosk.enrol(hq, "riverside-1");
    hq.hq.reset();
    fs::copy(hq.folder.path() / "hq.db", aside.path() / "hq.db");
    hq.restart();
    kiosk.visit("+8613700001111", "王芳");
    for (int i = 0; i < 3; ++i) {
        kiosk.round();
        hq.hq->run_once();
    }
    CHECK(kiosk.state.applied == kiosk.state.records);
    hq.hq.reset();
    for (const char* name : {"hq.db", "hq.db-wal", "hq.db-shm"})
        fs::remove(hq.folder.path() / name);
    fs::copy(aside.path() / "hq.db", hq.folder.path() / "hq.db");
    hq.restart();
    CHECK(hq.hq->epoch() == 2);
    for (int i = 0; i < 4; ++i) {
        hq.hq->run_once();
        kiosk.round();
    }
    CHECK(!kiosk.state.needs_enrolment);
    CHECK(test::projections_of(kiosk.store()) == test::projections_of(hq.hq->journal().store()));
    CHECK(hq.hq->status().events == kiosk.state.records);
}

TEST_CASE("a kiosk hears that a restored headquarters does not know its enrolment") {
    Group group;
    group.settle({&group.kiosk});
    const fs::path saved = group.save();
    group.kiosk.visit("+8613700001111", "王芳");
    group.kiosk.enrol(group.hq, "riverside-1");
    group.kiosk.round();
    group.bring_back(saved);
    CHECK(group.hq.hq->epoch() == 2);
    const RunReport report = group.hq.hq->run_once();
    REQUIRE(report.refused.size() == 1);
    CHECK(report.refused[0].instance == group.kiosk.instance());
    group.kiosk.round();
    CHECK(group.kiosk.state.needs_enrolment);
    CHECK(group.kiosk.files.list(group.hq.sync_folder() / "down/riverside-1").size() == 2);

    group.kiosk.enrol(group.hq, "riverside-1");
    group.settle({&group.kiosk});
    CHECK(!group.kiosk.state.needs_enrolment);
    CHECK(group.visits() == 1);
    CHECK(group.same({&group.kiosk}));
    // What was said about a hello that is gone is gone, too.
    for (const std::string& name :
         group.kiosk.files.list(group.hq.sync_folder() / "down/riverside-1"))
        CHECK(!name.starts_with("refusal"));
}

TEST_CASE("a headquarters of yesterday raises its epoch and is given back what it lost") {
    Group group;
    Machine other("machine two", 2, group.hq.sync_folder());
    other.enrol(group.hq, "riverside-2");
    group.kiosk.visit("+8613700001111", "王芳");
    group.settle({&group.kiosk, &other});
    const fs::path saved = group.save();
    group.kiosk.visit("+8613700002222", "赵敏");
    other.visit("+8613700003333", "孙丽");
    group.settle({&group.kiosk, &other});
    const auto before = test::projections_of(group.hq.hq->journal().store());
    REQUIRE(group.visits() == 3);

    group.bring_back(saved);
    CHECK(group.hq.hq->epoch() == 2);
    CHECK(group.noticed(ConflictKind::epoch_raised));
    CHECK(group.visits() == 1);
    other.visit("+8613700004444", "周静");
    group.settle({&group.kiosk, &other}, 6);
    CHECK(group.visits() == 4);
    CHECK(group.same({&group.kiosk, &other}));
    CHECK(group.kiosk.state.problems.empty());
    CHECK(!group.kiosk.state.needs_enrolment);

    // Once more from the same backup: the epoch it takes is in use, and kiosks say so.
    group.bring_back(saved);
    group.settle({&group.kiosk, &other}, 8);
    CHECK(group.hq.hq->epoch() > 2);
    CHECK(group.visits() == 4);
    CHECK(group.same({&group.kiosk, &other}));
}

TEST_CASE("what a dead kiosk had told comes back to headquarters from another, unforgeable") {
    Group group;
    Machine other("machine two", 2, group.hq.sync_folder());
    other.enrol(group.hq, "riverside-2");
    group.settle({&group.kiosk, &other});
    const fs::path saved = group.save();
    group.kiosk.visit("+8613700001111", "王芳");
    group.settle({&group.kiosk, &other});
    group.kiosk.switch_off();
    fs::remove_all(group.hq.sync_folder() / "up/riverside-1");
    group.bring_back(saved);
    CHECK(group.visits() == 0);
    group.settle({&other}, 6);
    CHECK(group.visits() == 1);
    CHECK(group.same({&other}));
}

TEST_CASE("an answer of an epoch that is over is not applied after the new one has begun") {
    Group group;
    Machine other("machine two", 2, group.hq.sync_folder());
    other.enrol(group.hq, "riverside-2");
    group.settle({&group.kiosk, &other});
    const fs::path saved = group.save();
    group.kiosk.visit("+8613700001111", "王芳");
    group.kiosk.round();
    group.hq.hq->run_once();
    const fs::path down = group.hq.sync_folder() / "down/riverside-2";
    const auto old = other.files.list(down);
    REQUIRE(!old.empty());
    const std::string bytes = test::read_file(down / old.back());
    group.bring_back(saved);
    group.settle({&group.kiosk, &other}, 6);
    test::write_file(down / old.back(), bytes);
    const auto fetched = other.state.fetched;
    other.round();
    CHECK(other.state.fetched == fetched);
    CHECK(group.same({&group.kiosk, &other}));
}

TEST_CASE("a backup is whole, lets kiosks forget their bytes, and brings headquarters back") {
    Group group;
    group.kiosk.visit("+8613700001111", "王芳");
    group.settle({&group.kiosk});
    const auto frozen = [&] {
        return group.kiosk.store()
            .database()
            .execAndGet("SELECT count(*) FROM sync_sent WHERE recipient = 'hq'")
            .getInt();
    };
    const int kept = frozen();
    CHECK(kept > 0);
    const Outcome made = group.hq.hq->backup(group.aside.path());
    CHECK(made.done);
    CHECK(!group.hq.hq->backup(group.aside.path()).done);
    const auto applied = group.kiosk.state.applied;
    group.settle({&group.kiosk});
    CHECK(frozen() < kept);
    CHECK(group.kiosk.state.applied >= applied);

    group.kiosk.visit("+8613700002222", "赵敏");
    group.settle({&group.kiosk});
    const fs::path backup = fs::directory_iterator(group.aside.path())->path();
    group.hq.hq.reset();
    CHECK(!Headquarters::restore(backup, group.hq.options, group.hq.clock, group.hq.random,
                                 group.hq.files)
               .done);
    fs::rename(group.hq.folder.path() / "hq.db", group.aside.path() / "lost.db");
    for (const char* name : {"hq.db-wal", "hq.db-shm"})
        fs::remove(group.hq.folder.path() / name);
    const Outcome restored = Headquarters::restore(backup, group.hq.options, group.hq.clock,
                                                   group.hq.random, group.hq.files);
    CHECK(restored.done);
    group.hq.restart();
    CHECK(group.hq.hq->epoch() == 2);
    CHECK(group.visits() == 1);
    group.settle({&group.kiosk}, 6);
    CHECK(group.visits() == 2);
    CHECK(group.same({&group.kiosk}));

    test::write_file(backup / "keys/answers.key", "0");
    CHECK(!Headquarters::restore(backup,
                                 {group.aside.path() / "new", group.hq.options.schema_folder},
                                 group.hq.clock, group.hq.random, group.hq.files)
               .done);
}
