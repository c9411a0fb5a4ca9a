// Headquarters takes in the files of many kiosks in one transaction.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <memory>

#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::sync;
using test::TestHeadquarters;
using test::TestKiosk;

namespace {

namespace fs = std::filesystem;

/// Three kiosks that have been introduced; each has registered a visit headquarters has not read.
struct ThreeKiosks {
    ThreeKiosks() {
        for (const char* name : {"north", "south", "west"}) {
            kiosks.push_back(
                std::make_unique<TestKiosk>("new", kiosks.size() + 1, hq.sync_folder()));
            kiosks.back()->enrol(hq, name);
            kiosks.back()->round();
        }
        hq.hq->run_once();
        for (const auto& kiosk : kiosks) {
            kiosk->round();
            kiosk->records.desk.register_visit(kiosk->records.visitor(
                "+861390000000" + std::to_string(&kiosk - &kiosks[0]), "王芳"));
            kiosk->round();
        }
    }
    Database& database() { return hq.hq->journal().store().database(); }
    std::int64_t visits_of(const std::string& kiosk) {
        Statement query(database(), "SELECT count(*) FROM visit WHERE kiosk = ?");
        query.bind_all(kiosk);
        query.executeStep();
        return query.getColumn(0).getInt64();
    }
    /// Headquarters as if its files had been taken in one at a time, in any order.
    bool holds_everything_once() {
        std::int64_t events = 0;
        for (const auto& kiosk : kiosks)
            events += kiosk->records.store.event_count();
        return hq.hq->journal().store().event_count() == events && visits_of("north") == 1 &&
               visits_of("south") == 1 && visits_of("west") == 1;
    }
    fs::path newest_of(const std::string& kiosk) {
        fs::path newest;
        for (const auto& entry : fs::directory_iterator(hq.sync_folder() / "up" / kiosk)) {
            if (entry.path().filename().string().starts_with("events") && entry.path() > newest) {
                newest = entry.path();
            }
        }
        return newest;
    }

    TestHeadquarters hq;
    std::vector<std::unique_ptr<TestKiosk>> kiosks;
};

}  // namespace

TEST_CASE("what a fault interrupts is undone to the last file, and taken in whole the next round") {
    ThreeKiosks group;
    const std::int64_t before = group.hq.hq->journal().store().event_count();
    const std::string told = group.hq.hq->journal().store().setting("clock.observed").value_or("");
    SUBCASE("in a file") {
        group.database().exec(
            "CREATE TEMP TRIGGER fault BEFORE INSERT ON event WHEN NEW.kind = 'visit.registered' "
            "BEGIN SELECT RAISE(ABORT, 'fault'); END");
    }
    SUBCASE("when all of it is folded") {
        group.database().exec(
            "CREATE TEMP TRIGGER fault BEFORE INSERT ON visit BEGIN SELECT RAISE(ABORT, 'fault'); "
            "END");
    }
    CHECK_THROWS(group.hq.hq->run_once());
    CHECK(group.hq.hq->journal().store().event_count() == before);
    CHECK(group.hq.hq->journal().store().setting("clock.observed").value_or("") == told);
    group.database().exec("DROP TRIGGER fault");
    const RunReport report = group.hq.hq->run_once();
    CHECK(report.files == 3);
    CHECK(group.holds_everything_once());
    for (const auto& kiosk : group.kiosks)
        CHECK(kiosk->round().applied > 0);
}

TEST_CASE("a file that cannot be taken in holds up nothing that comes before it") {
    ThreeKiosks group;
    group.database().exec(
        "CREATE TEMP TRIGGER fault BEFORE INSERT ON event WHEN NEW.kiosk = 'south' "
        "BEGIN SELECT RAISE(ABORT, 'fault'); END");
    CHECK_THROWS(group.hq.hq->run_once());
    CHECK(group.visits_of("north") == 1);
    CHECK(group.visits_of("south") == 0);
    group.database().exec("DROP TRIGGER fault");
    CHECK(group.hq.hq->run_once().files == 2);
    CHECK(group.holds_everything_once());
}

TEST_CASE("a fault that passes is not noticed, and nothing is counted twice") {
    ThreeKiosks group;
    int faults = 1;
    group.database().createFunction("healthy", 0, false, &faults,
                                    [](sqlite3_context* context, int, sqlite3_value**) {
                                        auto& left = *static_cast<int*>(sqlite3_user_data(context));
                                        sqlite3_result_int(context, left-- <= 0);
                                    });
    group.database().exec(
        "CREATE TEMP TRIGGER fault BEFORE INSERT ON event WHEN NEW.kiosk = 'west' AND NOT "
        "healthy() BEGIN SELECT RAISE(ABORT, 'fault'); END");
    const RunReport report = group.hq.hq->run_once();
    CHECK(report.files == 3);
    CHECK(report.problems.empty());
    CHECK(group.holds_everything_once());
}

TEST_CASE("a damaged file holds up no other kiosk, and is told once") {
    ThreeKiosks group;
    const fs::path file = group.newest_of("south");
    const std::string genuine = test::read_file(file);
    test::write_file(file, genuine.substr(0, genuine.size() / 2));
    const RunReport report = group.hq.hq->run_once();
    CHECK(report.files == 2);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].file == "south/" + file.filename().string());
    CHECK(group.visits_of("north") == 1);
    CHECK(group.visits_of("west") == 1);
    test::write_file(file, genuine);
    CHECK(group.hq.hq->run_once().files == 1);
    CHECK(group.holds_everything_once());
}
