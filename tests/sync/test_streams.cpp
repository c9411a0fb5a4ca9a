#include <doctest/doctest.h>

#include <algorithm>

#include "shared/security/digest.h"
#include "sync/folder/sent_files.h"
#include "sync/folder/stream_reader.h"
#include "sync/format/sealed.h"
#include "sync/kiosk/kiosk_identity.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::sync;
using test::TestHeadquarters;
using test::TestKiosk;

namespace {

namespace fs = std::filesystem;

struct Pair : test::ConnectedPair {
    void advance(WallTime time) {
        hq.clock.advance(time);
        kiosk.records.clock.advance(time);
    }
    /// What the kiosk has in the folder besides its hello, which stays there for good.
    std::vector<std::string> up() {
        std::vector<std::string> names = kiosk.files_in("up/riverside-1");
        std::erase_if(names, [](const std::string& name) { return name.starts_with("hello"); });
        return names;
    }
    fs::path up_path(const std::string& name) const {
        return hq.sync_folder() / "up/riverside-1" / name;
    }
    /// A genuine file of the kiosk with this body, as a broken release might write it.
    void write_damaged_file() {
        const KioskIdentity identity = *identity_of(kiosk.records.journal);
        const StreamEnd end = SentFiles(kiosk.records.store).end("hq", identity.instance);
        Header header = header_to_headquarters(identity, test::opening_time);
        header.seq = end.seq + 1;
        header.previous = end.hash;
        FrozenFile file;
        file.recipient = "hq";
        file.instance = identity.instance;
        file.seq = header.seq;
        file.bytes = compose_plain(header, {{"not", "sealed"}}, identity.signing);
        file.hash = digest_hex(file.bytes);
        file.name = name_of(header, file.hash).text();
        SentFiles(kiosk.records.store).freeze(file, test::opening_time);
    }
};

}  // namespace

TEST_CASE("what is missing is asked for by its range after a while, and written again") {
    Pair pair;
    std::vector<std::string> names;
    for (const char* phone : {"+8613700001111", "+8613700002222", "+8613700003333"}) {
        pair.visit(phone);
        pair.kiosk.round();
    }
    names = pair.up();
    REQUIRE(names.size() == 3);
    // A carrier has copied the first with another content, and believes that it is done.
    const std::string whole = test::read_file(pair.up_path(names[0]));
    test::write_file(pair.up_path(names[0]), whole.substr(0, 100));
    RunReport report = pair.hq.hq->run_once();
    CHECK(report.files == 0);
    CHECK(report.answers == 0);
    pair.advance(2 * one_minute);
    report = pair.hq.hq->run_once();
    CHECK(report.answers == 1);
    // The later files are kept: they may be lost in the folder now.
    fs::remove(pair.up_path(names[2]));
    pair.kiosk.round();
    CHECK(test::read_file(pair.up_path(names[0])) == whole);
    report = pair.hq.hq->run_once();
    // The three of them, and the word that answers the asking.
    CHECK(report.files == 4);
    pair.settle();
    CHECK(pair.same());
    CHECK(pair.up().empty());
}

TEST_CASE("the last file there is, if it arrived torn, is asked for, too") {
    Pair pair;
    pair.visit("+8613700001111");
    pair.kiosk.round();
    REQUIRE(pair.up().size() == 1);
    const fs::path path = pair.up_path(pair.up().front());
    const std::string whole = test::read_file(path);
    test::write_file(path, whole.substr(0, 100));
    pair.hq.hq->run_once();
    pair.advance(2 * one_minute);
    CHECK(pair.hq.hq->run_once().answers == 1);
    pair.kiosk.round();
    CHECK(test::read_file(path) == whole);
    pair.settle();
    CHECK(pair.same());
}

TEST_CASE("gaps are named by ranges that touch nothing which is here") {
    const auto word = [](std::uint64_t seq) {
        Acknowledgement stored;
        stored.seq = seq;
        return stored;
    };
    CHECK(gaps(3, {}).empty());
    CHECK(gaps(3, {word(5), word(6), word(9)}) == std::vector<SequenceRange>{{4, 4}, {7, 8}});
}

