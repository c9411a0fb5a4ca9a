#include <algorithm>
#include <nlohmann/json.hpp>

#include "shared/codes/receipt_code.h"
#include "shared/desk/desk.h"
#include "shared/people/names.h"
#include "shared/rewards/reward.h"
#include "shared/security/digest.h"

namespace foyer {
namespace {

using nlohmann::json;

/// Steps done of FriendReward::steps, and what the next one waits for.
void judge_progress(FriendReward& item, WallTime now, int hold_days) {
    const WallTime held_until = item.ordered_at + hold_days * one_day;
    switch (item.state) {
        case ReferralState::submitted:
            item.condition = RewardCondition::friend_must_visit;
            item.progress = 1;
            break;
        case ReferralState::visited:
            item.condition = RewardCondition::friend_must_order;
            item.progress = 2;
            break;
        case ReferralState::ordered:
            if (now < held_until) {
                item.condition = RewardCondition::hold_days;
                item.days_left = int((held_until - now + one_day - 1) / one_day);
                item.progress = 3;
            } else {
                item.condition = RewardCondition::headquarters_check;
                item.progress = 4;
            }
            break;
        case ReferralState::granted:
            item.progress = FriendReward::steps;
            break;
        case ReferralState::rejected:
            item.condition = RewardCondition::rejected;
            break;
    }
}

}  // namespace

std::vector<FriendReward> Desk::friends_of(const Id& referrer) {
    Statement query(
        database(),
        "SELECT r.id, coalesce(c.name, ''), r.state, r.rejection, r.level, r.submitted_at, "
        "r.ordered_at, r.amount, r.product, "
        "(SELECT min(k.state) FROM claim_referral l JOIN claim k ON k.id = l.claim "
        " WHERE l.referral = r.id) "
        "FROM referral r LEFT JOIN customer c ON c.subject = "
        "(SELECT number FROM subject WHERE name = 'customer:' || r.referred) "
        "WHERE r.referrer = ? "
        "ORDER BY r.submitted_at, r.id");
    query.bind_all(referrer);
    const Policy* policy = pack_->policy_on(calendar_.date(now()));
    const int this_year = calendar_.year(now());
    int ordinal = 0;
    std::vector<FriendReward> friends;
    while (query.executeStep()) {
        FriendReward item;
        item.referral = query.getColumn(0).getString();
        const std::string name = query.getColumn(1).getString();
        item.masked_name = masked_name(name);
        item.surname = surname_of(name);
        item.state = from_word(query.getColumn(2).getString(), ReferralState::submitted);
        item.rejection = from_word(query.getColumn(3).getString(), ReferralRejection::none);
        item.level = from_word(query.getColumn(4).getString(), ReferralLevel::order);
        item.submitted_at = query.getColumn(5).getInt64();
        item.ordered_at = query.getColumn(6).getInt64();
        item.amount = query.getColumn(7).getInt64();
        judge_progress(item, now(), policy ? policy->hold_days : 0);
        if (!query.getColumn(9).isNull()) {
            item.claim = from_word(query.getColumn(9).getString(), ClaimState::provisional);
        }
        const bool counts = item.level == ReferralLevel::order;
        if (item.successful() && counts && calendar_.year(item.ordered_at) == this_year) ++ordinal;
        const bool promised =
            item.state != ReferralState::granted && item.state != ReferralState::rejected && policy;
        if (promised) {
            const int place = item.state == ReferralState::ordered ? ordinal : ordinal + 1;
            const auto campaigns = pack_->running_campaigns(
                calendar_.date(item.ordered_at != 0 ? item.ordered_at : now()));
            item.amount = compute_reward(*policy, campaigns, item.level, place,
                                         query.getColumn(8).getString())
                              .amount;
        }
        friends.push_back(std::move(item));
    }
    std::reverse(friends.begin(), friends.end());
    return friends;
}

std::vector<ClaimView> Desk::claims_of(const Id& referrer) {
    Statement query(database(),
                    "SELECT id, receipt, amount, requested_at, decided_at, state FROM claim "
                    "WHERE referrer = ? ORDER BY requested_at DESC, id");
    query.bind_all(referrer);
    std::vector<ClaimView> claims;
    while (query.executeStep()) {
        claims.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(),
                          query.getColumn(2).getInt64(), query.getColumn(3).getInt64(),
                          query.getColumn(4).getInt64(),
                          from_word(query.getColumn(5).getString(), ClaimState::provisional)});
    }
    return claims;
}

std::optional<RewardsView> Desk::rewards(const Id& referrer) {
    const std::optional<Customer> person = customer(referrer);
    if (!person) return std::nullopt;
    RewardsView view;
    view.referrer = referrer;
    view.name = person->name;
    view.gender = person->gender;
    view.friends = friends_of(referrer);
    view.claims = claims_of(referrer);
    const int this_year = calendar_.year(now());
    for (const FriendReward& item : view.friends) {
        if (item.claimable()) view.claimable += item.amount;
        if (item.state == ReferralState::ordered) view.being_checked += item.amount;
    }
    for (const ClaimView& claim : view.claims) {
        if (claim.state == ClaimState::provisional) view.provisional += claim.amount;
        const bool this_years = calendar_.year(claim.decided_at) == this_year;
        if (claim.state == ClaimState::approved && this_years) {
            view.approved_this_year += claim.amount;
        }
    }
    Statement code(database(),
                   "SELECT code, typed, qr, expires_on FROM code WHERE customer = ? "
                   "ORDER BY expires_on DESC, code LIMIT 1");
    code.bind_all(referrer);
    if (code.executeStep()) {
        view.code = IssuedCode{std::uint64_t(code.getColumn(0).getInt64()), referrer,
                               code.getColumn(1).getString(), code.getColumn(2).getString(),
                               code.getColumn(3).getInt64()};
    }
    return view;
}

ClaimOutcome Desk::request_claim(const Id& referrer, std::string_view staff) {
    const std::optional<RewardsView> view = rewards(referrer);
    if (!view) return {ClaimFault::unknown_referrer, {}};
    json referrals = json::array();
    std::int64_t amount = 0;
    for (const FriendReward& item : view->friends) {
        if (!item.claimable()) continue;
        referrals.push_back(item.referral);
        amount += item.amount;
    }
    if (referrals.empty()) return {ClaimFault::nothing_to_claim, {}};
    ClaimOutcome outcome;
    ClaimView& claim = outcome.claim;
    claim.claim = random_id(now(), journal_.random());
    claim.receipt = receipt_code(id_bytes(claim.claim));
    claim.amount = amount;
    claim.requested_at = now();
    Journal::Batch batch(journal_);
    batch.add(staff, event_kind::claim_requested,
              json{{"claim", claim.claim},
                   {"referrer", referrer},
                   {"referrals", referrals},
                   {"amount", amount},
                   {"receipt", claim.receipt}}
                  .dump());
    batch.commit();
    return outcome;
}

}  // namespace foyer
