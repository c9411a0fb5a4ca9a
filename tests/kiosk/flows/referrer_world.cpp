#include "tests/kiosk/flows/referrer_world.h"

#include <doctest/doctest.h>

namespace foyer::kiosk {

ReferrerWorld::ReferrerWorld() : secrets(make_code_secrets(records.random)) {
    keys = code_keys(secrets);
    const char* phone = "+8613800138216";
    referrer = customer_id(phone);
    send_friend(phone, "赵敏", VisitOutcome::bought, false);
    IssuedCode code;
    code.id = code_id;
    code.customer = referrer;
    code.typed = typed_code(code_id, secrets.mac_key);
    code.qr = qr_of(code_id);
    code.expires_on = today() + 30;
    records.desk.issue_code(code);
}

std::int64_t ReferrerWorld::today() const {
    return records.desk.calendar().day(records.clock.now());
}

std::string ReferrerWorld::qr_of(std::uint64_t id, std::int64_t days_valid) const {
    return qr_payload({id, today() + days_valid}, secrets);
}

Id ReferrerWorld::send_friend(const std::string& e164, const std::string& name,
                              VisitOutcome outcome, bool sent) {
    Arrival arrival = records.visitor(e164, name);
    if (sent) arrival.sent_by = SentBy{.referrer = referrer};
    const Id visit = records.desk.register_visit(arrival).ticket.visit;
    if (outcome != VisitOutcome::none) {
        records.desk.receive(visit, "tan");
        records.desk.depart(visit, outcome, {}, "tan");
    }
    return visit;
}

void ReferrerWorld::grant_friend(const std::string& e164, const std::string& name) {
    send_friend(e164, name, VisitOutcome::bought);
    records.clock.advance(31 * one_day);
    const Id referral = rewards().friends.front().referral;
    REQUIRE(records.desk.approve_referral(referral) == Desk::ApprovalFault::none);
}

LastFourOutcome ReferrerWorld::try_digits(std::string_view digits) {
    return try_last_four(records.desk, referrer, digits);
}

RewardsView ReferrerWorld::rewards() {
    return *records.desk.rewards(referrer);
}

}  // namespace foyer::kiosk
