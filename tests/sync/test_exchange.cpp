#include <doctest/doctest.h>

#include "shared/security/digest.h"
#include "sync/folder/sent_files.h"
#include "sync/format/sealed.h"
#include "sync/kiosk/kiosk_identity.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::sync;
using test::TestHeadquarters;
using test::TestKiosk;

namespace {

namespace fs = std::filesystem;

struct Pair {
    Pair() : kiosk("new", 1, hq.sync_folder()) { kiosk.enrol(hq, "riverside-1"); }

    /// The kiosk has introduced itself and was answered.
    void meet() {
        kiosk.round();
        hq.hq->run_once();
        kiosk.round();
        hq.hq->run_once();
    }
    Id visit(const std::string& phone, const std::string& name) {
        Arrival arrival = kiosk.records.visitor(phone, name);
        return kiosk.records.desk.register_visit(arrival).ticket.visit;
    }
    bool same() {
        return kiosk.records.projections() == test::projections_of(hq.hq->journal().store());
    }
    /// What the kiosk has in the folder besides its hello, which stays there for good.
    std::vector<std::string> waiting() {
        std::vector<std::string> names = kiosk.files.list(up());
        std::erase_if(names, [](const std::string& name) { return name.starts_with("hello"); });
        return names;
    }
    std::int64_t hq_events() { return hq.hq->status().events; }
    fs::path up() const { return hq.sync_folder() / "up" / "riverside-1"; }
    fs::path down() const { return hq.sync_folder() / "down" / "riverside-1"; }

    TestHeadquarters hq;
    TestKiosk kiosk;
};

}  // namespace

TEST_CASE("a kiosk without headquarters works, counts and reports no fault") {
    test::TemporaryFolder nothing;
    TestKiosk kiosk("alone", 1, nothing.path());
    kiosk.records.desk.register_visit(kiosk.records.visitor("+8613700001111", "王芳"));
    const SyncState& state = kiosk.round();
    CHECK(state.health == SyncHealth::no_headquarters);
    CHECK(state.not_written == state.records);
    CHECK(state.records > 0);
    CHECK(kiosk.files.list(nothing.path()).empty());
}

TEST_CASE("what a kiosk registers reaches headquarters, is acknowledged, and the files go") {
    Pair pair;
    pair.visit("+8613700001111", "王芳");
    SyncState state = pair.kiosk.round();
    CHECK(state.health == SyncHealth::waiting);
    CHECK(state.kiosk == "riverside-1");
    CHECK(state.not_written == 0);
    CHECK(state.written_waiting == state.records);
    CHECK(state.safe_to_remove());
    CHECK(pair.kiosk.files.list(pair.up()).size() == 2);

    const RunReport report = pair.hq.hq->run_once();
    CHECK(report.files == 2);
    CHECK(report.events == state.records);
    CHECK(report.problems.empty());
    CHECK(pair.same());

    state = pair.kiosk.round();
    CHECK(state.health == SyncHealth::in_order);
    CHECK(state.applied == state.records);
    CHECK(state.written_waiting == 0);
    CHECK(state.last_answer == test::opening_time);
    CHECK(pair.waiting().empty());
}

TEST_CASE("parties before and after an enrolment on one day never share a ticket number") {
    TestHeadquarters hq;
    TestKiosk kiosk("new", 1, hq.sync_folder());
    const auto ticket = [&](const char* phone) {
        return kiosk.records.desk.register_visit(kiosk.records.visitor(phone, "王芳"))
            .ticket.number;
    };
    CHECK(ticket("+8613700001111") == "A01");
    kiosk.enrol(hq, "riverside-1");
    kiosk.round();
    CHECK(ticket("+8613700002222") == "A02");
    hq.hq->run_once();
    // Enrolled anew it is another instance of the same kiosk.
    kiosk.enrol(hq, "riverside-1");
    kiosk.round();
    CHECK(ticket("+8613700003333") == "A03");
    kiosk.records.clock.advance(one_day);
    CHECK(ticket("+8613700004444") == "A01");
}

TEST_CASE("two parties with nothing to say write nothing") {
    Pair pair;
    pair.visit("+8613700001111", "王芳");
    pair.meet();
    pair.meet();
    const int kiosk_writes = pair.kiosk.files.writes, hq_writes = pair.hq.files.writes;
    pair.meet();
    CHECK(pair.kiosk.files.writes == kiosk_writes);
    CHECK(pair.hq.files.writes == hq_writes);
}

TEST_CASE("the same file twice is taken in once") {
    Pair pair;
    pair.visit("+8613700001111", "王芳");
    pair.kiosk.round();
    std::map<std::string, std::string> replay;
    for (const std::string& name : pair.kiosk.files.list(pair.up()))
        replay[name] = test::read_file(pair.up() / name);
    pair.hq.hq->run_once();
    const std::int64_t events = pair.hq_events();
    pair.kiosk.round();
    CHECK(pair.waiting().empty());
    for (const auto& [name, bytes] : replay)
        test::write_file(pair.up() / name, bytes);
    const RunReport report = pair.hq.hq->run_once();
    CHECK(report.files == 0);
    CHECK(report.problems.empty());
    CHECK(pair.hq_events() == events);
}

