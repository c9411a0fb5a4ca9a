#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "shared/journal/journal.h"

namespace foyer::sync {

/// What the next file of a stream carries.
struct Gathered {
    std::vector<Event> events;
    std::int64_t position = 0;  ///< everything wanted up to here is in `events`
};

/// How much one file takes.
struct Capacity {
    std::size_t events = 0, weight = 0;
};
extern const Capacity one_file;
extern const Capacity one_part;  ///< of a snapshot

/// Events after `position` that are `wanted`, in order of arrival: as many as one file takes, at
/// most. None: there are none left. The store's thread.
Gathered gather(Journal& journal, std::int64_t position,
                const std::function<bool(const Event&)>& wanted,
                const Capacity& capacity = one_file);

/// The same, of those no sync file carries yet.
Gathered gather_queued(Journal& journal, std::int64_t position);

}  // namespace foyer::sync
