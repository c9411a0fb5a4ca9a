#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "shared/journal/event.h"
#include "shared/security/digest.h"

namespace foyer::sync {

/// An event as sync files carry it; sync/FORMAT.md. Pure functions, any thread.
nlohmann::json to_json(const Event& event);
/// Nothing if a field is missing or wrong, or the body is no JSON object this release can read
/// strictly: it could fold differently elsewhere.
std::optional<Event> event_in(const nlohmann::json& object);

/// About how many bytes of a body an event takes: whoever fills a file counts with it.
std::size_t weight(const Event& event);

/// The hash of the event's JSON with its names in order and without blanks.
Digest event_digest(const Event& event);

}  // namespace foyer::sync
