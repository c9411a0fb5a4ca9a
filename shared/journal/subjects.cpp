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

}  // namespace

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

}  // namespace foyer