TEST_CASE("files that arrive in another order wait for the one before them") {
    Pair pair;
    pair.meet();
    std::map<std::string, std::string> files;
    for (const char* phone : {"+8613700001111", "+8613700002222", "+8613700003333"}) {
        pair.visit(phone, "王芳");
        pair.kiosk.round();
    }
    for (const std::string& name : pair.waiting())
        files[name] = test::read_file(pair.up() / name);
    REQUIRE(files.size() == 3);
    const auto first = *files.begin();
    fs::remove(pair.up() / first.first);
    const std::int64_t before = pair.hq_events();
    CHECK(pair.hq.hq->run_once().files == 0);
    CHECK(pair.hq_events() == before);
    test::write_file(pair.up() / first.first, first.second);
    CHECK(pair.hq.hq->run_once().files == 3);
    CHECK(pair.same());
}

TEST_CASE("a genuine file that does not follow the one before it is not applied") {
    Pair pair;
    pair.meet();
    const KioskIdentity identity = *identity_of(pair.kiosk.records.journal);
    Header header = header_to_headquarters(identity, test::opening_time);
    header.seq = 2;
    header.previous = std::string(64, 'a');
    const std::string bytes = compose_events(header, {}, pair.hq.hq->keys().sealing.public_key,
                                             identity.signing, pair.kiosk.records.random);
    const std::string name = name_of(header, digest_hex(bytes)).text();
    test::write_file(pair.up() / name, bytes);
    RunReport report = pair.hq.hq->run_once();
    CHECK(report.files == 0);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].kind == SyncProblemKind::not_permitted);
    // The right one beside it is found all the same.
    fs::remove(pair.up() / name);
    pair.visit("+8613700001111", "王芳");
    pair.kiosk.round();
    test::write_file(pair.up() / name, bytes);
    CHECK(pair.hq.hq->run_once().files == 1);
    CHECK(pair.same());
}

TEST_CASE("answers that arrive in another order wait at the kiosk, too") {
    Pair pair;
    TestKiosk other("new", 2, pair.hq.sync_folder());
    other.enrol(pair.hq, "riverside-2");
    pair.meet();
    for (const char* phone : {"+8613700001111", "+8613700002222"}) {
        other.records.desk.register_visit(other.records.visitor(phone, "王芳"));
        other.round();
        pair.hq.hq->run_once();
    }
    const auto names = pair.kiosk.files.list(pair.down());
    REQUIRE(names.size() >= 2);
    const fs::path first = pair.down() / names[names.size() - 2];
    const std::string bytes = test::read_file(first);
    fs::remove(first);
    SyncState state = pair.kiosk.round();
    CHECK(state.files_ahead == 1);
    CHECK(state.fetched == 0);
    test::write_file(first, bytes);
    state = pair.kiosk.round();
    CHECK(state.files_ahead == 0);
    CHECK(state.fetched > 0);
    CHECK(pair.same());
}

TEST_CASE("a file lost on the way is written again from the store") {
    Pair pair;
    pair.meet();
    pair.visit("+8613700001111", "王芳");
    pair.kiosk.round();
    const auto names = pair.waiting();
    REQUIRE(names.size() == 1);
    const std::string bytes = test::read_file(pair.up() / names[0]);
    fs::remove(pair.up() / names[0]);
    pair.kiosk.round();
    CHECK(test::read_file(pair.up() / names[0]) == bytes);
}

TEST_CASE("a torn, an altered and a strange file are left alone, reported and never applied") {
    Pair pair;
    pair.meet();
    pair.visit("+8613700001111", "王芳");
    pair.kiosk.round();
    const auto names = pair.waiting();
    REQUIRE(names.size() == 1);
    const std::string whole = test::read_file(pair.up() / names[0]);
    const std::int64_t before = pair.hq_events();
    test::write_file(pair.up() / "notes.txt", "not ours");

    test::write_file(pair.up() / names[0], whole.substr(0, whole.size() / 2));
    RunReport report = pair.hq.hq->run_once();
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].kind == SyncProblemKind::torn);
    CHECK(report.problems[0].file == "riverside-1/" + names[0]);
    CHECK(report.strange == 1);

    std::string altered = whole;
    altered[10] = char(altered[10] ^ 1);
    test::write_file(pair.up() / names[0], altered);
    report = pair.hq.hq->run_once();
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].kind == SyncProblemKind::altered);
    CHECK(pair.hq_events() == before);
    CHECK(test::read_file(pair.up() / names[0]) == altered);

    test::write_file(pair.up() / names[0], whole);
    CHECK(pair.hq.hq->run_once().files == 1);
    CHECK(pair.same());
}

