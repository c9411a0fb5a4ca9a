#include "kiosk/flows/reward_claim.h"

#include <algorithm>

namespace foyer::kiosk {
namespace {

constexpr int most_doors = 6, usual_doors = 5;

FriendStanding claimed_standing(ClaimState state) {
    switch (state) {
        case ClaimState::disputed:
            return FriendStanding::disputed;
        case ClaimState::approved:
            return FriendStanding::approved;
        case ClaimState::provisional:
            break;
    }
    return FriendStanding::registered;
}

}  // namespace

FriendStanding friend_standing(const FriendReward& reward) {
    if (reward.claim) return claimed_standing(*reward.claim);
    switch (reward.state) {
        case ReferralState::submitted:
            return FriendStanding::recommended;
        case ReferralState::visited:
            return FriendStanding::visited;
        case ReferralState::ordered:
            return reward.condition == RewardCondition::hold_days ? FriendStanding::holding
                                                                  : FriendStanding::checking;
        case ReferralState::granted:
            return FriendStanding::claimable;
        case ReferralState::rejected:
            break;
    }
    return FriendStanding::rejected;
}

std::vector<OpenedDoor> doors_opened(const RewardsView& rewards, const Calendar& calendar,
                                     WallTime now) {
    std::vector<OpenedDoor> doors;
    for (const FriendReward& reward : rewards.friends) {
        const bool counts = reward.successful() && reward.level == ReferralLevel::order;
        if (!counts || calendar.year(reward.ordered_at) != calendar.year(now)) continue;
        doors.push_back({reward.ordered_at, friend_standing(reward), reward.days_left});
    }
    std::stable_sort(doors.begin(), doors.end(), [](const OpenedDoor& a, const OpenedDoor& b) {
        return a.ordered_at < b.ordered_at;
    });
    return doors;
}

DoorWindow door_window(int opened, const Policy* policy) {
    const RewardTier* next = policy ? policy->next_tier(opened) : nullptr;
    DoorWindow window;
    window.last = std::max({usual_doors, opened, next ? next->referrals : 0});
    window.first = std::max(1, window.last - usual_doors + 1);
    window.first = std::min(window.first, std::max(1, opened));
    window.first = std::max(window.first, window.last - most_doors + 1);
    return window;
}

std::optional<Id> friend_to_explain(const RewardsView& rewards) {
    const FriendReward* nearest = nullptr;
    const FriendReward* latest = nullptr;
    for (const FriendReward& reward : rewards.friends) {
        const FriendStanding standing = friend_standing(reward);
        if (standing == FriendStanding::disputed) return reward.referral;
        const bool nearer = !nearest || reward.days_left < nearest->days_left;
        if (standing == FriendStanding::holding && nearer) nearest = &reward;
        if (standing <= FriendStanding::claimable && !latest) latest = &reward;
    }
    const FriendReward* chosen = nearest ? nearest : latest;
    return chosen ? std::optional(chosen->referral) : std::nullopt;
}

std::vector<FriendReward> friends_to_claim(const RewardsView& rewards) {
    std::vector<FriendReward> friends;
    std::copy_if(rewards.friends.begin(), rewards.friends.end(), std::back_inserter(friends),
                 [](const FriendReward& reward) { return reward.claimable(); });
    return friends;
}

bool may_witness(const StaffMember& member) {
    return member.has_role(StaffRole::receptionist) || member.has_role(StaffRole::consultant) ||
           member.has_role(StaffRole::manager);
}

std::vector<const StaffMember*> witnesses(const Pack& pack) {
    std::vector<const StaffMember*> people;
    for (const StaffMember& member : pack.staff) {
        if (may_witness(member)) people.push_back(&member);
    }
    const auto place = [](const StaffMember* member) {
        if (member->has_role(StaffRole::receptionist)) return 0;
        return member->on_duty ? 1 : 2;
    };
    std::stable_sort(people.begin(), people.end(),
                     [&](const auto* a, const auto* b) { return place(a) < place(b); });
    return people;
}

bool RewardClaim::begin() {
    if (under_way_ || outcome_) return false;
    under_way_ = true;
    return true;
}

void RewardClaim::answered(const ClaimOutcome& outcome) {
    under_way_ = false;
    outcome_ = outcome;
}

}  // namespace foyer::kiosk
