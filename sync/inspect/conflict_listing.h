#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sync/headquarters.h"

namespace foyer::sync {

/// A field of a customer that two kiosks wrote differently: this value lost against a later one.
struct LostField {
    Id customer;
    std::string name;  ///< of the customer, as it stands now
    std::string field, value, kiosk;
    WallTime written_at = 0;
};

/// Latest first. The thread of the store.
std::vector<LostField> lost_fields(Store& store);

/// Everything a person at headquarters ought to look at: what sync noticed (forks, quarantine,
/// clones, restores), values that lost against later ones, claims in dispute. Holds names and phone
/// numbers, which its reader is entitled to; never logged.
std::string conflict_listing_text(Headquarters& headquarters);
nlohmann::json conflict_listing_json(Headquarters& headquarters);

}  // namespace foyer::sync
