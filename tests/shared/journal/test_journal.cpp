#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <stdexcept>
#include <tuple>

#include "shared/journal/clamping.h"
#include "shared/model/kinds.h"
#include "tests/shared/journal/records.h"

using namespace foyer;
using foyer::test::TestRecords;

namespace {

/// Two kiosks that have not met: the same person at both, a referral, a sale, a visit that turns
/// out to be somebody else's.
std::vector<Event> history_of_two_kiosks() {
    TestRecords one("one", 1), two("two", 2, test::opening_time + 7 * one_second);
    const Id referrer = customer_id("+8613800138216");
    one.desk.register_visit(one.visitor("+8613800138216", "赵敏"));
    one.clock.advance(one_minute);
    Arrival sent = one.visitor("+8613912345678", "林晓");
    sent.sent_by = SentBy{.referrer = referrer};
    const Id visit = one.desk.register_visit(sent).ticket.visit;
    one.clock.advance(20 * one_minute);
    one.desk.receive(visit, "tan");
    one.desk.depart(visit, VisitOutcome::bought, test::tile_pack()->products.front().id, "tan");
    const Id mistaken = one.desk.register_visit(one.visitor("+8613655556666", "何青")).ticket.visit;
    Journal::Batch correction(one.journal);
    correction.add("tan", event_kind::visit_recorded,
                   R"({"visit":")" + mistaken + R"(","customer":")" + referrer + "\"}");
    correction.commit();
    two.desk.register_visit(two.visitor("+8613912345678", "林晓婉"));
    two.clock.advance(one_hour);
    Arrival rival = two.visitor("+8613700001111", "王芳");
    rival.sent_by = SentBy{.referrer = customer_id("+8613912345678")};
    rival.consents.front().granted = true;
    two.desk.register_visit(rival);
    two.desk.submit_referral(customer_id("+8613700001111"), {"+8613912345678", "林晓"}, SentBy{},
                             "visitor");
    std::vector<Event> events = one.all_events();
    const std::vector<Event> others = two.all_events();
    events.insert(events.end(), others.begin(), others.end());
    return events;
}

}  // namespace

TEST_CASE("projections are the same whatever the order in which events arrive") {
    const std::vector<Event> events = history_of_two_kiosks();
    REQUIRE(events.size() > 12);
    TestRecords in_order("hq", 3);
    in_order.take_in(events);
    const auto expected = in_order.projections();
    CHECK_FALSE(expected.at("visit").empty());
    CHECK_FALSE(expected.at("referral").empty());
    CHECK_FALSE(expected.at("customer_review").empty());
    for (unsigned seed = 0; seed < 40; ++seed) {
        std::vector<Event> shuffled = events;
        std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(seed));
        TestRecords other("hq", 3);
        // In pieces of every size, some twice, as files bring them.
        std::mt19937 pieces(seed);
        for (std::size_t from = 0; from < shuffled.size();) {
            const std::size_t size =
                std::min<std::size_t>(1 + pieces() % 5, shuffled.size() - from);
            const std::vector<Event> piece(shuffled.begin() + long(from),
                                           shuffled.begin() + long(from + size));
            other.take_in(piece);
            if (pieces() % 3 == 0) other.take_in(piece);
            from += size;
        }
        INFO("seed " << seed);
        CHECK(other.projections() == expected);
    }
}

TEST_CASE("projections folded again from the journal equal those kept along the way") {
    TestRecords records("hq", 5);
    records.take_in(history_of_two_kiosks());
    records.desk.register_visit(records.visitor("+8613655556666", "何青"));
    const auto kept = records.projections();
    records.journal.rebuild_projections();
    CHECK(records.projections() == kept);
}

TEST_CASE("an abandoned batch leaves nothing behind, and its numbers are used again") {
    TestRecords records;
    records.desk.register_visit(records.visitor("+8613655556666", "何青"));
    const std::vector<Event> before = records.all_events();
    {
        Journal::Batch batch(records.journal);
        batch.add("visitor", event_kind::customer_recorded, R"({"customer":"x","fields":{}})");
    }
    CHECK(records.all_events() == before);
    records.desk.register_visit(records.visitor("+8613655557777", "罗琴"));
    const std::vector<Event> after = records.all_events();
    for (std::size_t at = 0; at < after.size(); ++at) {
        CHECK(after[at].stamp.sequence == at + 1);
    }
}

TEST_CASE("stamps never go back, though the wall clock does") {
    TestRecords records;
    records.desk.register_visit(records.visitor("+8613655556666", "何青"));
    records.clock.set(test::opening_time - 50 * 365 * one_day);
    records.desk.register_visit(records.visitor("+8613655557777", "罗琴"));
    const std::vector<Event> events = records.all_events();
    CHECK(std::is_sorted(events.begin(), events.end(),
                         [](const Event& a, const Event& b) { return a.stamp < b.stamp; }));
}

