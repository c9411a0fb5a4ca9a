#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/model/customer.h"

namespace foyer {

/// What stands between a referral and its reward.
enum class RewardCondition {
    none,  ///< can be claimed, or is being paid
    friend_must_visit,
    friend_must_order,
    hold_days,           ///< the order must be some days old first
    headquarters_check,  ///< everything is done; headquarters verifies
    rejected,
};

/// One referred friend, as the referrer may see them (domain §2.7; names masked).
struct FriendReward {
    Id referral;
    std::string masked_name;  ///< "王＊＊"
    std::string surname;      ///< "王"
    ReferralState state = ReferralState::submitted;
    ReferralRejection rejection = ReferralRejection::none;
    ReferralLevel level = ReferralLevel::order;
    WallTime submitted_at = 0, ordered_at = 0;
    RewardCondition condition = RewardCondition::none;
    int days_left = 0;        ///< for hold_days
    int progress = 1;         ///< steps done of five: recommended, visited, ordered, held, granted
    std::int64_t amount = 0;  ///< fen: granted, or what the policy of today promises
    std::optional<ClaimState> claim;

    static constexpr int steps = 5;
    bool claimable() const { return state == ReferralState::granted && !claim; }
    bool successful() const {
        return state == ReferralState::ordered || state == ReferralState::granted;
    }
};

/// A claim as its referrer sees it.
struct ClaimView {
    Id claim;
    std::string receipt;  ///< ten symbols
    std::int64_t amount = 0;
    WallTime requested_at = 0, decided_at = 0;
    ClaimState state = ClaimState::provisional;
};

/// Everything the rewards screen shows of one referrer.
struct RewardsView {
    Id referrer;
    std::string name;
    Gender gender = Gender::unsaid;
    std::optional<IssuedCode> code;
    std::vector<FriendReward> friends;  ///< latest first
    std::vector<ClaimView> claims;      ///< latest first
    std::int64_t claimable = 0, being_checked = 0, provisional = 0,
                 approved_this_year = 0;  ///< fen
};

/// What a claim came to.
enum class ClaimFault { none, nothing_to_claim, unknown_referrer };

struct ClaimOutcome {
    ClaimFault fault = ClaimFault::none;
    ClaimView claim;
};

/// The friend's side of a referral made at the counter or by the referrer's own hand.
struct FriendDetails {
    std::string phone;  ///< E.164
    std::string name;
    Gender gender = Gender::unsaid;
};

/// A referral as headquarters lists it.
struct ReferralListing {
    Id referral, referrer, referred;
    std::string referrer_name, referred_name;
    ReferralState state = ReferralState::submitted;
    ReferralRejection rejection = ReferralRejection::none;
    ReferralLevel level = ReferralLevel::order;
    std::string consultant, product;
    WallTime submitted_at = 0, visited_at = 0, ordered_at = 0, granted_at = 0;
    std::int64_t amount = 0;
};

}  // namespace foyer