TEST_CASE("a genuine file that cannot be understood does not stop the stream") {
    Pair pair;
    pair.write_damaged_file();
    pair.visit("+8613700001111");
    pair.kiosk.round();
    const RunReport report = pair.hq.hq->run_once();
    CHECK(report.files == 1);
    CHECK(report.conflicts == 1);
    pair.settle();
    CHECK(pair.same());
    CHECK(pair.up().empty());
    CHECK(pair.hq.hq->conflicts().front().kind == ConflictKind::refused_file);
}

TEST_CASE("a genuine file that does not follow the one before it is not taken in, and is told") {
    Pair pair;
    pair.visit("+8613700001111");
    const KioskIdentity identity = *identity_of(pair.kiosk.records.journal);
    Header header = header_to_headquarters(identity, test::opening_time);
    header.seq = SentFiles(pair.kiosk.records.store).end("hq", identity.instance).seq + 1;
    header.previous = std::string(64, '0');
    SeededRandom random(3);
    const std::string bytes =
        compose_events(header, pair.kiosk.records.all_events(),
                       pair.hq.hq->keys().sealing.public_key, identity.signing, random);
    test::write_file(pair.up_path(name_of(header, digest_hex(bytes)).text()), bytes);
    const RunReport report = pair.hq.hq->run_once();
    CHECK(report.files == 0);
    CHECK(report.events == 0);
    CHECK(report.conflicts == 1);
    CHECK(pair.hq.hq->conflicts().front().kind == ConflictKind::fork);
}

TEST_CASE("a word about another file with the same number acknowledges nothing") {
    Pair pair;
    pair.visit("+8613700001111");
    pair.kiosk.round();
    Store& store = pair.kiosk.records.store;
    const Id instance = identity_of(pair.kiosk.records.journal)->instance;
    SentFiles sent(store);
    const StreamEnd end = sent.end("hq", instance);
    const Acknowledgement other{instance, end.seq, std::string(64, 'd'),
                                AcknowledgementLevel::applied};
    CHECK(sent.acknowledge("hq", other) == Heard::beyond);
    CHECK(sent.applied_position("hq", instance) == 0);
    Acknowledgement genuine = other;
    genuine.hash = end.hash;
    CHECK(sent.acknowledge("hq", genuine) == Heard::noted);
    CHECK(sent.applied_position("hq", instance) > 0);
}

TEST_CASE("a genuine file with the number of one that was taken in before is told of, once") {
    Pair pair;
    pair.visit("+8613700001111");
    pair.settle();
    const KioskIdentity identity = *identity_of(pair.kiosk.records.journal);
    Header header = header_to_headquarters(identity, test::opening_time);
    header.seq = SentFiles(pair.kiosk.records.store).end("hq", identity.instance).seq;
    header.previous = std::string(64, '0');
    SeededRandom random(3);
    const std::string bytes =
        compose_events(header, pair.kiosk.records.all_events(),
                       pair.hq.hq->keys().sealing.public_key, identity.signing, random);
    const std::string hash = digest_hex(bytes);
    test::write_file(pair.up_path(name_of(header, hash).text()), bytes);
    const RunReport first = pair.hq.hq->run_once();
    CHECK(first.conflicts == 1);
    // Its writer is told, though there is nothing else to tell.
    CHECK(first.answers == 1);
    const Conflict told = pair.hq.hq->conflicts().front();
    CHECK(told.kind == ConflictKind::fork);
    CHECK(told.subject == hash);
    const RunReport second = pair.hq.hq->run_once();
    CHECK(second.conflicts == 0);
    CHECK(second.answers == 0);
}

