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

/// Events after `position` that are `wanted`, in order of arrival: as many as one file takes, at
/// most. None: there are none left. The store's thread.
Gathered gather(Journal& journal, std::int64_t position,
                const std::function<bool(const Event&)>& wanted);

}  // namespace foyer::sync
