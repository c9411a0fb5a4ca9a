#include <algorithm>
#include <nlohmann/json.hpp>

#include "shared/desk/desk.h"
#include "shared/projections/consents.h"
#include "shared/security/digest.h"

namespace foyer {
namespace {

using nlohmann::json;

VisitKind kind_of_visit(const std::optional<Customer>& known) {
    // A friend handed in beforehand is known, and comes for the first time all the same.
    if (!known || known->visits == 0) return VisitKind::first;
    return known->retained() ? VisitKind::repeat_purchase : VisitKind::returning;
}

bool refuses_required_consent(const Registration& rules, const Arrival& arrival) {
    return std::any_of(rules.consents.begin(), rules.consents.end(), [&](const auto& purpose) {
        if (!purpose.required) return false;
        return std::none_of(arrival.consents.begin(), arrival.consents.end(),
                            [&](const ConsentAnswer& answer) {
                                return answer.purpose == purpose.id && answer.granted;
                            });
    });
}

}  // namespace

ArrivalFault Desk::check(const Arrival& arrival, const std::optional<Customer>& known) const {
    const Registration& rules = pack_->registration;
    // Staff register whoever comes, also people who give no details (domain §3.3 counts them).
    const bool by_visitor = arrival.actor == "visitor";
    const auto missing = [&](RegistrationField field, bool empty) {
        return by_visitor && empty && rules.requires_at_door(field);
    };
    if (missing(RegistrationField::phone, arrival.phone.empty()))
        return ArrivalFault::phone_missing;
    if (missing(RegistrationField::name, arrival.name.empty() && !(known && !known->name.empty())))
        return ArrivalFault::name_missing;
    if (missing(RegistrationField::purpose, arrival.purpose.empty())) {
        return ArrivalFault::purpose_missing;
    }
    if (arrival.party_size < rules.smallest_party || arrival.party_size > rules.largest_party) {
        return ArrivalFault::party_size_out_of_range;
    }
    if (by_visitor && !arrival.phone.empty() && refuses_required_consent(rules, arrival)) {
        return ArrivalFault::consent_missing;
    }
    return ArrivalFault::none;
}

ArrivalOutcome Desk::register_visit(const Arrival& arrival) {
    // What is looked up holds until the commit: two of one showroom never share a ticket number.
    Journal::Batch batch(journal_);
    ArrivalOutcome outcome;
    const std::optional<Customer> known =
        arrival.phone.empty() ? std::nullopt : find_customer(arrival.phone);
    outcome.fault = check(arrival, known);
    if (outcome.fault != ArrivalFault::none) return outcome;

    const std::int64_t day = calendar_.day(now());
    Ticket& ticket = outcome.ticket;
    ticket.visit = random_id(now(), journal_.random());
    std::tie(ticket.number, ticket.parties_ahead) = queue(day);
    ticket.kind = kind_of_visit(known);
    ticket.minutes = std::max(1, ticket.parties_ahead + 1) * pack_->rotation.minutes_per_party;
    if (!pack_->seating.empty()) {
        ticket.seating =
            pack_->seating[std::size_t(ticket.parties_ahead) % pack_->seating.size()].id;
    }

    const Id customer = record_customer(batch, arrival, known);
    json body = {{"visit", ticket.visit},
                 {"ticket", ticket.number},
                 {"day", day},
                 {"party_size", arrival.party_size},
                 {"purpose", arrival.purpose},
                 {"kind", word(ticket.kind)},
                 {"source", word(arrival.sent_by ? VisitSource::referral : arrival.source)}};
    if (!customer.empty()) body["customer"] = customer;
    if (!arrival.wished_consultant.empty()) body["wished_consultant"] = arrival.wished_consultant;
    batch.add(arrival.actor, event_kind::visit_registered, body.dump());
    if (arrival.sent_by && !customer.empty()) {
        ticket.referral =
            record_referral(batch, customer, *arrival.sent_by, ticket.visit, arrival.actor);
    }
    std::tie(ticket.consultant, ticket.reason) = choose_consultant(arrival, known);
    if (!ticket.consultant.empty()) {
        json assignment = {{"visit", ticket.visit},
                           {"consultant", ticket.consultant},
                           {"reason", word(ticket.reason)}};
        if (!customer.empty()) assignment["customer"] = customer;
        batch.add(arrival.actor, event_kind::visit_assigned, assignment.dump());
    }
    batch.commit();
    return outcome;
}

Id Desk::record_customer(Journal::Batch& batch, const Arrival& arrival,
                         const std::optional<Customer>& known) {
    if (arrival.phone.empty()) return {};
    const Id customer = known ? known->id : customer_id(arrival.phone);
    json fields = json::object();
    if (!known) fields["phone"] = arrival.phone;
    if (!arrival.name.empty() && (!known || known->name != arrival.name)) {
        fields["name"] = arrival.name;
    }
    if (arrival.gender != Gender::unsaid && (!known || known->gender != arrival.gender)) {
        fields["gender"] = word(arrival.gender);
    }
    if (!fields.empty()) {
        batch.add(arrival.actor, event_kind::customer_recorded,
                  json{{"customer", customer}, {"fields", fields}}.dump());
    }
    record_consents(batch, customer, arrival.consents, arrival.actor);
    return customer;
}

void Desk::record_consents(Journal::Batch& batch, const Id& customer,
                           const std::vector<ConsentAnswer>& answers, std::string_view actor) {
    if (answers.empty()) return;
    const auto standing = consents_of(database(), customer);
    for (const ConsentAnswer& answer : answers) {
        const auto known = standing.find(answer.purpose);
        if (known != standing.end() && known->second.granted == answer.granted) continue;
        const std::vector<Id> replaces =
            known != standing.end() ? known->second.events : std::vector<Id>();
        batch.add(actor, event_kind::consent_set,
                  json{{"customer", customer},
                       {"purpose", answer.purpose},
                       {"granted", answer.granted},
                       {"replaces", replaces}}
                      .dump());
    }
}

std::pair<std::string, AssignmentReason> Desk::choose_consultant(
    const Arrival& arrival, const std::optional<Customer>& known) {
    const auto on_duty = [&](const std::string& id) {
        const StaffMember* member = pack_->find_staff(id);
        return member && member->on_duty;
    };
    if (on_duty(arrival.wished_consultant)) {
        return {arrival.wished_consultant, AssignmentReason::requested};
    }
    if (known && on_duty(known->consultant)) {
        return {known->consultant, AssignmentReason::earlier_consultant};
    }
    if (arrival.sent_by) {
        const std::optional<Customer> referrer = customer(arrival.sent_by->referrer);
        if (referrer && on_duty(referrer->consultant)) {
            return {referrer->consultant, AssignmentReason::referrers_consultant};
        }
    }
    for (const RotationRow& row : rotation()) {
        if (row.turn == 1) return {row.staff, AssignmentReason::rotation};
    }
    return {"", AssignmentReason::rotation};
}

std::pair<std::string, int> Desk::queue(std::int64_t day) {
    // Each kiosk of a showroom has a letter of its own, given at enrolment. Whoever wrote the
    // day's last number under it, be it this store before it was enrolled, restored or cloned:
    // the next one is free.
    const std::string letter = journal_.store().setting("ticket.letter").value_or("A");
    Statement query(database(),
                    "SELECT coalesce(max(CAST(substr(ticket, length(?2) + 1) AS INTEGER)) FILTER "
                    "(WHERE ticket GLOB ?2 || '[0-9]*'), 0), count(*) FILTER "
                    "(WHERE departed_at = 0 AND received_at = 0) FROM visit WHERE day = ?1");
    query.bind_all(day, letter);
    query.executeStep();
    const std::int64_t number = query.getColumn(0).getInt64() + 1;
    return {letter + (number < 10 ? "0" : "") + std::to_string(number),
            query.getColumn(1).getInt()};
}

}  // namespace foyer
