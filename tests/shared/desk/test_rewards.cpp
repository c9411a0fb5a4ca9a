#include <doctest/doctest.h>

#include "shared/codes/receipt_code.h"
#include "shared/security/digest.h"
#include "tests/shared/journal/records.h"

using namespace foyer;
using foyer::test::TestRecords;

namespace {

const Id referrer = customer_id("+8613800138216");

void make_referrer(TestRecords& records) {
    const Id visit =
        records.desk.register_visit(records.visitor("+8613800138216", "赵敏")).ticket.visit;
    records.desk.depart(visit, VisitOutcome::bought, "", "tan");
    records.clock.advance(one_day);
}

Id send_friend(TestRecords& records, const std::string& phone, VisitOutcome outcome) {
    Arrival sent = records.visitor(phone, "王芳");
    sent.sent_by = SentBy{.referrer = referrer};
    const Ticket ticket = records.desk.register_visit(sent).ticket;
    CHECK(ticket.referral == ReferralNotice::recorded);
    if (outcome != VisitOutcome::none) records.desk.depart(ticket.visit, outcome, "", "tan");
    records.clock.advance(one_hour);
    return ticket.visit;
}

FriendReward only_friend(TestRecords& records) {
    const auto view = records.desk.rewards(referrer);
    REQUIRE(view);
    REQUIRE(view->friends.size() == 1);
    return view->friends[0];
}

}  // namespace

