#include <nlohmann/json.hpp>

#include "shared/desk/desk.h"
#include "shared/rewards/reward.h"
#include "shared/security/digest.h"

namespace foyer {
namespace {

using nlohmann::json;

constexpr const char* listing_columns =
    "SELECT r.id, r.referrer, r.referred, coalesce(p.name, ''), coalesce(c.name, ''), r.state, "
    "r.rejection, r.level, r.consultant, r.product, r.submitted_at, r.visited_at, r.ordered_at, "
    "r.granted_at, r.amount FROM referral r "
    "LEFT JOIN customer p ON p.subject = "
    "(SELECT number FROM subject WHERE name = 'customer:' || r.referrer) "
    "LEFT JOIN customer c ON c.subject = "
    "(SELECT number FROM subject WHERE name = 'customer:' || r.referred) ";

ReferralListing listing_in(Statement& row) {
    ReferralListing listing;
    listing.referral = row.getColumn(0).getString();
    listing.referrer = row.getColumn(1).getString();
    listing.referred = row.getColumn(2).getString();
    listing.referrer_name = row.getColumn(3).getString();
    listing.referred_name = row.getColumn(4).getString();
    listing.state = from_word(row.getColumn(5).getString(), ReferralState::submitted);
    listing.rejection = from_word(row.getColumn(6).getString(), ReferralRejection::none);
    listing.level = from_word(row.getColumn(7).getString(), ReferralLevel::order);
    listing.consultant = row.getColumn(8).getString();
    listing.product = row.getColumn(9).getString();
    listing.submitted_at = row.getColumn(10).getInt64();
    listing.visited_at = row.getColumn(11).getInt64();
    listing.ordered_at = row.getColumn(12).getInt64();
    listing.granted_at = row.getColumn(13).getInt64();
    listing.amount = row.getColumn(14).getInt64();
    return listing;
}

std::optional<ReferralListing> find(Database& database, const Id& referral) {
    Statement query(database, std::string(listing_columns).append("WHERE r.id = ?"));
    query.bind_all(referral);
    if (!query.executeStep()) return std::nullopt;
    return listing_in(query);
}

/// Digest of every event a decision rests on: whoever reads the approval later can tell whether
/// anything was added.
std::string evidence(Database& database, const std::vector<Id>& customers) {
    std::string ids;
    for (const Id& customer : customers) {
        Statement query(database,
                        "SELECT id FROM subject JOIN event_subject ON subject = number "
                        "JOIN event USING (position) WHERE name = ? ORDER BY id");
        query.bind_all("customer:" + customer);
        while (query.executeStep())
            ids += query.getColumn(0).getString() + "\n";
    }
    return digest_hex(ids);
}

}  // namespace

std::vector<ReferralListing> Desk::referrals() {
    Statement query(database(),
                    std::string(listing_columns).append("ORDER BY r.submitted_at DESC, r.id"));
    std::vector<ReferralListing> listings;
    while (query.executeStep())
        listings.push_back(listing_in(query));
    return listings;
}

std::optional<Reward> Desk::reward_of(const Id& referral) {
    const std::optional<ReferralListing> listing = find(database(), referral);
    if (!listing || listing->ordered_at == 0) return std::nullopt;
    // The terms are those of the day of the order.
    const Date ordered = calendar_.date(listing->ordered_at);
    const Policy* policy = pack_->policy_on(ordered);
    if (!policy) return std::nullopt;
    Statement query(database(),
                    "SELECT ordered_at, id FROM referral WHERE referrer = ? AND level = 'order' "
                    "AND state IN ('ordered', 'granted') AND (ordered_at, id) <= (?, ?)");
    query.bind_all(listing->referrer, listing->ordered_at, listing->referral);
    int ordinal = 0;
    while (query.executeStep()) {
        if (calendar_.year(query.getColumn(0).getInt64()) == ordered.year) ++ordinal;
    }
    return compute_reward(*policy, pack_->running_campaigns(ordered), listing->level, ordinal,
                          listing->product);
}

Desk::ApprovalFault Desk::approve_referral(const Id& referral) {
    const std::optional<ReferralListing> listing = find(database(), referral);
    if (!listing) return ApprovalFault::unknown;
    if (listing->state == ReferralState::granted || listing->state == ReferralState::rejected) {
        return ApprovalFault::decided_already;
    }
    const std::optional<Reward> reward = reward_of(referral);
    if (!reward) return ApprovalFault::not_ready;
    const Policy* policy = pack_->policy_on(calendar_.date(listing->ordered_at));
    if (now() < listing->ordered_at + policy->hold_days * one_day) return ApprovalFault::held;
    json parts = json::array();
    for (const RewardPart& part : reward->parts) {
        static constexpr const char* names[] = {"base", "tier", "campaign"};
        parts.push_back(
            {{"kind", names[int(part.kind)]}, {"label", part.label}, {"amount", part.amount}});
    }
    Journal::Batch batch(journal_);
    batch.add("hq", event_kind::referral_granted,
              json{{"referral", referral},
                   {"referred", listing->referred},
                   {"amount", reward->amount},
                   {"parts", parts},
                   {"policy", policy->id},
                   {"evidence", evidence(database(), {listing->referred, listing->referrer})}}
                  .dump());
    batch.commit();
    return ApprovalFault::none;
}

Desk::ApprovalFault Desk::approve_claim(const Id& claim) {
    Statement query(database(), "SELECT referrer, amount, state FROM claim WHERE id = ?");
    query.bind_all(claim);
    if (!query.executeStep()) return ApprovalFault::unknown;
    const Id referrer = query.getColumn(0).getString();
    const std::int64_t amount = query.getColumn(1).getInt64();
    const auto state = from_word(query.getColumn(2).getString(), ClaimState::provisional);
    query.reset();
    if (state == ClaimState::approved) return ApprovalFault::decided_already;
    if (state == ClaimState::disputed) return ApprovalFault::disputed;
    Journal::Batch batch(journal_);
    batch.add("hq", event_kind::claim_approved,
              json{{"claim", claim},
                   {"referrer", referrer},
                   {"amount", amount},
                   {"evidence", evidence(database(), {referrer})}}
                  .dump());
    batch.commit();
    return ApprovalFault::none;
}

std::vector<Id> Desk::without_code() {
    Statement query(database(),
                    "SELECT id FROM customer WHERE bought_at <> 0 AND id NOT IN "
                    "(SELECT customer FROM code) ORDER BY id");
    std::vector<Id> customers;
    while (query.executeStep())
        customers.push_back(query.getColumn(0).getString());
    return customers;
}

void Desk::issue_code(const IssuedCode& code) {
    Journal::Batch batch(journal_);
    batch.add("hq", event_kind::code_issued,
              json{{"customer", code.customer},
                   {"code", code.id},
                   {"typed", code.typed},
                   {"qr", code.qr},
                   {"expires_on", code.expires_on}}
                  .dump());
    batch.commit();
}

}  // namespace foyer
