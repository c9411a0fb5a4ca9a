#pragma once

#include <vector>

#include "shared/journal/database.h"
#include "shared/model/photo.h"

/// What is known of photos that have not been removed. The thread of the store.
namespace foyer {

/// By the time they were taken.
std::vector<Photo> photos_of(Database& database, const Id& visit);
std::vector<Photo> all_photos(Database& database);
/// Those that name a part of this hash: one, but for a lie.
std::vector<Photo> photos_with_part(Database& database, const std::string& hash);

}  // namespace foyer
