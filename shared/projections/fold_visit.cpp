#include "shared/journal/subjects.h"
#include "shared/model/kinds.h"
#include "shared/projections/folding.h"

namespace foyer {
namespace {

struct VisitRow {
    bool registered = false;
    std::string kiosk, ticket, purpose, kind, source, customer, note, consultant, reason;
    std::string outcome{word(VisitOutcome::none)};
    std::int64_t day = 0, party_size = 0;
    WallTime registered_at = 0, assigned_at = 0, received_at = 0, departed_at = 0;
};

/// Fields that a later event may correct.
void correct(VisitRow& row, const FoldEvent& event) {
    if (event.has("customer")) row.customer = event.text("customer");
    if (event.has("party_size")) row.party_size = event.number("party_size");
    if (event.has("purpose")) row.purpose = event.text("purpose");
    if (event.has("source")) row.source = event.text("source");
    if (event.has("note")) row.note = event.text("note");
}

void apply(VisitRow& row, const FoldEvent& event) {
    if (event.kind == event_kind::visit_registered) {
        row.registered = true;
        row.kiosk = event.kiosk;
        row.ticket = event.text("ticket");
        row.kind = event.text("kind");
        row.day = event.number("day");
        row.registered_at = event.stamp.wall;
        correct(row, event);
    } else if (event.kind == event_kind::visit_recorded) {
        correct(row, event);
    } else if (event.kind == event_kind::visit_assigned) {
        row.consultant = event.text("consultant");
        row.reason = event.text("reason");
        row.assigned_at = event.stamp.wall;
    } else if (event.kind == event_kind::visit_received) {
        if (row.received_at == 0) row.received_at = event.stamp.wall;
    } else if (event.kind == event_kind::visit_departed) {
        row.departed_at = event.stamp.wall;
        row.outcome = event.text("outcome");
    }
}

/// Nothing for nobody.
std::optional<std::int64_t> number_of(Database& database, const Id& customer,
                                      NumberedPeople& customers) {
    if (customer.empty()) return std::nullopt;
    const auto known = customers.find(customer);
    if (known != customers.end()) return known->second;
    const auto number = subject_number(database, "customer:" + customer);
    if (number) customers.emplace(customer, *number);
    return number;
}

}  // namespace

void fold_visit(Database& database, const Id& visit, std::int64_t subject,
                NumberedPeople& customers) {
    VisitRow row;
    const std::vector<FoldEvent> events = events_of(database, subject);
    for (const FoldEvent& event : events)
        apply(row, event);
    fold_photos(database, visit, events);
    // A correction may arrive before what it corrects: no row until the arrival itself is known.
    if (!row.registered) return;
    const std::optional<std::int64_t> customer = number_of(database, row.customer, customers);
    Statement replace(database,
                      "INSERT OR REPLACE INTO visit VALUES "
                      "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    replace.run(visit, row.kiosk, row.ticket, row.day, row.registered_at, row.party_size,
                row.purpose, row.kind, row.source, row.customer, customer, row.note, row.consultant,
                row.reason, row.assigned_at, row.received_at, row.departed_at, row.outcome);
}

}  // namespace foyer
