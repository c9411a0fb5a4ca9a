#include <algorithm>
#include <map>
#include <set>

#include "shared/model/kinds.h"
#include "shared/projections/folding.h"

namespace foyer {
namespace {

struct FieldValue {
    std::string value, kiosk;
    WallTime wall = 0;
};

/// What the visits of a customer say.
struct VisitSummary {
    std::int64_t count = 0;
    WallTime first = 0, last = 0, bought_at = 0;
    std::string consultant;
};

VisitSummary summarize(const std::vector<FoldedVisit>& visits) {
    VisitSummary summary;
    for (const FoldedVisit& visit : visits) {
        ++summary.count;
        summary.last = visit.registered_at;
        if (summary.first == 0) summary.first = summary.last;
        if (!visit.consultant.empty()) summary.consultant = visit.consultant;
        if (visit.bought && summary.bought_at == 0) summary.bought_at = visit.departed_at;
    }
    return summary;
}

void clear(Database& database, const char* sql, const Id& customer) {
    Statement statement(database, sql);
    statement.run(customer);
}

/// Last writer per field wins; a differing value of another kiosk that lost is kept for review
/// (design §2.2).
void fold_fields(Database& database, std::int64_t subject, const Id& customer,
                 const std::vector<FoldEvent>& events, const VisitSummary& visits) {
    // Of one record nothing can have lost.
    if (count_of_kind(events, event_kind::customer_recorded) > 1) {
        clear(database, "DELETE FROM customer_review WHERE customer = ?", customer);
    }
    std::map<std::string, FieldValue> fields;
    WallTime first_seen = visits.first;
    Statement review(database, "INSERT OR IGNORE INTO customer_review VALUES (?, ?, ?, ?, ?)");
    for (const FoldEvent& event : events) {
        if (event.kind != event_kind::customer_recorded) continue;
        const auto recorded = event.body().find("fields");
        if (recorded == event.body().end()) continue;
        first_seen = first_seen == 0 ? event.stamp.wall : std::min(first_seen, event.stamp.wall);
        for (const auto& [field, value] : recorded->items()) {
            if (!value.is_string()) continue;
            FieldValue& current = fields[field];
            const auto& text = value.get_ref<const std::string&>();
            if (!current.value.empty() && current.value != text && current.kiosk != event.kiosk) {
                review.run(customer, field, current.value, current.kiosk, current.wall);
            }
            current = {text, event.kiosk, event.stamp.wall};
        }
    }
    if (fields.empty() && visits.count == 0) {
        Statement(database, "DELETE FROM customer WHERE subject = ?").run(subject);
        return;
    }
    const auto gender = from_word(fields["gender"].value, Gender::unsaid);
    Statement replace(database,
                      "INSERT OR REPLACE INTO customer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    replace.run(subject, customer, fields["phone"].value, fields["name"].value,
                std::string(word(gender)), fields["note"].value, first_seen, visits.count,
                visits.last, visits.consultant, visits.bought_at);
}

void fold_codes(Database& database, const Id& customer, const std::vector<FoldEvent>& events) {
    if (count_of_kind(events, event_kind::code_issued) == 0) return;
    clear(database, "DELETE FROM code WHERE customer = ?", customer);
    for (const FoldEvent& event : events) {
        if (event.kind != event_kind::code_issued) continue;
        Statement insert(database, "INSERT OR REPLACE INTO code VALUES (?, ?, ?, ?, ?)");
        insert.run(event.number("code"), customer, event.text("typed"), event.text("qr"),
                   event.number("expires_on"));
    }
}

}  // namespace

std::vector<FoldedVisit> visits_of(Database& database, std::int64_t customer) {
    Statement query(database,
                    "SELECT id, registered_at, departed_at, consultant, outcome FROM visit "
                    "WHERE customer_subject = ? ORDER BY registered_at, id");
    query.bind_all(customer);
    std::vector<FoldedVisit> visits;
    while (query.executeStep()) {
        visits.push_back({query.getColumn(0).getString(), query.getColumn(1).getInt64(),
                          query.getColumn(2).getInt64(), query.getColumn(3).getString(),
                          query.getColumn(4).getString() == word(VisitOutcome::bought)});
    }
    return visits;
}

void fold_customer(Database& database, const Id& customer, std::int64_t subject) {
    const std::vector<FoldEvent> events = events_of(database, subject);
    const std::vector<FoldedVisit> visits = visits_of(database, subject);
    fold_fields(database, subject, customer, events, summarize(visits));
    fold_codes(database, customer, events);
    fold_referrals(database, customer, events, visits);
    fold_claims(database, customer, events);
}

}  // namespace foyer
