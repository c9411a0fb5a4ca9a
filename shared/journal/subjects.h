#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/journal/database.h"
#include "shared/journal/event.h"

namespace foyer {

/// Somebody or something events are about: "visit:<id>" or "customer:<id>". Every fold reads the
/// events of one subject.
struct Subject {
    std::string name;
    std::int64_t number;  ///< by which this store knows it; each store has its own
};

/// Nothing if no event here is about it.
std::optional<std::int64_t> subject_number(Database& database, const std::string& name);

/// Remembers whom the event at this position is about, and adds them to `touched`. Nobody for a
/// kind this release does not know, or a body it cannot read: such an event is stored and waits.
/// What is in `touched` must have been found in the same transaction.
void link_subjects(Database& database, const Event& event, std::int64_t position,
                   std::vector<Subject>& touched);

}  // namespace foyer
