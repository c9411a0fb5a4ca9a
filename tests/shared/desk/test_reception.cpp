#include <doctest/doctest.h>

#include "tests/shared/journal/records.h"

using namespace foyer;
using foyer::test::TestRecords;

namespace {

int count(TestRecords& records, const char* table) {
    return records.store.database()
        .execAndGet(std::string("SELECT count(*) FROM ") + table)
        .getInt();
}

}  // namespace

TEST_CASE("a known number is a return visit, never a second customer") {
    TestRecords records;
    const ArrivalOutcome first =
        records.desk.register_visit(records.visitor("+8613655556666", "何青"));
    CHECK(first.fault == ArrivalFault::none);
    CHECK(first.ticket.kind == VisitKind::first);
    CHECK(first.ticket.number == "A01");
    records.clock.advance(one_day);
    const ArrivalOutcome second =
        records.desk.register_visit(records.visitor("+8613655556666", ""));
    CHECK(second.fault == ArrivalFault::none);
    CHECK(second.ticket.kind == VisitKind::returning);
    CHECK(second.ticket.number == "A01");
    CHECK(count(records, "customer") == 1);
    const auto customer = records.desk.find_customer("+8613655556666");
    REQUIRE(customer);
    CHECK(customer->name == "何青");
    CHECK(customer->visits == 2);
}

TEST_CASE("a number another store gave under this kiosk's letter is not given again that day") {
    TestRecords original("riverside-1", 1), clone("riverside-1", 2);
    original.desk.register_visit(original.visitor("+8613655556666", "何青"));
    original.desk.register_visit(original.visitor("+8613655557777", "罗琴"));
    clone.take_in(original.all_events());
    const auto next = clone.desk.register_visit(clone.visitor("+8613655558888", "周静"));
    CHECK(next.ticket.number == "A03");
    TestRecords neighbour("riverside-2", 3);
    neighbour.store.set_setting("ticket.letter", "B");
    neighbour.take_in(original.all_events());
    CHECK(
        neighbour.desk.register_visit(neighbour.visitor("+8613655559999", "孙丽")).ticket.number ==
        "B01");
}

TEST_CASE("whoever has bought before comes as a repeat buyer") {
    TestRecords records;
    const Id visit =
        records.desk.register_visit(records.visitor("+8613655556666", "何青")).ticket.visit;
    records.desk.depart(visit, VisitOutcome::bought, "", "tan");
    records.clock.advance(one_day);
    const auto again = records.desk.register_visit(records.visitor("+8613655556666", ""));
    CHECK(again.ticket.kind == VisitKind::repeat_purchase);
}

TEST_CASE("a visitor who refuses the required consent is not registered, and nothing is kept") {
    TestRecords records;
    Arrival arrival = records.visitor("+8613655556666", "何青");
    for (ConsentAnswer& answer : arrival.consents)
        answer.granted = false;
    CHECK(records.desk.register_visit(arrival).fault == ArrivalFault::consent_missing);
    arrival.consents.clear();
    CHECK(records.desk.register_visit(arrival).fault == ArrivalFault::consent_missing);
    CHECK(count(records, "event") == 0);
}

TEST_CASE("each thing the pack requires at the door is asked for by its own name") {
    TestRecords records;
    Arrival arrival = records.visitor("+8613655556666", "何青");
    arrival.phone.clear();
    CHECK(records.desk.register_visit(arrival).fault == ArrivalFault::phone_missing);
    arrival = records.visitor("+8613655556666", "何青");
    arrival.party_size = 0;
    CHECK(records.desk.register_visit(arrival).fault == ArrivalFault::party_size_out_of_range);
    arrival.party_size = 1000;
    CHECK(records.desk.register_visit(arrival).fault == ArrivalFault::party_size_out_of_range);
}

TEST_CASE("consultants take turns; who is with a party is passed over") {
    TestRecords records;
    std::vector<std::string> turns;
    const auto& order = records.desk.pack().rotation.order;
    int on_duty = 0;
    for (const std::string& id : order) {
        if (records.desk.pack().find_staff(id)->on_duty) ++on_duty;
    }
    REQUIRE(on_duty >= 2);
    for (int party = 0; party < on_duty + 1; ++party) {
        const std::string phone = "+861365555" + std::to_string(1000 + party);
        turns.push_back(
            records.desk.register_visit(records.visitor(phone, "何青")).ticket.consultant);
        records.clock.advance(one_minute);
    }
    // Everybody once, then nobody is free.
    std::vector<std::string> sorted(turns.begin(), turns.end() - 1);
    std::sort(sorted.begin(), sorted.end());
    CHECK(std::unique(sorted.begin(), sorted.end()) == sorted.end());
    CHECK(turns.back().empty());
    // Whose party leaves is free again.
    const ArrivalsBoard board = records.desk.arrivals();
    records.desk.depart(board.waiting[1].visit, VisitOutcome::not_bought, "", "tan");
    const auto next = records.desk.register_visit(records.visitor("+8613655552222", "罗琴"));
    CHECK(next.ticket.consultant == turns[1]);
}

