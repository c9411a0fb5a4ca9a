#include "kiosk/flows/reward_claim.h"

#include <doctest/doctest.h>

#include "tests/kiosk/flows/referrer_world.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

FriendReward reward(ReferralState state, ReferralLevel level = ReferralLevel::order) {
    FriendReward reward;
    reward.state = state;
    reward.level = level;
    return reward;
}

FriendStanding only_standing(ReferrerWorld& world) {
    const RewardsView rewards = world.rewards();
    REQUIRE(rewards.friends.size() == 1);
    return friend_standing(rewards.friends.front());
}

}  // namespace

TEST_CASE("a friend's standing follows from the visit to the approved claim") {
    ReferrerWorld world;
    Desk& desk = world.records.desk;
    desk.submit_referral(world.referrer, {"+8613700001111", "王雅琴"}, {}, "visitor");
    CHECK(only_standing(world) == FriendStanding::recommended);
    world.send_friend("+8613700001111", "王雅琴", VisitOutcome::not_bought, false);
    CHECK(only_standing(world) == FriendStanding::visited);
    world.send_friend("+8613700001111", "王雅琴", VisitOutcome::bought, false);
    CHECK(only_standing(world) == FriendStanding::holding);
    world.records.clock.advance(31 * one_day);
    CHECK(only_standing(world) == FriendStanding::checking);
    desk.approve_referral(world.rewards().friends.front().referral);
    CHECK(only_standing(world) == FriendStanding::claimable);
    const ClaimOutcome claim = desk.request_claim(world.referrer, "tan");
    CHECK(only_standing(world) == FriendStanding::registered);
    desk.approve_claim(claim.claim.claim);
    CHECK(only_standing(world) == FriendStanding::approved);
}

TEST_CASE("what is claimed is what can be claimed, once") {
    ReferrerWorld world;
    CHECK(friends_to_claim(world.rewards()).empty());
    CHECK(world.records.desk.request_claim(world.referrer, "tan").fault ==
          ClaimFault::nothing_to_claim);
    world.grant_friend("+8613700001111", "王雅琴");
    world.send_friend("+8613700002222", "刘思远", VisitOutcome::not_bought);
    const auto friends = friends_to_claim(world.rewards());
    REQUIRE(friends.size() == 1);
    CHECK(friends.front().masked_name == "王＊＊");
    const ClaimOutcome claim = world.records.desk.request_claim(world.referrer, "tan");
    CHECK(claim.claim.amount == friends.front().amount);
    CHECK(friends_to_claim(world.rewards()).empty());
    CHECK(world.records.desk.request_claim(world.referrer, "tan").fault ==
          ClaimFault::nothing_to_claim);
}

TEST_CASE("however often the PIN is entered, one claim is asked for") {
    RewardClaim claim;
    CHECK(claim.begin());
    CHECK_FALSE(claim.begin());
    claim.failed();
    CHECK(claim.begin());
    claim.answered({});
    CHECK_FALSE(claim.under_way());
    CHECK_FALSE(claim.begin());
}

TEST_CASE("a claim made at two kiosks is shown as disputed to the second") {
    ReferrerWorld one;
    one.grant_friend("+8613700001111", "王雅琴");
    test::TestRecords two("two", 2, one.records.clock.now() + one_minute);
    two.take_in(one.records.all_events());
    one.records.desk.request_claim(one.referrer, "tan");
    two.desk.request_claim(one.referrer, "he");
    two.take_in(one.records.all_events());
    const RewardsView rewards = *two.desk.rewards(one.referrer);
    REQUIRE(rewards.claims.size() == 2);
    CHECK(rewards.claims.front().state == ClaimState::disputed);
    CHECK(rewards.claims.back().state == ClaimState::provisional);
    CHECK(rewards.claimable == 0);
    CHECK(friends_to_claim(rewards).empty());
}

TEST_CASE("doors are this year's orders of the order level, the earliest first") {
    ReferrerWorld world;
    const WallTime now = world.records.clock.now();
    RewardsView rewards;
    for (const int days_ago : {10, 90, 400}) {
        rewards.friends.push_back(reward(ReferralState::granted));
        rewards.friends.back().ordered_at = now - days_ago * one_day;
    }
    rewards.friends.push_back(reward(ReferralState::ordered, ReferralLevel::information));
    rewards.friends.back().ordered_at = now;
    rewards.friends.push_back(reward(ReferralState::visited));
    const auto doors = doors_opened(rewards, world.records.desk.calendar(), now);
    REQUIRE(doors.size() == 2);
    CHECK(doors[0].ordered_at == now - 90 * one_day);
    CHECK(doors[1].ordered_at == now - 10 * one_day);
}

TEST_CASE("the next tier and the last opened door are always in the picture") {
    Policy policy;
    for (const int referrals : {1, 3, 5, 10})
        policy.tiers.push_back({referrals, 0, {}});
    for (int opened = 0; opened <= 14; ++opened) {
        CAPTURE(opened);
        const DoorWindow window = door_window(opened, &policy);
        const RewardTier* next = policy.next_tier(opened);
        if (next) CHECK(window.last >= next->referrals);
        if (opened > 0) {
            CHECK(window.first <= opened);
            CHECK(window.last >= opened);
        }
        CHECK(window.first >= 1);
        CHECK(window.last - window.first + 1 <= 6);
        CHECK(window.last - window.first + 1 >= 5);
    }
    CHECK(door_window(2, nullptr).last == 5);
}

TEST_CASE("the condition told first is a dispute, else the one that is met soonest") {
    RewardsView rewards;
    CHECK_FALSE(friend_to_explain(rewards));
    for (const int days : {20, 6, 12}) {
        rewards.friends.push_back(reward(ReferralState::ordered));
        rewards.friends.back().referral = std::to_string(days);
        rewards.friends.back().condition = RewardCondition::hold_days;
        rewards.friends.back().days_left = days;
    }
    CHECK(friend_to_explain(rewards) == Id("6"));
    rewards.friends.push_back(reward(ReferralState::granted));
    rewards.friends.back().referral = "disputed";
    rewards.friends.back().claim = ClaimState::disputed;
    CHECK(friend_to_explain(rewards) == Id("disputed"));
}

TEST_CASE("a designer's PIN confirms no claim") {
    const auto people = witnesses(*test::tile_pack());
    REQUIRE_FALSE(people.empty());
    CHECK(people.front()->has_role(StaffRole::receptionist));
    StaffMember designer;
    designer.roles = {StaffRole::designer};
    CHECK_FALSE(may_witness(designer));
    for (const StaffMember* member : people)
        CHECK(may_witness(*member));
}
