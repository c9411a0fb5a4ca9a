#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "shared/journal/database.h"
#include "shared/journal/event.h"

namespace foyer {

/// An event as folds read it.
struct FoldEvent {
    Id id;
    std::string kiosk;
    Stamp stamp;
    std::string actor;
    std::string kind;
    std::string text_of_body;

    /// The body, parsed when it is first asked for: a fold asks only for the kinds it knows. An
    /// empty object if it is none.
    const nlohmann::json& body() const;
    /// A field of the body as text; empty if it is not there or is something else.
    std::string text(const char* field) const;
    /// A field of the body as a whole number; 0 if it is not there or is something else.
    std::int64_t number(const char* field) const;
    bool has(const char* field) const { return body().contains(field); }

  private:
    mutable nlohmann::json body_;
};

/// The events of a subject, given by its number, by stamp.
std::vector<FoldEvent> events_of(Database& database, std::int64_t subject);

/// A visit of a customer, from its folded row.
struct FoldedVisit {
    Id id;
    WallTime registered_at = 0, departed_at = 0;
    std::string consultant;
    bool bought = false;
};

/// By the time of arrival.
std::vector<FoldedVisit> visits_of(Database& database, std::int64_t customer);

/// How many of them are of this kind. Events are never removed: where there is none, none of the
/// rows it makes can be there either, and nothing has to be looked for.
std::size_t count_of_kind(const std::vector<FoldEvent>& events, std::string_view kind);

/// People by id, with the numbers of their subjects.
using NumberedPeople = std::map<Id, std::int64_t>;

/// One fold a file. Each replaces all rows of its subject, whose number is told. A visit's adds
/// whose it is now to `customers`.
void fold_visit(Database& database, const Id& visit, std::int64_t subject,
                NumberedPeople& customers);
void fold_photos(Database& database, const Id& visit, const std::vector<FoldEvent>& events);
void fold_customer(Database& database, const Id& customer, std::int64_t subject);
void fold_referrals(Database& database, const Id& referred, const std::vector<FoldEvent>& events,
                    const std::vector<FoldedVisit>& visits);
void fold_claims(Database& database, const Id& referrer, const std::vector<FoldEvent>& events);

}  // namespace foyer
