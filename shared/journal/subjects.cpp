#include "shared/journal/subjects.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

namespace foyer {
namespace {

/// The body's fields that name a subject, by kind of subject.
struct SubjectField {
    const char* field;
    const char* prefix;
};

constexpr SubjectField subject_fields[] = {
    {"visit", "visit:"},
    {"customer", "customer:"},
    {"referrer", "customer:"},
    {"referred", "customer:"},
};

constexpr std::string_view known_kinds[] = {
    event_kind::customer_recorded,  event_kind::consent_set,       event_kind::visit_registered,
    event_kind::visit_recorded,     event_kind::visit_assigned,    event_kind::visit_received,
    event_kind::visit_departed,     event_kind::visit_photo_added, event_kind::visit_photo_removed,
    event_kind::referral_submitted, event_kind::referral_granted,  event_kind::referral_refused,
    event_kind::code_issued,        event_kind::claim_requested,   event_kind::claim_approved,
    event_kind::claim_disputed,
};

// Events of one visit come together, and are about the same few.
constexpr std::size_t looked_back_on = 8;

std::vector<std::string> subjects_of(const Event& event) {
    std::vector<std::string> subjects;
    if (std::find(std::begin(known_kinds), std::end(known_kinds), event.kind) ==
        std::end(known_kinds)) {
        return subjects;
    }
    const auto body = nlohmann::json::parse(event.body, nullptr, false);
    if (!body.is_object()) return subjects;
    for (const SubjectField& named : subject_fields) {
        const auto value = body.find(named.field);
        if (value == body.end() || !value->is_string() ||
            value->get_ref<const std::string&>().empty()) {
            continue;
        }
        std::string subject = named.prefix + value->get<std::string>();
        if (std::find(subjects.begin(), subjects.end(), subject) == subjects.end()) {
            subjects.push_back(std::move(subject));
        }
    }
    return subjects;
}

std::int64_t number_for(Database& database, const std::string& name,
                        const std::vector<Subject>& touched) {
    const auto end = touched.rbegin() + std::min(touched.size(), looked_back_on);
    const auto known = std::find_if(touched.rbegin(), end,
                                    [&](const Subject& subject) { return subject.name == name; });
    if (known != end) return known->number;
    if (const auto number = subject_number(database, name)) return *number;
    Statement(database, "INSERT INTO subject (name) VALUES (?)").run(name);
    return database.getLastInsertRowid();
}

}  // namespace

std::optional<std::int64_t> subject_number(Database& database, const std::string& name) {
    Statement query(database, "SELECT number FROM subject WHERE name = ?");
    query.bind_all(name);
    if (!query.executeStep()) return std::nullopt;
    return query.getColumn(0).getInt64();
}

void link_subjects(Database& database, const Event& event, std::int64_t position,
                   std::vector<Subject>& touched) {
    for (std::string& name : subjects_of(event)) {
        const std::int64_t number = number_for(database, name, touched);
        Statement(database, "INSERT INTO event_subject VALUES (?, ?)").run(number, position);
        touched.push_back({std::move(name), number});
    }
}

}  // namespace foyer