TEST_CASE("of a file that says too much only that is refused, and both sides know it") {
    Pair pair;
    pair.visit("+8613700001111");
    {
        Journal::Batch batch(pair.kiosk.records.journal);
        batch.add("visitor", event_kind::claim_approved,
                  R"({"claim":"c","referrer":"r","amount":100,"evidence":""})");
        batch.commit();
    }
    pair.visit("+8613700002222");
    pair.settle();
    CHECK(pair.kiosk.state.rejected == 1);
    CHECK(pair.kiosk.state.applied == pair.kiosk.state.records - 1);
    CHECK(pair.hq.hq->conflicts().front().kind == ConflictKind::refused_event);
    CHECK(pair.hq.hq->journal()
              .store()
              .database()
              .execAndGet("SELECT count(*) FROM visit")
              .getInt() == 2);
}

TEST_CASE("a file sealed to a key that is gone comes again in another way") {
    Pair pair;
    pair.visit("+8613700001111");
    const KioskIdentity identity = *identity_of(pair.kiosk.records.journal);
    const EnrolmentResult enrolment =
        load_enrolment(pair.kiosk.files, enrolment_path(pair.kiosk.options.home));
    SeededRandom random(5);
    Enrolment wrong = *enrolment.enrolment;
    wrong.sealing = sealing_key(make_seed(random)).public_key;
    test::write_file(enrolment_path(pair.kiosk.options.home),
                     compose_enrolment(wrong, pair.hq.hq->keys().root));
    pair.kiosk.restart();
    pair.kiosk.round();
    test::write_file(enrolment_path(pair.kiosk.options.home),
                     compose_enrolment(*enrolment.enrolment, pair.hq.hq->keys().root));
    pair.kiosk.restart();
    CHECK(pair.hq.hq->run_once().conflicts == 1);
    pair.settle();
    CHECK(pair.same());
    CHECK(pair.up().empty());
}

TEST_CASE("a file of a newer release is kept, said to be stored, and taken in after the upgrade") {
    Pair pair;
    const auto upgrade_headquarters = [&](int newest) {
        pair.hq.options.release.newest = newest;
        pair.hq.restart();
    };
    pair.kiosk.options.release.newest = 2;
    pair.kiosk.restart();
    upgrade_headquarters(2);
    pair.visit("+8613700001111");
    pair.settle();
    upgrade_headquarters(1);
    pair.visit("+8613700002222");
    pair.kiosk.round();
    const auto written = pair.up();
    REQUIRE(written.size() == 1);
    const std::string bytes = test::read_file(pair.up_path(written[0]));
    const RunReport report = pair.hq.hq->run_once();
    CHECK(report.files == 0);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].kind == SyncProblemKind::newer_release);
    const Id instance = pair.kiosk.records.journal.author().instance;
    ReceivedStreams received(pair.hq.hq->journal().store());
    const auto words = received.acknowledgements("riverside-1", instance);
    REQUIRE(words.size() == 2);
    CHECK(words[1].level == AcknowledgementLevel::stored);
    CHECK(words[1].hash == digest_hex(bytes));
    // It hears so, and waits; neither of the two asks or writes for ever.
    pair.settle();
    CHECK(pair.kiosk.state.written_waiting > 0);
    const int kiosk_writes = pair.kiosk.files.writes, hq_writes = pair.hq.files.writes;
    for (int i = 0; i < 4; ++i) {
        pair.advance(20 * one_minute);
        pair.settle(1);
    }
    CHECK(pair.kiosk.files.writes == kiosk_writes);
    CHECK(pair.hq.files.writes == hq_writes);
    // Even if the folder has lost it by the time of the upgrade.
    fs::remove(pair.up_path(written[0]));
    upgrade_headquarters(2);
    CHECK(pair.hq.hq->run_once().files == 1);
    CHECK(pair.same());
}

