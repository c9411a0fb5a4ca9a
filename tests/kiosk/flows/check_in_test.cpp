#include "kiosk/flows/check_in.h"

#include <doctest/doctest.h>

#include "tests/kiosk/flows/door_world.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

/// The way of a first visitor as far as the question for a friend.
void first_visit(DoorWorld& world, CheckIn& check_in, const std::string& digits) {
    REQUIRE(world.hand_in_phone(check_in, digits) == CheckInNext::name);
    check_in.name.set("Lin Mei");
    check_in.name.gender = Gender::female;
    REQUIRE(check_in.submit_name(world.rules()) == CheckInNext::visit);
    check_in.purpose = "decided";
    check_in.change_party(+1, world.rules());
    REQUIRE(check_in.submit_visit(*world.pack) == CheckInNext::referrer);
}

}  // namespace

TEST_CASE("A first visitor goes through name, visit, friend and consultant to a ticket") {
    DoorWorld world;
    CheckIn check_in;
    first_visit(world, check_in, "13800138000");
    check_in.friend_question.came_alone();
    CHECK(check_in.friend_answered(*world.pack) == CheckInNext::consultant);
    check_in.wished_consultant = "shen";
    check_in.toggle_consent("news");

    const CheckedIn done = world.register_now(check_in);
    REQUIRE(done.fault == ArrivalFault::none);
    CHECK(done.ticket.number == "A01");
    CHECK(done.ticket.kind == VisitKind::first);
    CHECK(done.ticket.consultant == "shen");
    CHECK(done.ticket.reason == AssignmentReason::requested);
    CHECK(done.surname == "Mei");
    CHECK(done.agreed_to_something);
    CHECK(done.gender == Gender::female);
    const auto row = world.desk->visit(done.ticket.visit);
    REQUIRE(row);
    CHECK(row->party_size == 2);
    CHECK(row->purpose == "decided");
    CHECK(world.desk->consents(row->customer).size() == 2);
}

TEST_CASE("Nobody gets past the phone without the consent the pack requires") {
    DoorWorld world;
    CheckIn check_in;
    CHECK_FALSE(check_in.agreed("reception"));
    CHECK(world.hand_in_phone(check_in, "13800138000", false) == CheckInNext::stay);
    CHECK(check_in.consent_asked());
    check_in.toggle_consent("reception");
    CHECK_FALSE(check_in.consent_asked());
    CHECK(world.hand_in_phone(check_in, "13800138000", false) == CheckInNext::name);
    check_in.toggle_consent("reception");
    CHECK(world.hand_in_phone(check_in, "13800138000", false) == CheckInNext::stay);
}

TEST_CASE("A returning visitor is registered four taps after the attract loop") {
    DoorWorld world;
    world.visited("13800138000", "林晓婉", Gender::female);
    int taps = 2;  // the attract loop, and "I'm here" on the home screen
    CheckIn check_in;
    type_into(check_in.phone, "13800138000");
    ++taps;  // next
    REQUIRE(check_in.submit_phone());
    const auto standing = standing_of(*world.desk, check_in.phone.reading().e164);
    REQUIRE(check_in.standing_known(standing, world.rules()) == CheckInNext::visit);
    REQUIRE(check_in.can_submit_visit(world.rules()));
    ++taps;  // done
    REQUIRE(check_in.submit_visit(*world.pack) == CheckInNext::registration);
    const CheckedIn done = world.register_now(check_in);
    CHECK(taps == 4);
    REQUIRE(done.fault == ArrivalFault::none);
    CHECK(done.ticket.kind == VisitKind::returning);
    CHECK(done.ticket.reason == AssignmentReason::earlier_consultant);
    CHECK_MESSAGE(done.surname == "林", "greeted by the name on record");
    CHECK(done.gender == Gender::female);
    CHECK_MESSAGE(!done.agreed_to_something, "an old consent is not thanked for again");
}

TEST_CASE("A returning visitor who takes the consent back elsewhere is asked again") {
    DoorWorld world;
    world.visited("13800138000", "林晓婉", Gender::female);
    Arrival at_counter;
    at_counter.phone = "+8613800138000";
    at_counter.actor = "tan";
    at_counter.consents = {{"reception", false}};
    world.desk->register_visit(at_counter);
    CheckIn check_in;
    CHECK(world.hand_in_phone(check_in, "13800138000", false) == CheckInNext::stay);
    CHECK(check_in.consent_asked());
    CHECK(world.hand_in_phone(check_in, "13800138000") == CheckInNext::visit);
}