TEST_CASE("after a restart stamps go on after everything written or seen here") {
    const auto first_stamp_after = [](TestRecords& records) {
        records.clock.set(test::opening_time - one_day);
        Journal reopened(records.store, records.clock, records.random, "one");
        Journal::Batch batch(reopened);
        batch.add("visitor", event_kind::customer_recorded, "{}");
        batch.commit();
        return records.all_events().back().stamp;
    };
    TestRecords records;
    records.desk.register_visit(records.visitor("+8613655556666", "何青"));
    const Stamp written = records.all_events().back().stamp;
    CHECK(written < first_stamp_after(records));

    TestRecords other("other", 8, test::opening_time + one_minute), reader;
    other.desk.register_visit(other.visitor("+8613655557777", "罗琴"));
    reader.take_in(other.all_events());
    const Stamp seen = other.all_events().back().stamp;
    CHECK(seen < first_stamp_after(reader));
}

TEST_CASE("a foreign stamp far ahead does not drag this kiosk into the future") {
    TestRecords ahead("ahead", 8, test::opening_time + 3 * one_hour);
    ahead.desk.register_visit(ahead.visitor("+8613655556666", "何青"));
    TestRecords records;
    records.take_in(ahead.all_events());
    records.desk.register_visit(records.visitor("+8613655557777", "罗琴"));
    CHECK(records.all_events().back().stamp.wall == test::opening_time);
}

TEST_CASE("events of a newer release are stored whole and change nothing yet") {
    TestRecords records;
    Event unknown;
    unknown.id = std::string(32, 'a');
    unknown.kiosk = "two";
    unknown.stamp = {test::opening_time, 0, std::string(32, 'b'), 1};
    unknown.actor = "visitor";
    unknown.kind = "parcel.handed_over";
    unknown.body = R"({"customer":"x","parcel":7,"news":{"deep":[1,2]}})";
    records.take_in({unknown});
    CHECK(records.all_events() == std::vector<Event>{unknown});
    CHECK(records.projections().at("customer").empty());
}

TEST_CASE("hostile bodies fold to nothing and never throw") {
    TestRecords records;
    std::uint64_t sequence = 0;
    for (const char* body : {"[]", "7", "null", "{", "", R"({"visit":7})", R"({"visit":"v"})",
                             R"({"customer":"c","fields":7})", R"({"customer":"c","replaces":"x"})",
                             R"({"claim":1,"referrer":"r","referrals":{"a":1}})",
                             R"({"referral":null,"referred":"c","referrer":"c"})"}) {
        for (const std::string_view kind :
             {event_kind::customer_recorded, event_kind::consent_set, event_kind::visit_registered,
              event_kind::visit_departed, event_kind::referral_submitted, event_kind::code_issued,
              event_kind::claim_requested, event_kind::claim_approved}) {
            Event event;
            event.stamp = {test::opening_time, 0, std::string(32, 'b'), ++sequence};
            event.id = "event" + std::to_string(sequence);
            event.kind = kind;
            event.body = body;
            CHECK_NOTHROW(records.take_in({event}));
        }
    }
    CHECK_NOTHROW(records.journal.rebuild_projections());
}

TEST_CASE("what somebody left open is not joined: nobody would ever commit it") {
    TestRecords records;
    Database& database = records.store.database();
    database.exec("BEGIN");
    CHECK_THROWS_AS(Transaction{database}, SQLite::Exception);
    database.exec("ROLLBACK");
    // One after the other is none within another.
    Transaction first(database);
    first.commit();
    Transaction second(database);
    second.commit();
    CHECK_THROWS_AS(database.exec("COMMIT"), SQLite::Exception);
}

TEST_CASE("a transaction within another is kept with that one, or undone alone") {
    TestRecords records;
    Database& database = records.store.database();
    const auto write = [&](const char* name, bool keep) {
        Transaction transaction(database);
        records.store.set_setting(name, "x");
        if (keep) transaction.commit();
    };
    {
        Transaction outer(database);
        write("kept", true);
        write("undone", false);
        outer.commit();
    }
    {
        Transaction outer(database);
        write("undone with the outer one", true);
    }
    CHECK(records.store.setting("kept"));
    CHECK_FALSE(records.store.setting("undone"));
    CHECK_FALSE(records.store.setting("undone with the outer one"));
    CHECK(sqlite3_get_autocommit(database.getHandle()) != 0);
}

TEST_CASE("a batch that is not committed has taken in nothing, and stamps go on before it") {
    TestRecords one, other;
    other.clock.advance(one_minute);
    other.desk.register_visit(other.visitor("+8613912345678", "王芳"));
    const std::vector<Event> events = other.all_events();
    {
        Journal::Batch batch(one.journal);
        CHECK(batch.take_in(events) == events.size());
    }
    CHECK(one.store.event_count() == 0);
    {
        Journal::Batch batch(one.journal);
        batch.add("hq", "x", "{}");
        batch.commit();
    }
    CHECK(one.all_events().at(0).stamp.wall < events.back().stamp.wall);
    {
        Journal::Batch batch(one.journal);
        CHECK(batch.take_in({events[0]}) == 1);
        CHECK(batch.take_in(events) == events.size() - 1);
        batch.commit();
    }
    CHECK(one.projections() == other.projections());
}

