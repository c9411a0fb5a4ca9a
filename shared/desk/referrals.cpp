#include <nlohmann/json.hpp>

#include "shared/desk/desk.h"
#include "shared/security/digest.h"

namespace foyer {
namespace {

using nlohmann::json;

}  // namespace

ReferralNotice Desk::submit_referral(const Id& referrer, const FriendDetails& friend_details,
                                     const SentBy& terms, std::string_view actor) {
    Journal::Batch batch(journal_);
    Arrival person;
    person.phone = friend_details.phone;
    person.name = friend_details.name;
    person.gender = friend_details.gender;
    person.actor = actor;
    const Id referred = record_customer(batch, person, find_customer(person.phone));
    SentBy sent_by = terms;
    sent_by.referrer = referrer;
    const ReferralNotice notice = record_referral(batch, referred, sent_by, {}, actor);
    batch.commit();
    return notice;
}

ReferralNotice Desk::record_referral(Journal::Batch& batch, const Id& referred,
                                     const SentBy& sent_by, const Id& visit,
                                     std::string_view actor) {
    const ReferralNotice notice = judge_referral(sent_by.referrer, referred, visit);
    const Policy* policy = pack_->policy_on(calendar_.date(now()));
    json body = {{"referral", random_id(now(), journal_.random())},
                 {"referrer", sent_by.referrer},
                 {"referred", referred},
                 {"level", word(sent_by.level)},
                 {"channel", word(sent_by.channel)},
                 // The terms it was made under travel with it: a fold never asks a pack.
                 {"protection_days", policy ? policy->protection_days : 0}};
    if (policy) body["policy"] = policy->id;
    if (!sent_by.relationship.empty()) body["relationship"] = sent_by.relationship;
    if (!visit.empty()) body["visit"] = visit;
    batch.add(actor, event_kind::referral_submitted, body.dump());
    return notice;
}

ReferralNotice Desk::judge_referral(const Id& referrer, const Id& referred, const Id& visit) {
    if (referrer == referred) return ReferralNotice::self_referral;
    const Policy* policy = pack_->policy_on(calendar_.date(now()));
    const WallTime fresh = now() - (policy ? policy->protection_days : 0) * one_day;
    Statement earlier(database(),
                      "SELECT 1 FROM visit WHERE customer_subject = "
                      "(SELECT number FROM subject WHERE name = 'customer:' || ?) AND id <> ? AND "
                      "(registered_at >= ? OR outcome = 'bought')");
    earlier.bind_all(referred, visit, fresh);
    if (earlier.executeStep()) return ReferralNotice::already_known;
    Statement standing(database(),
                       "SELECT 1 FROM referral WHERE referred = ? AND state <> 'rejected' "
                       "AND submitted_at >= ?");
    standing.bind_all(referred, fresh);
    if (standing.executeStep()) return ReferralNotice::duplicate;
    return ReferralNotice::recorded;
}

std::optional<Customer> Desk::referrer_of_code(std::uint64_t code) {
    Statement query(database(), "SELECT customer FROM code WHERE code = ?");
    query.bind_all(std::int64_t(code));
    if (!query.executeStep()) return std::nullopt;
    return customer(query.getColumn(0).getString());
}

}  // namespace foyer
