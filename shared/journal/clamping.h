#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/journal/journal.h"

namespace foyer {

/// A clock that is years ahead must not win every merge for years. Headquarters decides once, when
/// it receives an event stamped more than ten minutes ahead of its own clock, where that event
/// stands in time, and says so in an event of its own: so everybody merges alike, the writer, too.
/// The stamp itself is kept for audit (design §3).
inline constexpr std::string_view clock_clamped = "clock.clamped";

/// Notes which of these events, received at this moment, are stamped too far ahead. Inside the
/// transaction that takes them in. Headquarters only.
void note_clamped(Database& database, const std::vector<Event>& events, WallTime received_at);

/// Writes the events that tell everybody. A transaction of its own, if there is anything to say.
void announce_clamped(Journal& journal);

/// Applies a clock.clamped event; the subjects of the events it names are to be folded again.
void apply_clamped(Database& database, const Event& event, std::vector<Subject>& subjects);

}  // namespace foyer
