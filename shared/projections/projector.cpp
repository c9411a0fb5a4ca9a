#include "shared/projections/projector.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "shared/journal/clamping.h"
#include "shared/projections/folding.h"

namespace foyer {
namespace {

constexpr std::string_view visit_prefix = "visit:";
constexpr std::string_view customer_prefix = "customer:";

void add_customer_of(Database& database, const Id& visit, NumberedPeople& customers) {
    Statement query(database,
                    "SELECT customer, customer_subject FROM visit WHERE id = ? AND customer <> ''");
    query.bind_all(visit);
    if (query.executeStep()) {
        customers.emplace(query.getColumn(0).getString(), query.getColumn(1).getInt64());
    }
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

std::vector<FoldEvent> events_of(Database& database, std::int64_t subject) {
    Statement query(database,
                    "SELECT event.id, kiosk, coalesce(event_clamp.wall, event.wall), counter, "
                    "instance.id, sequence, actor, kind, body FROM event_subject JOIN event USING "
                    "(position) JOIN instance ON number = event.instance "
                    "LEFT JOIN event_clamp ON event_clamp.event = event.id WHERE subject = ?1 "
                    // Of those that were clamped to one moment, the order they gave themselves.
                    "ORDER BY 3, event.wall, counter, instance.id, sequence, event.id");
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

std::size_t count_of_kind(const std::vector<FoldEvent>& events, std::string_view kind) {
    return std::size_t(std::count_if(events.begin(), events.end(),
                                     [&](const FoldEvent& event) { return event.kind == kind; }));
}

void fold_subjects(Database& database, const std::vector<Subject>& subjects) {
    std::map<Id, std::int64_t> visits;
    NumberedPeople customers;
    for (const auto& [name, number] : subjects) {
        if (name.starts_with(visit_prefix)) {
            visits.emplace(name.substr(visit_prefix.size()), number);
        } else if (name.starts_with(customer_prefix)) {
            customers.emplace(name.substr(customer_prefix.size()), number);
        }
    }
    // A visit that changes hands changes both people.
    for (const auto& [visit, number] : visits) {
        add_customer_of(database, visit, customers);
        fold_visit(database, visit, number, customers);
    }
    for (const auto& [customer, number] : customers)
        fold_customer(database, customer, number);
}

void fold_everything(Database& database) {
    for (const char* table :
         {"customer", "customer_review", "visit", "referral", "code", "claim", "claim_referral",
          "photo", "photo_part", "event_subject", "subject"}) {
        database.exec(std::string("DELETE FROM ") + table);
    }
    // What is not announced yet is in no event, and stays.
    database.exec("DELETE FROM event_clamp WHERE announced = 1");
    std::map<std::string, std::int64_t> subjects;
    Statement query(database, "SELECT position, kind, body FROM event ORDER BY position");
    while (query.executeStep()) {
        Event event;
        event.kind = query.getColumn(1).getString();
        event.body = query.getColumn(2).getString();
        std::vector<Subject> touched;
        if (event.kind == clock_clamped) apply_clamped(database, event, touched);
        link_subjects(database, event, query.getColumn(0).getInt64(), touched);
        for (Subject& subject : touched)
            subjects.emplace(std::move(subject.name), subject.number);
    }
    std::vector<Subject> all;
    for (const auto& [name, number] : subjects)
        all.push_back({name, number});
    fold_subjects(database, all);
}

}  // namespace foyer
