#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/model/kinds.h"
#include "shared/pack/policy.h"

namespace foyer {

/// What a reward is made of, so that whoever approves it sees why (look "22-hq-approvals").
struct RewardPart {
    enum class Kind { base, tier_top_up, campaign };
    Kind kind = Kind::base;
    std::string label;        ///< campaign id for a campaign; else empty
    std::int64_t amount = 0;  ///< fen
};

struct Reward {
    std::int64_t amount = 0;  ///< fen, sum of the parts
    std::vector<RewardPart> parts;
};

/// What a successful referral earns under a policy (domain §2.6). `ordinal` counts the referrer's
/// successful referrals of the calendar year, this one included. Reaching a tier tops up to the
/// tier's total; campaigns stack. The information level earns a service, not money (domain §2.5):
/// amount 0.
Reward compute_reward(const Policy& policy, const std::vector<const Campaign*>& campaigns,
                      ReferralLevel level, int ordinal, const std::string& product);

/// The cash of one successful referral without tiers and campaigns, fen.
std::int64_t base_amount(const Policy& policy);

}  // namespace foyer
