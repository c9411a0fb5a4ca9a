#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "shared/journal/store.h"
#include "shared/photos/photo_folder.h"
#include "sync/folder/sync_folder.h"

/// Keeps a photo folder in step with the store beside it, at a kiosk and at headquarters. The
/// thread of the store. Throws FileError.
namespace foyer::sync {

/// Where a kiosk's parts lie, in the kiosk's own place in the sync folder.
std::filesystem::path photo_place(const std::string& kiosk);

/// A part's name: the hash of its bytes.
bool is_photo_part_name(std::string_view name);

/// Whether the store's table of files names this part.
bool is_listed(Store& store, const std::string& hash);
void unlist(Store& store, const std::string& hash);

/// Removes the parts of photos that were removed, from disk and table.
void clear_removed_photos(Store& store, PhotoFolder& photos);

}  // namespace foyer::sync