TEST_CASE("What the pages learn of a number before the ticket holds no name and no history") {
    DoorWorld world;
    world.visited("13800138000", "林晓婉", Gender::female);
    CheckIn check_in;
    REQUIRE(world.hand_in_phone(check_in, "13800138000") == CheckInNext::visit);
    CHECK(check_in.name.empty());
    CHECK(check_in.name.gender == Gender::unsaid);
    CHECK(check_in.wished_consultant.empty());
    CHECK_FALSE(check_in.friend_question.recommender());
}

TEST_CASE("A friend handed in beforehand is asked everything a first visitor is") {
    DoorWorld world;
    const Id owner = world.owner_with_code("13900139000", "王小明", 77);
    world.desk->submit_referral(owner, {"+8613800138000", "林", Gender::female}, {}, "zhou");
    CheckIn check_in;
    CHECK(world.hand_in_phone(check_in, "13800138000") == CheckInNext::name);
    CHECK_FALSE(check_in.returning());
}

TEST_CASE("The friend who sent a first visitor is recorded with the visit") {
    DoorWorld world;
    const Id owner = world.owner_with_code("13900139000", "王小明", 77);
    const std::string consultant = world.desk->customer(owner)->consultant;
    CheckIn check_in;
    first_visit(world, check_in, "13800138000");
    REQUIRE(check_in.friend_question.code_scanned(world.qr_of(77), world.keys, world.today()) ==
            FriendStep::look_up);
    check_in.friend_question.code_looked_up(recommender_of_code(*world.desk, 77),
                                            check_in.phone.reading().e164);
    const CheckedIn done = world.register_now(check_in);
    CHECK(done.ticket.referral == ReferralNotice::recorded);
    CHECK(done.ticket.consultant == consultant);
    CHECK(done.ticket.reason == AssignmentReason::referrers_consultant);
    CHECK(world.desk->rewards(owner)->friends.size() == 1);
}

TEST_CASE("A genuine code nobody here knows registers the visit and is left to reception") {
    DoorWorld world;
    CheckIn check_in;
    first_visit(world, check_in, "13800138000");
    REQUIRE(check_in.friend_question.code_scanned(world.qr_of(4242), world.keys, world.today()) ==
            FriendStep::look_up);
    check_in.friend_question.code_looked_up(std::nullopt, check_in.phone.reading().e164);
    const CheckedIn done = world.register_now(check_in);
    CHECK(done.fault == ArrivalFault::none);
    CHECK(done.ticket.referral == ReferralNotice::none);
    CHECK(done.code_for_reception == 4242);
}

TEST_CASE("Another number asks again whose friend it is") {
    DoorWorld world;
    const Id owner = world.owner_with_code("13900139000", "王小明", 77);
    CheckIn check_in;
    first_visit(world, check_in, "13800138000");
    REQUIRE(check_in.friend_question.code_scanned(world.qr_of(77), world.keys, world.today()) ==
            FriendStep::look_up);
    check_in.friend_question.code_looked_up(Recommender{owner, "王＊＊"}, "+8613800138000");
    CHECK(world.hand_in_phone(check_in, "13800138001") == CheckInNext::name);
    CHECK(check_in.friend_question.answer() == FriendAnswer::unanswered);
    CHECK_MESSAGE(check_in.name.text() == "Lin Mei", "a slip in the number costs nobody the name");
    CHECK(world.hand_in_phone(check_in, "13900139000") == CheckInNext::visit);
    CHECK_MESSAGE(check_in.name.empty(), "a name typed for another number is not put on record");
}

TEST_CASE("A second touch on the last button registers nobody twice") {
    DoorWorld world;
    CheckIn check_in;
    first_visit(world, check_in, "13800138000");
    CHECK(check_in.begin_registration());
    CHECK_FALSE(check_in.begin_registration());
    check_in.registration_failed();
    CHECK_MESSAGE(check_in.begin_registration(), "after a fault one may try again");
}

TEST_CASE("The consultant's page is left out when it has nothing to ask") {
    DoorWorld world;
    CheckIn wished("fang");
    first_visit(world, wished, "13800138000");
    CHECK_MESSAGE(wished.friend_answered(*world.pack) == CheckInNext::consultant,
                  "there is still a consent to offer");
    world.pack->registration.consents.pop_back();
    CHECK(wished.friend_answered(*world.pack) == CheckInNext::registration);
    CheckIn open;
    CHECK(open.friend_answered(*world.pack) == CheckInNext::consultant);
    for (StaffMember& member : world.pack->staff)
        member.on_duty = false;
    CHECK(open.friend_answered(*world.pack) == CheckInNext::registration);
}