TEST_CASE("a wish comes first, then the consultant one knows, then the friend's, then the turn") {
    TestRecords records;
    const std::string wished = records.desk.pack().rotation.order[1];
    Arrival arrival = records.visitor("+8613655556666", "何青");
    arrival.wished_consultant = wished;
    const Ticket first = records.desk.register_visit(arrival).ticket;
    CHECK(first.consultant == wished);
    CHECK(first.reason == AssignmentReason::requested);
    records.clock.advance(one_day);
    const Ticket again = records.desk.register_visit(records.visitor("+8613655556666", "")).ticket;
    CHECK(again.consultant == wished);
    CHECK(again.reason == AssignmentReason::earlier_consultant);
    Arrival sent = records.visitor("+8613655557777", "罗琴");
    sent.sent_by = SentBy{.referrer = customer_id("+8613655556666")};
    const Ticket by_friend = records.desk.register_visit(sent).ticket;
    CHECK(by_friend.consultant == wished);
    CHECK(by_friend.reason == AssignmentReason::referrers_consultant);
}

TEST_CASE("the board moves a party from waiting to reception to departed") {
    TestRecords records;
    const Id visit =
        records.desk.register_visit(records.visitor("+8613655556666", "何青")).ticket.visit;
    CHECK(records.desk.arrivals().waiting.size() == 1);
    CHECK(records.desk.receive(visit, "tan"));
    CHECK_FALSE(records.desk.receive(visit, "tan"));
    CHECK(records.desk.arrivals().in_reception.size() == 1);
    CHECK(records.desk.depart(visit, VisitOutcome::not_bought, "", "tan"));
    CHECK_FALSE(records.desk.depart(visit, VisitOutcome::bought, "", "tan"));
    const ArrivalsBoard board = records.desk.arrivals();
    CHECK(board.waiting.empty());
    CHECK(board.in_reception.empty());
    REQUIRE(board.departed.size() == 1);
    CHECK(board.departed[0].outcome == VisitOutcome::not_bought);
    records.clock.advance(one_day);
    CHECK(records.desk.arrivals().parties() == 0);
}

TEST_CASE("capture rate counts first visits that did not buy, and follows a completed record") {
    TestRecords records;
    CHECK_FALSE(records.desk.arrivals().capture.percent());
    Arrival anonymous = records.visitor("", "");
    anonymous.consents.clear();
    anonymous.actor = "tan";
    const Id unknown = records.desk.register_visit(anonymous).ticket.visit;
    records.desk.register_visit(records.visitor("+8613655556666", "何青"));
    const Id buyer =
        records.desk.register_visit(records.visitor("+8613655557777", "罗琴")).ticket.visit;
    records.desk.depart(buyer, VisitOutcome::bought, "", "tan");
    CHECK(records.desk.arrivals().capture.percent() == 50);
    RecordDetails details;
    details.phone = "+8613655558888";
    details.name = "唐悦";
    CHECK(records.desk.complete_record(unknown, details, "tan"));
    CHECK(records.desk.arrivals().capture.percent() == 100);
    CHECK(records.desk.find_customer("+8613655558888")->name == "唐悦");
}

TEST_CASE("of consents that did not see each other the most restrictive counts") {
    TestRecords one("one", 1), two("two", 2);
    Arrival yes = one.visitor("+8613655556666", "何青");
    one.desk.register_visit(yes);
    Arrival partly = two.visitor("+8613655556666", "何青");
    partly.consents.back().granted = false;
    two.desk.register_visit(partly);
    one.take_in(two.all_events());
    const Id customer = customer_id("+8613655556666");
    const std::string purpose = partly.consents.back().purpose;
    const auto granted = [&] {
        for (const ConsentAnswer& answer : one.desk.consents(customer)) {
            if (answer.purpose == purpose) return answer.granted;
        }
        FAIL("there is no answer");
        return false;
    };
    CHECK_FALSE(granted());
    // A later answer that saw both replaces them.
    one.clock.advance(one_hour);
    one.desk.register_visit(yes);
    CHECK(granted());
}
