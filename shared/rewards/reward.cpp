#include "shared/rewards/reward.h"

namespace foyer {
namespace {

/// Everything earned by the n-th successful referral of a year, campaigns apart.
std::int64_t earned_by(const Policy& policy, int referrals) {
    const std::int64_t base = base_amount(policy);
    const RewardTier* tier = policy.tier_reached(referrals);
    if (!tier) return referrals * base;
    return tier->total_fen + (referrals - tier->referrals) * base;
}

}  // namespace

std::int64_t base_amount(const Policy& policy) {
    for (const Offer& offer : policy.offers) {
        if (offer.kind == OfferKind::order || offer.kind == OfferKind::standard) {
            return offer.amount_fen;
        }
    }
    return 0;
}

Reward compute_reward(const Policy& policy, const std::vector<const Campaign*>& campaigns,
                      ReferralLevel level, int ordinal, const std::string& product) {
    Reward reward;
    if (level == ReferralLevel::information) return reward;
    const std::int64_t base = base_amount(policy);
    const std::int64_t top_up = earned_by(policy, ordinal) - earned_by(policy, ordinal - 1) - base;
    reward.parts.push_back({RewardPart::Kind::base, "", base});
    if (top_up != 0) reward.parts.push_back({RewardPart::Kind::tier_top_up, "", top_up});
    for (const Campaign* campaign : campaigns) {
        if (!campaign->covers(product)) continue;
        reward.parts.push_back({RewardPart::Kind::campaign, campaign->id, campaign->amount_fen});
    }
    for (const RewardPart& part : reward.parts)
        reward.amount += part.amount;
    return reward;
}

}  // namespace foyer
