#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "shared/journal/store.h"
#include "shared/photos/photo_folder.h"
#include "sync/folder/sync_folder.h"
#include "sync/headquarters/kiosk_registry.h"
#include "sync/photos/photo_words.h"
#include "sync/sync_problem.h"

namespace foyer::sync {

/// A photo as headquarters lists it.
struct PhotoListing {
    Photo photo;
    std::string ticket, party;   ///< of the visit; empty: unknown yet, or left no details
    WallTime registered_at = 0;  ///< of the visit; 0: unknown yet
};

/// Headquarters' side of photos. A part is taken in once the event that names it is here, its bytes
/// are what its name says, and kept as it came: sealed. The thread of the store.
class PhotoArchive {
  public:
    PhotoArchive(Store& store, Files& files, const std::filesystem::path& root);

    /// Notes which parts are to come, by events that are new; clears away what was removed.
    void follow(WallTime now);

    /// Takes in what a kiosk's place holds, so much a round. Nobody else is kept from taking in
    /// events by what is wrong with a photo: that goes to `problems`. Returns the parts taken in.
    int take_in(const EnrolledKiosk& kiosk, SyncFolder& folder, std::vector<SyncProblem>& problems);

    /// What there is to tell a kiosk. `answered`: it has read everything it was told before.
    PhotoWords words(const EnrolledKiosk& kiosk, WallTime now, bool answered);
    /// It stands in a frozen answer. Inside the same transaction.
    void said(const EnrolledKiosk& kiosk, const PhotoWords& words, WallTime now);

    std::vector<PhotoListing> listing();
    /// Writes every whole photo into a folder, opened. Returns how many. Throws FileError.
    int open_all(const std::filesystem::path& folder);
    /// Hashes of the parts that are here, for a backup.
    std::vector<std::string> parts();
    /// Looks after files that no row names.
    void tend();

    const std::filesystem::path& folder() const { return photos_.path(); }

  private:
    void look_for_stray(const std::string& hash);
    bool take_part(const std::string& hash, SyncFolder& folder, const std::filesystem::path& place,
                   std::vector<SyncProblem>& problems);
    void keep(const std::string& hash, std::string_view bytes, const std::vector<Photo>& photos);
    void to_tell(const Id& instance, const std::string& hash);
    void forget_told(const Id& instance, const std::vector<std::string>& there);

    Store& store_;
    Database& database_;
    Files& files_;
    PhotoFolder photos_;
};

/// "2026-06-13-A07-1f2e3d4c.jpg"
std::string photo_file_name(const PhotoListing& item);

}  // namespace foyer::sync
