#pragma once

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

/// The events of a subject, by stamp.
std::vector<FoldEvent> events_of(Database& database, const std::string& subject);

/// Whether any of them is of this kind. Events are never removed: where there is none, none of the
/// rows it makes can be there either, and nothing has to be looked for.
bool any_of_kind(const std::vector<FoldEvent>& events, std::string_view kind);

/// One fold a file. Each replaces all rows of its subject.
void fold_visit(Database& database, const Id& visit);
void fold_photos(Database& database, const Id& visit, const std::vector<FoldEvent>& events);
void fold_customer(Database& database, const Id& customer);
void fold_referrals(Database& database, const Id& referred, const std::vector<FoldEvent>& events);
void fold_claims(Database& database, const Id& referrer, const std::vector<FoldEvent>& events);

}  // namespace foyer
