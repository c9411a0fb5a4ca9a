#include "shared/projections/consents.h"

#include <set>

#include "shared/journal/subjects.h"
#include "shared/projections/folding.h"

namespace foyer {
namespace {

std::set<Id> replaced_in(const std::vector<FoldEvent>& events) {
    std::set<Id> replaced;
    for (const FoldEvent& event : events) {
        if (event.kind != event_kind::consent_set || !event.has("replaces")) continue;
        for (const auto& older : event.body().at("replaces"))
            if (older.is_string()) replaced.insert(older.get<std::string>());
    }
    return replaced;
}

}  // namespace

std::map<std::string, StandingConsent> consents_of(Database& database, const Id& customer) {
    const auto subject = subject_number(database, "customer:" + customer);
    if (!subject) return {};
    const std::vector<FoldEvent> events = events_of(database, *subject);
    const std::set<Id> replaced = replaced_in(events);
    std::map<std::string, StandingConsent> consents;
    for (const FoldEvent& event : events) {
        if (event.kind != event_kind::consent_set || replaced.contains(event.id)) continue;
        StandingConsent& standing = consents[event.text("purpose")];
        const auto granted = event.body().find("granted");
        standing.granted = standing.granted && granted != event.body().end() &&
                           granted->is_boolean() && granted->get<bool>();
        standing.events.push_back(event.id);
    }
    return consents;
}

}  // namespace foyer