TEST_CASE("a kiosk killed between freezing and publishing resumes with the same bytes") {
    Pair pair;
    pair.meet();
    pair.visit("+8613700001111", "王芳");
    pair.kiosk.files.fails = [](const fs::path& path) {
        return path.parent_path().filename() == "riverside-1";
    };
    SyncState state = pair.kiosk.round();
    CHECK(state.health == SyncHealth::fault);
    CHECK(state.not_written > 0);
    CHECK(!state.safe_to_remove());
    SentFiles sent(pair.kiosk.records.store);
    const auto standing = sent.standing("hq");
    REQUIRE(standing.size() == 2);
    const FrozenFile& frozen = standing.back();
    const std::string bytes = sent.bytes(frozen);
    pair.kiosk.files.fails = nullptr;
    pair.kiosk.restart();
    state = pair.kiosk.round();
    CHECK(state.not_written == 0);
    CHECK(test::read_file(pair.up() / frozen.name) == bytes);
    CHECK(pair.hq.hq->run_once().files == 1);
    CHECK(pair.same());
}

TEST_CASE("a headquarters killed between applying and acknowledging applies nothing twice") {
    Pair pair;
    pair.visit("+8613700001111", "王芳");
    pair.kiosk.round();
    pair.hq.files.fails = [](const fs::path& path) {
        return path.string().find("/down/") != std::string::npos;
    };
    CHECK_THROWS_AS(pair.hq.hq->run_once(), FileError);
    const std::int64_t events = pair.hq_events();
    CHECK(events > 0);
    pair.hq.files.fails = nullptr;
    pair.hq.restart();
    CHECK(pair.hq.hq->run_once().files == 0);
    CHECK(pair.hq_events() == events);
    CHECK(pair.kiosk.round().health == SyncHealth::in_order);
    CHECK(pair.same());
}

TEST_CASE("more records than one file takes go in several, in order") {
    Pair pair;
    for (int i = 0; i < 170; ++i)
        pair.visit("+86137" + std::to_string(10'000'000 + i), "王芳");
    pair.kiosk.round();
    CHECK(pair.kiosk.files.list(pair.up()).size() >= 3);
    pair.hq.hq->run_once();
    CHECK(pair.same());
    CHECK(pair.kiosk.round().applied == pair.kiosk.state.records);
}

TEST_CASE("a kiosk with another enrolment file, or a used one, is not let in") {
    Pair pair;
    pair.visit("+8613700001111", "王芳");
    const std::string enrolment = test::read_file(enrolment_path(pair.kiosk.options.home));
    pair.meet();
    TestKiosk thief("thief", 7, pair.hq.sync_folder());
    test::write_file(enrolment_path(thief.options.home), enrolment);
    thief.records.desk.register_visit(thief.records.visitor("+8613700009999", "赵敏"));
    thief.round();
    const std::int64_t events = pair.hq_events();
    const RunReport report = pair.hq.hq->run_once();
    CHECK(report.files == 0);
    REQUIRE(!report.problems.empty());
    CHECK(report.problems[0].kind == SyncProblemKind::foreign);
    CHECK(pair.hq_events() == events);
}

TEST_CASE("a kiosk cannot say what headquarters alone may say") {
    Pair pair;
    pair.meet();
    {
        Journal::Batch batch(pair.kiosk.records.journal);
        batch.add("visitor", event_kind::claim_approved,
                  R"({"claim":"c","referrer":"r","amount":100,"evidence":""})");
        batch.commit();
    }
    pair.kiosk.round();
    const std::int64_t events = pair.hq_events();
    const RunReport report = pair.hq.hq->run_once();
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].kind == SyncProblemKind::not_permitted);
    CHECK(pair.hq_events() == events);
    const SyncState& state = pair.kiosk.round();
    CHECK(state.rejected == 1);
    CHECK(state.applied == 0);
}

TEST_CASE("nothing in the sync folder shows a name or a phone number") {
    Pair pair;
    pair.visit("+8613700001111", "王芳");
    pair.meet();
    pair.visit("+8613700002222", "赵敏");
    pair.kiosk.round();
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(pair.hq.sync_folder())) {
        if (!entry.is_regular_file()) continue;
        ++files;
        const std::string bytes = test::read_file(entry.path());
        for (const char* secret : {"王芳", "赵敏", "13700001111", "13700002222", "\\u738b"})
            CHECK(bytes.find(secret) == std::string::npos);
    }
    CHECK(files >= 2);
}

TEST_CASE("a kiosk shows how far its clock is from headquarters'") {
    Pair pair;
    pair.kiosk.records.clock.advance(3 * one_hour);
    pair.kiosk.round();
    pair.hq.hq->run_once();
    CHECK(pair.kiosk.round().clock_skew == 3 * one_hour);
}
