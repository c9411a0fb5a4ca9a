#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "shared/journal/store.h"

namespace foyer::sync {

/// The last good edition of a pack, as a store remembers it. The store's thread.
struct PackInUse {
    std::uint64_t edition = 0;
    std::string version;
    std::filesystem::path folder;
};

std::optional<PackInUse> pack_in_use(Store& store);
/// The sealed companion that came last, of whatever edition; empty: none came.
std::string pack_companion(Store& store);
void set_pack_companion(Store& store, const std::string& text);
/// Inside the caller's transaction.
void set_pack_in_use(Store& store, const PackInUse& pack);

}  // namespace foyer::sync