TEST_CASE("two different events with one number are both kept and told, an altered one is told") {
    TestRecords records;
    Event first;
    first.id = std::string(32, 'a');
    first.stamp = {test::opening_time, 0, std::string(32, 'b'), 1};
    first.kind = "x";
    first.body = "{}";
    Journal::Strange strange;
    CHECK(records.journal.take_in({first, first}, &strange) == 1);
    CHECK(strange.twins.empty());
    CHECK(strange.altered.empty());
    Event second = first;
    second.id = std::string(32, 'c');
    CHECK(records.journal.take_in({second}, &strange) == 1);
    CHECK(strange.twins == std::vector<Id>{second.id});
    first.body = R"({"other":1})";
    CHECK(records.journal.take_in({first}, &strange) == 0);
    CHECK(strange.altered == std::vector<Id>{first.id});
    CHECK(records.all_events().size() == 2);
}

TEST_CASE("a store that becomes another instance keeps its events and goes on in time") {
    TestRecords records;
    records.desk.register_visit(records.visitor("+8613700001111", "王芳"));
    const auto before = records.all_events();
    const Id old = records.journal.author().instance;
    CHECK_THROWS_AS(records.journal.renew_instance([] { throw std::runtime_error("no"); }),
                    std::runtime_error);
    CHECK(records.journal.author().instance == old);
    records.journal.renew_instance([&] { records.store.set_setting("noted", "yes"); });
    CHECK(records.store.setting("noted") == "yes");
    records.clock.set(test::opening_time - one_day);
    Journal reopened(records.store, records.clock, records.random, "one");
    CHECK(reopened.author().instance != old);
    Journal::Batch batch(reopened);
    batch.add("visitor", "x", "{}");
    batch.commit();
    const auto after = records.all_events();
    REQUIRE(after.size() == before.size() + 1);
    CHECK(after.back().stamp.sequence == 1);
    CHECK(after.back().stamp.instance == reopened.author().instance);
    CHECK(std::tie(after.back().stamp.wall, after.back().stamp.counter) >
          std::tie(before.back().stamp.wall, before.back().stamp.counter));
}

TEST_CASE("a file that is no store, and one of a newer release, are refused with the reason") {
    test::TemporaryFolder folder;
    const auto path = folder.path() / "store.db";
    std::ofstream(path) << std::string(4096, 'x');
    try {
        Store store(path);
        FAIL("was opened");
    } catch (const StoreError& error) {
        CHECK(error.reason == StoreError::Reason::damaged);
    }
    const auto newer = folder.path() / "newer.db";
    { Store(newer).database().exec("PRAGMA user_version=999"); }
    try {
        Store store(newer);
        FAIL("was opened");
    } catch (const StoreError& error) {
        CHECK(error.reason == StoreError::Reason::newer_release);
    }
}

TEST_CASE("a committed registration is in the file, not in memory") {
    TestRecords records;
    records.desk.register_visit(records.visitor("+8613655556666", "何青"));
    Store second(records.folder.path() / "store.db");
    CHECK(second.database().execAndGet("SELECT count(*) FROM visit").getInt() == 1);
    CHECK(second.database().execAndGet("PRAGMA synchronous").getInt() == 2);
}

TEST_CASE("events of a clock that is years ahead stand where headquarters says, everywhere") {
    TestRecords ahead("ahead", 1, test::opening_time + 3650 * one_day);
    TestRecords right("right", 2, test::opening_time);
    ahead.desk.register_visit(ahead.visitor("+8613700001111", "wrong"));
    right.clock.advance(one_hour);
    right.desk.register_visit(right.visitor("+8613700001111", "王芳"));
    TestRecords hq("hq", 3, test::opening_time + one_minute);
    const auto events = ahead.all_events();
    {
        SQLite::Transaction transaction(hq.store.database());
        note_clamped(hq.store.database(), events, hq.clock.now());
        hq.journal.take_in(events);
        transaction.commit();
    }
    announce_clamped(hq.journal);
    announce_clamped(hq.journal);
    CHECK(hq.all_events().size() == events.size() + 1);
    hq.take_in(right.all_events());
    const auto all = hq.all_events();
    for (TestRecords* records : {&ahead, &right}) {
        records->take_in(all);
        CHECK(records->projections() == hq.projections());
        records->journal.rebuild_projections();
        CHECK(records->projections() == hq.projections());
    }
    CHECK(hq.projections()["customer"].find("王芳") != std::string::npos);
    CHECK(hq.all_events().front().stamp.wall > test::opening_time + one_day);
}
