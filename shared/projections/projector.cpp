#include "shared/projections/projector.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "shared/journal/clamping.h"
#include "shared/journal/subjects.h"
#include "shared/projections/folding.h"

namespace foyer {
namespace {

constexpr std::string_view visit_prefix = "visit:";
constexpr std::string_view customer_prefix = "customer:";

std::string customer_of_visit(Database& database, const Id& visit) {
    Statement query(database, "SELECT customer FROM visit WHERE id = ?");
    query.bind_all(visit);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

}  // namespace

const nlohmann::json& FoldEvent::body() const {
    if (body_.is_null()) {
        body_ = nlohmann::json::parse(text_of_body, nullptr, false);
        if (!body_.is_object()) body_ = nlohmann::json::object();
    }
    return body_;
}

std::string FoldEvent::text(const char* field) const {
    const auto value = body().find(field);
    return value != body().end() && value->is_string() ? value->get<std::string>() : std::string();
}

std::int64_t FoldEvent::number(const char* field) const {
    const auto value = body().find(field);
    return value != body().end() && value->is_number_integer() ? value->get<std::int64_t>() : 0;
}

std::vector<FoldEvent> events_of(Database& database, const std::string& subject) {
    Statement query(database,
                    "SELECT id, kiosk, coalesce(event_clamp.wall, event.wall), counter, instance, "
                    "sequence, actor, kind, body FROM event_subject JOIN event USING (position) "
                    "LEFT JOIN event_clamp ON event_clamp.event = event.id WHERE subject = ?1 "
                    // Of those that were clamped to one moment, the order they gave themselves.
                    "ORDER BY 3, event.wall, counter, instance, sequence, id");
    query.bind_all(subject);
    std::vector<FoldEvent> events;
    while (query.executeStep()) {
        FoldEvent event;
        event.id = query.getColumn(0).getString();
        event.kiosk = query.getColumn(1).getString();
        event.stamp = {query.getColumn(2).getInt64(), query.getColumn(3).getUInt(),
                       query.getColumn(4).getString(),
                       std::uint64_t(query.getColumn(5).getInt64())};
        event.actor = query.getColumn(6).getString();
        event.kind = query.getColumn(7).getString();
        event.text_of_body = query.getColumn(8).getString();
        events.push_back(std::move(event));
    }
    return events;
}

bool any_of_kind(const std::vector<FoldEvent>& events, std::string_view kind) {
    return std::any_of(events.begin(), events.end(),
                       [&](const FoldEvent& event) { return event.kind == kind; });
}

void fold_subjects(Database& database, std::vector<std::string> subjects) {
    std::set<Id> visits, customers;
    for (const std::string& subject : subjects) {
        if (subject.starts_with(visit_prefix)) visits.insert(subject.substr(visit_prefix.size()));
        if (subject.starts_with(customer_prefix)) {
            customers.insert(subject.substr(customer_prefix.size()));
        }
    }
    // A visit that changes hands changes both people.
    for (const Id& visit : visits) {
        customers.insert(customer_of_visit(database, visit));
        fold_visit(database, visit);
        customers.insert(customer_of_visit(database, visit));
    }
    customers.erase(Id());
    for (const Id& customer : customers)
        fold_customer(database, customer);
}

void fold_everything(Database& database) {
    for (const char* table : {"customer", "customer_review", "visit", "referral", "code", "claim",
                              "claim_referral", "photo", "photo_part", "event_subject"}) {
        database.exec(std::string("DELETE FROM ") + table);
    }
    // What is not announced yet is in no event, and stays.
    database.exec("DELETE FROM event_clamp WHERE announced = 1");
    std::set<std::string> subjects;
    Statement query(database, "SELECT position, kind, body FROM event ORDER BY position");
    while (query.executeStep()) {
        Event event;
        event.kind = query.getColumn(1).getString();
        event.body = query.getColumn(2).getString();
        if (event.kind == clock_clamped) {
            std::vector<std::string> folded_anyway;
            apply_clamped(database, event, folded_anyway);
        }
        for (std::string& subject : subjects_of(event)) {
            Statement link(database, "INSERT INTO event_subject VALUES (?, ?)");
            link.bind_all(subject, query.getColumn(0).getInt64());
            link.exec();
            subjects.insert(std::move(subject));
        }
    }
    fold_subjects(database, {subjects.begin(), subjects.end()});
}

}  // namespace foyer