TEST_CASE("something unreadable under the number of the next file is asked about only once") {
    Pair pair;
    const fs::path down = pair.hq.sync_folder() / "down/riverside-1";
    const auto answers = pair.kiosk.files_in("down/riverside-1");
    REQUIRE(answers.size() == 1);
    FileName next = *FileName::read(answers[0]);
    // A genuine file under another's name, as a careless copy leaves it.
    ++next.seq;
    fs::copy(down / answers[0], down / next.text());
    for (int i = 0; i < 4; ++i) {
        pair.kiosk.round();
        pair.advance(20 * one_minute);
        pair.hq.hq->run_once();
    }
    const int kiosk_writes = pair.kiosk.files.writes, hq_writes = pair.hq.files.writes;
    for (int i = 0; i < 6; ++i) {
        pair.kiosk.round();
        pair.advance(20 * one_minute);
        pair.hq.hq->run_once();
    }
    CHECK(pair.kiosk.files.writes == kiosk_writes);
    CHECK(pair.hq.files.writes == hq_writes);
    CHECK(fs::exists(down / next.text()));
    pair.visit("+8613700001111");
    pair.settle();
    CHECK(pair.same());
}

TEST_CASE("a new kiosk of a headquarters with a long history is given a snapshot") {
    Pair pair;
    for (int i = 0; i < 520; ++i)
        pair.visit("+86137" + std::to_string(10'000'000 + i));
    pair.settle();
    TestKiosk late("new", 2, pair.hq.sync_folder());
    late.enrol(pair.hq, "riverside-2");
    late.round();
    pair.hq.hq->run_once();
    const auto names = late.files_in("down/riverside-2");
    const auto count = [&](const char* kind) {
        return std::count_if(names.begin(), names.end(),
                             [&](const std::string& name) { return name.starts_with(kind); });
    };
    CHECK(count("part-") >= 1);
    CHECK(count("snapshot-") == 1);
    for (const std::string& name : names)
        CHECK(fs::file_size(pair.hq.sync_folder() / "down/riverside-2" / name) <= largest_part);

    // Without one of its parts the snapshot waits.
    const fs::path part = pair.hq.sync_folder() / "down/riverside-2" / names.front();
    REQUIRE(names.front().starts_with("part-"));
    const std::string bytes = test::read_file(part);
    test::write_file(part, bytes.substr(0, bytes.size() / 2));
    late.round();
    CHECK(late.state.last_answer == 0);
    test::write_file(part, bytes);
    late.round();
    CHECK(late.records.projections() == pair.kiosk.records.projections());
    late.round();
    pair.hq.hq->run_once();
    CHECK(late.files_in("down/riverside-2").empty());
}

TEST_CASE("a kiosk that was away for long is given a snapshot instead of all it missed") {
    Pair pair;
    TestKiosk away("new", 2, pair.hq.sync_folder());
    away.enrol(pair.hq, "riverside-2");
    away.round();
    pair.settle();
    away.round();
    for (int i = 0; i < 70; ++i) {
        pair.visit("+86137" + std::to_string(10'000'000 + i));
        pair.settle(1);
    }
    CHECK(away.files_in("down/riverside-2").size() < 64);
    away.round();
    away.round();
    pair.settle();
    CHECK(away.records.projections() == pair.kiosk.records.projections());
}

TEST_CASE("a kiosk says nothing for another, but gives back what headquarters has signed") {
    Pair pair;
    const Event forged = test::event_of_a_stranger();
    const KioskIdentity identity = *identity_of(pair.kiosk.records.journal);
    const StreamEnd end = SentFiles(pair.kiosk.records.store).end("hq", identity.instance);
    SealedContent content;
    SUBCASE("as its own") {
        content.events.push_back(forged);
    }
    SUBCASE("given back under its own signature") {
        content.returned.push_back(
            {endorse(identity.folder, {forged}, identity.signing), {forged}});
    }
    Header header = header_to_headquarters(identity, test::opening_time);
    header.seq = end.seq + 1;
    header.previous = end.hash;
    const std::string bytes = compose_sealed(header, content, pair.hq.hq->keys().sealing.public_key,
                                             identity.signing, pair.kiosk.records.random);
    test::write_file(pair.up_path(name_of(header, digest_hex(bytes)).text()), bytes);
    const RunReport report = pair.hq.hq->run_once();
    CHECK(report.events == 0);
    CHECK(report.conflicts == 1);
    CHECK(pair.hq.hq->journal().find(forged.id) == std::nullopt);
}