TEST_CASE("a referral goes from handed in to claimed, and says at each step what is missing") {
    TestRecords records("one", 1, test::opening_time - 60 * one_day);
    make_referrer(records);
    CHECK(records.desk.submit_referral(referrer, {"+8613700001111", "王芳"}, SentBy{}, "visitor") ==
          ReferralNotice::recorded);
    CHECK(only_friend(records).condition == RewardCondition::friend_must_visit);
    CHECK(only_friend(records).masked_name == "王＊＊");
    const Id visit =
        records.desk.register_visit(records.visitor("+8613700001111", "")).ticket.visit;
    CHECK(only_friend(records).condition == RewardCondition::friend_must_order);
    records.desk.depart(visit, VisitOutcome::bought, "", "tan");
    CHECK(only_friend(records).condition == RewardCondition::hold_days);
    CHECK(only_friend(records).days_left == 30);
    const Id referral = only_friend(records).referral;
    CHECK(records.desk.approve_referral(referral) == Desk::ApprovalFault::held);
    records.clock.advance(30 * one_day);
    CHECK(only_friend(records).condition == RewardCondition::headquarters_check);
    CHECK(records.desk.request_claim(referrer, "tan").fault == ClaimFault::nothing_to_claim);
    CHECK(records.desk.approve_referral(referral) == Desk::ApprovalFault::none);
    CHECK(records.desk.approve_referral(referral) == Desk::ApprovalFault::decided_already);
    CHECK(only_friend(records).claimable());
    CHECK(records.desk.rewards(referrer)->claimable == 50'000);
    const ClaimOutcome claim = records.desk.request_claim(referrer, "tan");
    REQUIRE(claim.fault == ClaimFault::none);
    CHECK(claim.claim.amount == 50'000);
    CHECK(is_receipt_of(claim.claim.receipt, id_bytes(claim.claim.claim)));
    CHECK(records.desk.request_claim(referrer, "tan").fault == ClaimFault::nothing_to_claim);
    CHECK(records.desk.approve_claim(claim.claim.claim) == Desk::ApprovalFault::none);
    CHECK(records.desk.rewards(referrer)->claims[0].state == ClaimState::approved);
    CHECK(records.desk.rewards(referrer)->approved_this_year == 50'000);
}

TEST_CASE("the third friend of a year tops up to the tier") {
    TestRecords records("one", 1, test::opening_time - 60 * one_day);
    make_referrer(records);
    for (const char* phone : {"+8613700001111", "+8613700002222", "+8613700003333"}) {
        send_friend(records, phone, VisitOutcome::bought);
    }
    const auto view = records.desk.rewards(referrer);
    REQUIRE(view->friends.size() == 3);
    CHECK(view->friends[0].amount == 80'000);
    CHECK(view->friends[1].amount == 50'000);
    CHECK(view->being_checked == 180'000);
}

TEST_CASE("nobody refers themselves, a lead of the store, or a friend another referred first") {
    TestRecords records;
    make_referrer(records);
    CHECK(records.desk.submit_referral(referrer, {"+8613800138216", ""}, SentBy{}, "visitor") ==
          ReferralNotice::self_referral);
    records.desk.register_visit(records.visitor("+8613700001111", "王芳"));
    records.clock.advance(one_day);
    CHECK(records.desk.submit_referral(referrer, {"+8613700001111", ""}, SentBy{}, "visitor") ==
          ReferralNotice::already_known);
    CHECK(records.desk.submit_referral(customer_id("+8613700001111"), {"+8613700002222", "李强"},
                                       SentBy{}, "visitor") == ReferralNotice::recorded);
    records.clock.advance(one_minute);
    CHECK(records.desk.submit_referral(referrer, {"+8613700002222", ""}, SentBy{}, "visitor") ==
          ReferralNotice::duplicate);
    const auto rejected = records.desk.rewards(referrer);
    for (const FriendReward& item : rejected->friends) {
        CHECK(item.condition == RewardCondition::rejected);
    }
}

TEST_CASE("a lead may be referred again when the protection period is over") {
    TestRecords records;
    make_referrer(records);
    records.desk.register_visit(records.visitor("+8613700001111", "王芳"));
    const Policy* policy =
        records.desk.pack().policy_on(records.desk.calendar().date(test::opening_time));
    REQUIRE(policy);
    records.clock.advance((policy->protection_days + 1) * one_day);
    CHECK(records.desk.submit_referral(referrer, {"+8613700001111", ""}, SentBy{}, "visitor") ==
          ReferralNotice::recorded);
    CHECK(only_friend(records).state == ReferralState::submitted);
}

TEST_CASE("one reward claimed at two kiosks that are offline: the first in time wins") {
    TestRecords one("one", 1, test::opening_time - 60 * one_day);
    make_referrer(one);
    send_friend(one, "+8613700001111", VisitOutcome::bought);
    one.clock.advance(31 * one_day);
    CHECK(one.desk.approve_referral(only_friend(one).referral) == Desk::ApprovalFault::none);
    TestRecords two("two", 2, one.clock.now() + one_minute);
    two.take_in(one.all_events());
    const ClaimOutcome later = two.desk.request_claim(referrer, "he");
    const ClaimOutcome earlier = one.desk.request_claim(referrer, "tan");
    REQUIRE(later.fault == ClaimFault::none);
    REQUIRE(earlier.fault == ClaimFault::none);
    TestRecords hq("hq", 3, two.clock.now() + one_hour);
    // The later claim's file arrives first.
    hq.take_in(two.all_events());
    hq.take_in(one.all_events());
    CHECK(hq.desk.approve_claim(later.claim.claim) == Desk::ApprovalFault::disputed);
    CHECK(hq.desk.approve_claim(earlier.claim.claim) == Desk::ApprovalFault::none);
    CHECK(hq.desk.rewards(referrer)->approved_this_year == 50'000);
}

TEST_CASE("what is approved is paid once, even if an earlier claim of it comes in later") {
    TestRecords first("one", 1, test::opening_time - 60 * one_day);
    make_referrer(first);
    send_friend(first, "+8613700001111", VisitOutcome::bought);
    first.clock.advance(31 * one_day);
    CHECK(first.desk.approve_referral(only_friend(first).referral) == Desk::ApprovalFault::none);
    TestRecords second("two", 2, first.clock.now() + one_minute);
    second.take_in(first.all_events());
    TestRecords headquarters("hq", 3, first.clock.now() + one_hour);
    const Id early = first.desk.request_claim(referrer, "tan").claim.claim;
    const Id late = second.desk.request_claim(referrer, "tan").claim.claim;
    headquarters.take_in(second.all_events());
    CHECK(headquarters.desk.approve_claim(late) == Desk::ApprovalFault::none);
    headquarters.take_in(first.all_events());
    CHECK(headquarters.desk.approve_claim(early) == Desk::ApprovalFault::disputed);
    CHECK(headquarters.desk.rewards(referrer)->approved_this_year == 50'000);
    first.take_in(headquarters.all_events());
    CHECK(first.projections() == headquarters.projections());
}

TEST_CASE("a campaign's extra is granted for its product in its days only") {
    TestRecords records("one", 1, test::opening_time);
    const auto running =
        records.desk.pack().running_campaigns(records.desk.calendar().date(test::opening_time));
    REQUIRE_FALSE(running.empty());
    make_referrer(records);
    Arrival sent = records.visitor("+8613700001111", "王芳");
    sent.sent_by = SentBy{.referrer = referrer};
    const Id visit = records.desk.register_visit(sent).ticket.visit;
    records.desk.depart(visit, VisitOutcome::bought, running.front()->products.front(), "tan");
    CHECK(only_friend(records).amount == 50'000 + running.front()->amount_fen);
}
