#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
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

    /// Clears away the parts of removed photos. Parts the store has forgotten, because it was
    /// brought back, are taken up again once it hears of their photo. Photos are kept while the
    /// caller has the store, so no new one can be mistaken for one of these.
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
    void look_for_strays(Store& store);
    std::vector<Part> undelivered();
    void miss(const std::string& hash, std::vector<SyncProblem>& problems);

    PhotoFolder photos_;
    WithStore with_store_;
    std::optional<std::vector<std::string>> strays_;  ///< parts no row names; nothing: unknown yet
};

}  // namespace foyer::sync