TEST_CASE("Visitors may ask for consultants on duty, and for whom they chose before") {
    DoorWorld world;
    const auto ids = [](const std::vector<const StaffMember*>& people) {
        std::string all;
        for (const StaffMember* member : people)
            all += member->id + " ";
        return all;
    };
    CHECK(ids(people_to_ask_for(*world.pack, {})) == "zhou shen ");
    CHECK(ids(people_to_ask_for(*world.pack, "fang")) == "fang zhou shen ");
    CHECK(ids(people_to_ask_for(*world.pack, "jiang")) == "zhou shen ");
}

TEST_CASE("A pack that asks for no number lets visitors in without one, and then for no friend") {
    DoorWorld world;
    world.pack->registration.required_at_door = {RegistrationField::purpose};
    CheckIn check_in;
    CHECK(check_in.without_phone() == CheckInNext::visit);
    CHECK(check_in.submit_visit(*world.pack) == CheckInNext::stay);
    check_in.purpose = "browsing";
    CHECK(check_in.submit_visit(*world.pack) == CheckInNext::registration);
    const CheckedIn done = world.register_now(check_in);
    CHECK(done.fault == ArrivalFault::none);
    CHECK(done.surname.empty());
    CHECK(world.desk->visit(done.ticket.visit)->customer.empty());
}

TEST_CASE("What the desk misses leads back to the page that asks for it") {
    const auto leads_to = [](ArrivalFault fault) {
        CheckIn check_in;
        CheckedIn outcome;
        outcome.fault = fault;
        check_in.begin_registration();
        const CheckInNext next = check_in.registered(outcome);
        CHECK_FALSE(check_in.registering());
        return next;
    };
    CHECK(leads_to(ArrivalFault::phone_missing) == CheckInNext::phone);
    CHECK(leads_to(ArrivalFault::consent_missing) == CheckInNext::phone);
    CHECK(leads_to(ArrivalFault::name_missing) == CheckInNext::name);
    CHECK(leads_to(ArrivalFault::purpose_missing) == CheckInNext::visit);
    CHECK(leads_to(ArrivalFault::party_size_out_of_range) == CheckInNext::visit);
    CHECK(leads_to(ArrivalFault::none) == CheckInNext::stay);
}

TEST_CASE("Names are kept within what a name may be, and cleaned when handed in") {
    DoorWorld world;
    CheckIn check_in;
    CHECK_FALSE(check_in.can_submit_name(world.rules()));
    CHECK(check_in.submit_name(world.rules()) == CheckInNext::stay);
    CHECK(check_in.name.told() == NameFault::empty);
    check_in.name.set("  Mei   Lin ");
    CHECK(check_in.name.told() == NameFault::none);
    CHECK(check_in.submit_name(world.rules()) == CheckInNext::visit);
    CHECK(check_in.name.text() == "Mei Lin");
    check_in.name.set(std::string(60, 'x'));
    CHECK(check_in.submit_name(world.rules()) == CheckInNext::stay);
    CHECK(check_in.name.told() == NameFault::too_long);
    check_in.name.set("\xF0\x28");
    CHECK(check_in.submit_name(world.rules()) == CheckInNext::stay);
    CHECK(check_in.name.told() == NameFault::not_text);
}

TEST_CASE("A party stays within the pack's limits") {
    DoorWorld world;
    CheckIn check_in;
    check_in.change_party(-1, world.rules());
    CHECK(check_in.party_size == 1);
    for (int i = 0; i < 9; ++i)
        check_in.change_party(+1, world.rules());
    CHECK(check_in.party_size == 6);
}

TEST_CASE("The next visitor's check-in knows nothing of the last") {
    DoorWorld world;
    {
        CheckIn last("shen");
        first_visit(world, last, "13800138000");
        type_into(last.friend_question.phone, "13900139000");
        world.register_now(last);
    }
    const CheckIn next;
    CHECK(next.phone.empty());
    CHECK(next.name.empty());
    CHECK_FALSE(next.agreed("reception"));
    CHECK(next.purpose.empty());
    CHECK(next.wished_consultant.empty());
    CHECK(next.friend_question.phone.empty());
    CHECK_FALSE(next.returning());
}
