#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/journal/database.h"
#include "shared/journal/event.h"

namespace foyer {

/// What a customer has answered for one purpose.
struct StandingConsent {
    bool granted = true;
    std::vector<Id> events;  ///< those that say so
};

/// A customer's answers by purpose. An answer stands until one that saw it replaces it; of those
/// still standing the most restrictive counts (design §2.2). Folded when asked for: a store of all
/// customers' answers would be written far more often than it is read. The thread of the store.
std::map<std::string, StandingConsent> consents_of(Database& database, const Id& customer);

}  // namespace foyer
