#include "kiosk/flows/check_in.h"

#include <algorithm>

namespace foyer::kiosk {
namespace {

bool contains(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Nothing would be asked on the consultant's page: it is left out.
bool consultant_page_needed(const CheckIn& check_in, const Pack& pack) {
    return !check_in.open_purposes(pack.registration).empty() ||
           (check_in.wished_consultant.empty() && !people_to_ask_for(pack, {}).empty());
}

}  // namespace

VisitorStanding standing_of(Desk& desk, const std::string& e164) {
    VisitorStanding standing;
    const std::optional<Customer> customer = desk.find_customer(e164);
    // A friend handed in beforehand is on record and has never been here.
    standing.has_been_here = customer && customer->visits > 0;
    for (const ConsentAnswer& answer : desk.consents(customer_id(e164))) {
        if (answer.granted) standing.agreed.push_back(answer.purpose);
    }
    return standing;
}

CheckedIn check_in(Desk& desk, Arrival arrival) {
    CheckedIn checked_in;
    // Read before writing: if it fails, nobody is registered and a second try is no second party.
    if (!arrival.phone.empty()) {
        if (const std::optional<Customer> known = desk.find_customer(arrival.phone)) {
            if (arrival.name.empty()) arrival.name = known->name;
            if (arrival.gender == Gender::unsaid) arrival.gender = known->gender;
        }
    }
    checked_in.surname = surname_of(arrival.name);
    checked_in.gender = arrival.gender;
    const ArrivalOutcome outcome = desk.register_visit(arrival);
    checked_in.fault = outcome.fault;
    checked_in.ticket = outcome.ticket;
    return checked_in;
}

void CheckIn::toggle_consent(const std::string& purpose) {
    if (std::erase(ticked_, purpose) == 0) ticked_.push_back(purpose);
    consent_asked_ = false;
}

bool CheckIn::agreed(const std::string& purpose) const {
    return contains(ticked_, purpose);
}

bool CheckIn::stands(const std::string& purpose) const {
    return contains(standing_.agreed, purpose);
}

bool CheckIn::submit_phone() {
    consent_asked_ = false;
    return phone.hand_in();
}

CheckInNext CheckIn::standing_known(VisitorStanding standing, const Registration& rules) {
    const std::string& e164 = phone.reading().e164;
    if (e164 != visitor_) {
        // Somebody else, or a slip put right: whose friend it was must be asked again.
        friend_question = {};
        if (standing.has_been_here) name.leave_out();
        visitor_ = e164;
    }
    anonymous_ = false;
    standing_ = std::move(standing);
    consent_asked_ = !required_consents_given(rules);
    if (consent_asked_) return CheckInNext::stay;
    if (!returning()) return CheckInNext::name;
    if (purpose.empty() && !rules.purposes.empty()) purpose = rules.purposes.front().id;
    return CheckInNext::visit;
}

CheckInNext CheckIn::without_phone() {
    phone.clear();
    visitor_.clear();
    standing_ = {};
    friend_question = {};
    anonymous_ = true;
    return CheckInNext::visit;
}

bool CheckIn::required_consents_given(const Registration& rules) const {
    return std::all_of(rules.consents.begin(), rules.consents.end(), [&](const auto& consent) {
        return !consent.required || agreed(consent.id) || (returning() && stands(consent.id));
    });
}

bool CheckIn::can_submit_name(const Registration& rules) const {
    return !name.empty() || !rules.requires_at_door(RegistrationField::name);
}

CheckInNext CheckIn::submit_name(const Registration& rules) {
    if (name.empty() && !rules.requires_at_door(RegistrationField::name)) {
        name.leave_out();
        return CheckInNext::visit;
    }
    return name.submit() ? CheckInNext::visit : CheckInNext::stay;
}

void CheckIn::change_party(int by, const Registration& rules) {
    party_size = std::clamp(party_size + by, rules.smallest_party, rules.largest_party);
}

bool CheckIn::can_submit_visit(const Registration& rules) const {
    return !purpose.empty() || !rules.requires_at_door(RegistrationField::purpose);
}

CheckInNext CheckIn::submit_visit(const Pack& pack) const {
    if (!can_submit_visit(pack.registration)) return CheckInNext::stay;
    if (anonymous_ || returning()) return CheckInNext::registration;
    return CheckInNext::referrer;
}

CheckInNext CheckIn::friend_answered(const Pack& pack) const {
    return consultant_page_needed(*this, pack) ? CheckInNext::consultant
                                               : CheckInNext::registration;
}

std::vector<const ConsentPurpose*> CheckIn::open_purposes(const Registration& rules) const {
    std::vector<const ConsentPurpose*> open;
    if (anonymous_) return open;
    for (const ConsentPurpose& consent : rules.consents) {
        if (!consent.required && !stands(consent.id)) open.push_back(&consent);
    }
    return open;
}

Arrival CheckIn::arrival(const Registration& rules) const {
    Arrival arrival;
    arrival.party_size = party_size;
    arrival.purpose = purpose;
    arrival.wished_consultant = wished_consultant;
    if (anonymous_) return arrival;
    arrival.phone = phone.reading().e164;
    arrival.name = name.text();
    arrival.gender = name.gender;
    if (!returning()) arrival.sent_by = friend_question.sent_by();
    for (const ConsentPurpose& consent : rules.consents) {
        const bool standing = consent.required && returning() && stands(consent.id);
        if (agreed(consent.id) || standing) arrival.consents.push_back({consent.id, true});
    }
    return arrival;
}

bool CheckIn::begin_registration() {
    if (registering_) return false;
    registering_ = true;
    return true;
}

CheckInNext CheckIn::registered(CheckedIn& outcome) {
    registering_ = false;
    switch (outcome.fault) {
        case ArrivalFault::none:
            outcome.agreed_to_something = !ticked_.empty();
            if (!returning() && !anonymous_) {
                outcome.code_for_reception = friend_question.code_for_reception();
            }
            return CheckInNext::stay;
        case ArrivalFault::name_missing:
            return CheckInNext::name;
        case ArrivalFault::purpose_missing:
        case ArrivalFault::party_size_out_of_range:
            return CheckInNext::visit;
        case ArrivalFault::phone_missing:
        case ArrivalFault::consent_missing:
            break;
    }
    consent_asked_ = outcome.fault == ArrivalFault::consent_missing;
    return CheckInNext::phone;
}

std::vector<const StaffMember*> people_to_ask_for(const Pack& pack, const std::string& chosen) {
    std::vector<const StaffMember*> people;
    const auto add = [&](const StaffMember* member) {
        if (member && member->on_duty &&
            std::find(people.begin(), people.end(), member) == people.end()) {
            people.push_back(member);
        }
    };
    add(pack.find_staff(chosen));
    for (const StaffMember* member : pack.staff_with(StaffRole::consultant))
        add(member);
    return people;
}

}  // namespace foyer::kiosk
