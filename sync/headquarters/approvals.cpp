#include <algorithm>

#include "sync/format/strict_json.h"
#include "sync/headquarters.h"

namespace foyer::sync {
namespace {

constexpr std::size_t shortest_prefix = 8;
constexpr std::size_t id_digits = 32;

std::string sentence_of(Desk::ApprovalFault fault) {
    using Fault = Desk::ApprovalFault;
    switch (fault) {
        case Fault::none:
            return "approved";
        case Fault::unknown:
            return "there is no such referral or claim";
        case Fault::not_ready:
            return "not approved: the friend has not ordered yet";
        case Fault::held:
            return "not approved: the order is not old enough yet";
        case Fault::decided_already:
            return "this was decided already";
        case Fault::disputed:
            return "not approved: the claim is disputed, another one came first";
    }
    return "";
}

}  // namespace

void Headquarters::issue_codes(RunReport& report) {
    const Calendar& calendar = desk_->calendar();
    for (const Id& customer : desk_->without_code()) {
        IssuedCode code;
        code.customer = customer;
        code.id = unused_code();
        code.expires_on = Date{calendar.year(clock_.now()) + 1, 12, 31}.day_number();
        code.typed = typed_code(code.id, keys_.codes.mac_key);
        code.qr = qr_payload({code.id, code.expires_on}, keys_.codes);
        desk_->issue_code(code);
        ++report.codes;
    }
}

std::uint64_t Headquarters::unused_code() {
    while (true) {
        const std::uint64_t id = random_.next() % referral_id_bound;
        Statement query(store_.database(), "SELECT 1 FROM code WHERE code = ?");
        query.bind_all(std::int64_t(id));
        if (!query.executeStep()) return id;
    }
}

std::vector<ReferralListing> Headquarters::referrals() {
    return desk_ ? desk_->referrals() : std::vector<ReferralListing>();
}

std::vector<ClaimListing> Headquarters::claims() {
    Statement query(store_.database(),
                    "SELECT c.id, c.referrer, coalesce(p.name, ''), c.receipt, c.kiosk, "
                    "c.staff, c.amount, c.requested_at, c.decided_at, c.state FROM claim c "
                    "LEFT JOIN customer p ON p.subject = "
                    "(SELECT number FROM subject WHERE name = 'customer:' || c.referrer) "
                    "ORDER BY c.requested_at DESC, c.id");
    std::vector<ClaimListing> claims;
    while (query.executeStep()) {
        ClaimListing claim;
        claim.claim = query.getColumn(0).getString();
        claim.referrer = query.getColumn(1).getString();
        claim.referrer_name = query.getColumn(2).getString();
        claim.receipt = query.getColumn(3).getString();
        claim.kiosk = query.getColumn(4).getString();
        claim.staff = query.getColumn(5).getString();
        claim.amount = query.getColumn(6).getInt64();
        claim.requested_at = query.getColumn(7).getInt64();
        claim.decided_at = query.getColumn(8).getInt64();
        claim.state = from_word(query.getColumn(9).getString(), ClaimState::provisional);
        claims.push_back(std::move(claim));
    }
    return claims;
}

Outcome Headquarters::approve(const std::string& prefix) {
    const bool sensible = prefix.size() >= shortest_prefix && prefix.size() <= id_digits &&
                          is_hex(prefix, prefix.size());
    if (!sensible) return {false, "an id, or its beginning, has 8 to 32 hexadecimal digits"};
    if (!desk_) return {false, "no pack has been published: its policy is needed to approve"};
    std::vector<Id> referral_ids, claim_ids;
    for (const ReferralListing& item : referrals())
        if (item.referral.starts_with(prefix)) referral_ids.push_back(item.referral);
    for (const ClaimListing& item : claims())
        if (item.claim.starts_with(prefix)) claim_ids.push_back(item.claim);
    if (referral_ids.size() + claim_ids.size() > 1) {
        return {false, "more than one id begins with " + prefix + ": give more digits"};
    }
    const Desk::ApprovalFault fault = !referral_ids.empty()
                                          ? desk_->approve_referral(referral_ids.front())
                                      : !claim_ids.empty() ? desk_->approve_claim(claim_ids.front())
                                                           : Desk::ApprovalFault::unknown;
    const std::string id = !referral_ids.empty() ? "referral " + referral_ids.front() + ": "
                           : !claim_ids.empty()  ? "claim " + claim_ids.front() + ": "
                                                 : prefix + ": ";
    return {fault == Desk::ApprovalFault::none, id + sentence_of(fault)};
}

}  // namespace foyer::sync
