#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "shared/photos/photo_folder.h"
#include "sync/folder/stream_reader.h"
#include "sync/folder/sync_folder.h"
#include "sync/photos/photo_words.h"

namespace foyer::sync {

/// How many photos are on their way to headquarters.
struct PhotoCounts {
    std::int64_t not_written = 0;  ///< on this kiosk only
    std::int64_t waiting = 0;      ///< in the sync folder, whole, and headquarters has not answered
};

/// The kiosk's side of photos: keeps its photo folder in step with its store, and brings the parts
/// to the kiosk's own place in the sync folder. The sync thread; the store in short steps.
class PhotoSender {
  public:
    PhotoSender(Files& files, const std::filesystem::path& home, WithStore with_store);

    /// Clears away the parts of removed photos, and once in its life what a crash left behind.
    /// Photos are kept while the caller has the store, so no new one can be mistaken for that.
    void tidy();

    /// Writes parts headquarters lacks, so many a round, and only of photos whose event has been
    /// written; removes what it has. False if the folder is not there. Throws FileError.
    bool send(SyncFolder& folder, const std::string& kiosk, WallTime now,
              std::vector<SyncProblem>& problems);

    /// What headquarters said. Inside the caller's transaction.
    static void hear(Store& store, const PhotoWords& words);
    static PhotoCounts counts(Store& store);

  private:
    struct Part {
        PhotoPart part;
        WallTime written_at = 0;
    };
    std::vector<Part> undelivered();

    Files& files_;
    PhotoFolder photos_;
    WithStore with_store_;
    bool swept_ = false;
};

/// Where a kiosk's parts lie, in the kiosk's own place.
std::filesystem::path photo_place(const SyncFolder& folder, const std::string& kiosk);

/// Removes the parts of photos that were removed, from disk and table. The thread of the store.
void clear_removed_photos(Store& store, PhotoFolder& photos);
/// Removes files no row names: a crash left them.
void sweep_photos(Store& store, PhotoFolder& photos);

/// A part's name: the hash of its bytes.
bool is_photo_part_name(std::string_view name);

}  // namespace foyer::sync
