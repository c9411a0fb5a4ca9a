#pragma once

#include <map>

#include "shared/journal/store.h"
#include "sync/format/sealed.h"

namespace foyer::sync {

/// What a store has, instance by instance. Reads the index of every event: for the beginning of a
/// stream, not for every round. The thread of the store.
Have have_of(Store& store);

/// The events another store certainly has, too: of these instances, all up to these sequences.
/// Where the ids differ nothing is certain, and the instance is missing here.
using Common = std::map<Id, std::uint64_t>;
Common common(Store& store, const Have& theirs);

bool is_in(const Common& common, const Event& event);

std::string to_text(const Common& common);
Common common_in(const std::string& text);

}  // namespace foyer::sync
