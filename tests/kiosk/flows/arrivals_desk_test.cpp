#include "kiosk/flows/arrivals_desk.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kiosk/flows/reception_command.h"
#include "tests/kiosk/flows/reception_world.h"

namespace foyer::kiosk {
namespace {

const std::optional<std::string> receptionist = "tan";

}  // namespace

TEST_CASE("a party goes from waiting to reception to departed, each step one command") {
    ReceptionWorld world;
    const Id visit = world.arrive("+8613800138000", "陈建国");
    REQUIRE(carry_out(*world.desk, AssignParty{visit, "shen"}, receptionist).result ==
            CommandResult::done);
    ArrivalsBoard board = world.desk->arrivals();
    REQUIRE(board.waiting.size() == 1);
    CHECK(board.waiting[0].consultant == "shen");
    CHECK(row_action(board.waiting[0]) == RowAction::receive);

    world.clock.advance(4 * one_minute);
    REQUIRE(carry_out(*world.desk, ReceiveParty{visit}, receptionist).result ==
            CommandResult::done);
    world.clock.advance(20 * one_minute);
    board = world.desk->arrivals();
    REQUIRE(board.in_reception.size() == 1);
    CHECK(waited(board.in_reception[0], world.clock.now()) == 4 * one_minute);
    CHECK(in_reception_for(board.in_reception[0], world.clock.now()) == 20 * one_minute);
    CHECK(row_action(board.in_reception[0]) == RowAction::depart);

    REQUIRE(
        carry_out(*world.desk, DepartParty{visit, VisitOutcome::bought, ""}, receptionist).result ==
        CommandResult::done);
    board = world.desk->arrivals();
    REQUIRE(board.departed.size() == 1);
    CHECK(row_action(board.departed[0]) == RowAction::none);
}

TEST_CASE("a party that nobody has can only be assigned") {
    BoardRow row;
    CHECK(row_action(row) == RowAction::assign);
    row.consultant = "shen";
    CHECK(row_action(row) == RowAction::receive);
}

TEST_CASE("a step that somebody else has taken already is refused and written nowhere") {
    ReceptionWorld world;
    const Id visit = world.arrive("+8613800138000", "陈建国");
    carry_out(*world.desk, ReceiveParty{visit}, receptionist);
    CHECK(carry_out(*world.desk, ReceiveParty{visit}, receptionist).result ==
          CommandResult::not_possible);
    CHECK(carry_out(*world.desk, ReceiveParty{"unknown"}, receptionist).result ==
          CommandResult::not_possible);
}

TEST_CASE("the capture rate follows each party that comes, leaves details or buys") {
    ReceptionWorld world;
    CHECK_FALSE(world.desk->arrivals().capture.percent().has_value());
    world.arrive("+8613800138000", "陈建国");
    CHECK(world.desk->arrivals().capture.percent() == 100);
    const Id nameless = world.arrive("", "");
    CHECK(world.desk->arrivals().capture.percent() == 50);

    RecordDetails details;
    details.phone = "+8613800138001";
    details.name = "吴芳";
    carry_out(*world.desk, CompleteRecord{nameless, details}, receptionist);
    CHECK(world.desk->arrivals().capture.percent() == 100);

    const Id buyer = world.arrive("", "");
    CHECK(world.desk->arrivals().capture.percent() == 67);
    carry_out(*world.desk, DepartParty{buyer, VisitOutcome::bought, ""}, receptionist);
    CHECK(world.desk->arrivals().capture.percent() == 100);
}

TEST_CASE("a wait turns amber, then red after the pack's limit, and stops when received") {
    ReceptionWorld world;
    const Id visit = world.arrive("+8613800138000", "陈建国");
    const int limit = world.pack->rotation.waiting_limit_minutes;
    const auto tone = [&] {
        const ArrivalsBoard board = world.desk->arrivals();
        return wait_tone(board.waiting.at(0), world.clock.now(), limit);
    };
    CHECK(tone() == WaitTone::calm);
    world.clock.advance(9 * one_minute + one_second);
    CHECK(tone() == WaitTone::soon);
    world.clock.advance(6 * one_minute - one_second);
    CHECK(tone() == WaitTone::soon);
    CHECK(parties_over_limit(world.desk->arrivals(), world.clock.now(), limit) == 0);
    world.clock.advance(one_second);
    CHECK(tone() == WaitTone::over);
    CHECK(parties_over_limit(world.desk->arrivals(), world.clock.now(), limit) == 1);
    carry_out(*world.desk, ReceiveParty{visit}, receptionist);
    CHECK(parties_over_limit(world.desk->arrivals(), world.clock.now(), limit) == 0);
}

TEST_CASE("the rotation says who is next, who has a party, and who is not here") {
    ReceptionWorld world;
    const Id visit = world.arrive("+8613800138000", "陈建国");
    ArrivalsBoard board = world.desk->arrivals();
    REQUIRE(board.rotation.size() == 3);
    CHECK(consultant_state(board.rotation[0]) == ConsultantState::expecting);
    CHECK(consultant_state(board.rotation[1]) == ConsultantState::next);
    CHECK(consultant_state(board.rotation[2]) == ConsultantState::off_duty);
    carry_out(*world.desk, ReceiveParty{visit}, receptionist);
    board = world.desk->arrivals();
    CHECK(consultant_state(board.rotation[0]) == ConsultantState::receiving);
}

TEST_CASE("nobody can act after signing out, nor somebody the pack does not know") {
    ReceptionWorld world;
    const Id visit = world.arrive("", "");
    const std::size_t before = [&] {
        std::int64_t position = 0;
        return world.desk->journal().after(position, 100).size();
    }();
    RecordDetails details;
    details.note = "note";
    Arrival arrival;
    const ReceptionCommand commands[] = {AssignParty{visit, "zhou"}, ReceiveParty{visit},
                                         DepartParty{visit, VisitOutcome::bought, ""},
                                         CompleteRecord{visit, details},
                                         RegisterParty{arrival, ""}};
    for (const ReceptionCommand& command : commands) {
        CHECK(carry_out(*world.desk, command, std::nullopt).result ==
              CommandResult::nobody_signed_in);
        CHECK(carry_out(*world.desk, command, std::string("stranger")).result ==
              CommandResult::nobody_signed_in);
    }
    std::int64_t position = 0;
    CHECK(world.desk->journal().after(position, 100).size() == before);
}

TEST_CASE("every command is written in the name of whoever is signed in") {
    ReceptionWorld world;
    const Id visit = world.arrive("", "");
    carry_out(*world.desk, AssignParty{visit, "zhou"}, std::string("du"));
    carry_out(*world.desk, RegisterParty{{}, "with a dog"}, std::string("shen"));
    std::int64_t position = 0;
    const std::vector<Event> events = world.desk->journal().after(position, 100);
    REQUIRE(events.size() >= 3);
    const auto by = [&](std::string_view kind, std::string_view actor) {
        return std::count_if(events.begin(), events.end(), [&](const Event& event) {
            return event.kind == kind && event.actor == actor;
        });
    };
    CHECK(by(event_kind::visit_assigned, "du") == 1);
    CHECK(by(event_kind::visit_registered, "shen") == 1);
    CHECK(by(event_kind::visit_recorded, "shen") == 1);
    CHECK(by(event_kind::visit_registered, "visitor") == 0);
}

TEST_CASE("the board is read again only after news or on another day") {
    BoardReading reading;
    CHECK(reading.due(1, 20617));
    CHECK_FALSE(reading.due(1, 20617));
    CHECK(reading.due(2, 20617));
    CHECK_FALSE(reading.due(2, 20617));
    CHECK(reading.due(2, 20618));
}

TEST_CASE("a stopwatch reads minutes and seconds, with hours only when there are any") {
    CHECK(stopwatch(0) == "00:00");
    CHECK(stopwatch(18 * one_minute + 42 * one_second + 999) == "18:42");
    CHECK(stopwatch(one_hour + 2 * one_minute + 3 * one_second) == "1:02:03");
}

TEST_CASE("a wait is never negative, also when the wall clock is set back") {
    ReceptionWorld world;
    world.arrive("", "");
    const ArrivalsBoard board = world.desk->arrivals();
    CHECK(waited(board.waiting.at(0), world.clock.now() - one_hour) == 0);
}

TEST_CASE("the board ticks each second while somebody waits, else each minute") {
    ArrivalsBoard board;
    CHECK(next_tick(board, 10 * one_minute + 200) == one_minute - 200);
    board.waiting.emplace_back();
    CHECK(next_tick(board, 10 * one_minute + 200) == one_second - 200);
}

}  // namespace foyer::kiosk
