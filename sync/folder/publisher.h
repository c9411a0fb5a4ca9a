#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/folder/sent_files.h"
#include "sync/folder/stream_reader.h"
#include "sync/folder/sync_folder.h"

namespace foyer::sync {

/// Brings a place in the folder to what the store says ought to be there. A crash anywhere is made
/// good by the next call: files are frozen before they are written, and removed before that is
/// remembered.
class Publisher {
  public:
    Publisher(SyncFolder& folder, WithStore with_store, WallTime now);

    /// Writes every unacknowledged file of `recipient` that is not in `place`, also one that was
    /// there before: it was lost. The first of them is written anew now and then: what a carrier
    /// has lost or torn on its way looks well from here. False if the folder is not there. Throws
    /// FileError.
    bool write_standing(const std::string& recipient, const std::filesystem::path& place);
    /// Removes acknowledged files, and temporary ones of a killed process. As above.
    bool remove_done(const std::string& recipient, const std::filesystem::path& place);

  private:
    bool write_parts(const FrozenFile& manifest, const std::filesystem::path& place, bool anew);
    bool remove_parts(const FrozenFile& manifest, const std::filesystem::path& place);
    bool is_there(const std::string& name) const;

    SyncFolder& folder_;
    WithStore with_store_;
    WallTime now_;
    std::vector<std::string> there_;
};

}  // namespace foyer::sync
