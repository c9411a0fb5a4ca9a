#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "shared/journal/store.h"
#include "sync/folder/sync_folder.h"

namespace foyer::sync {

/// Runs a short step with the store, wherever the store's thread is.
using WithStore = std::function<void(const std::function<void(Store&)>&)>;

/// Brings a place in the folder to what the store says ought to be there. A crash anywhere is made
/// good by the next call: files are frozen before they are written, and removed before that is
/// remembered.
class Publisher {
  public:
    Publisher(SyncFolder& folder, WithStore with_store);

    /// Writes every unacknowledged file of `recipient` that is not in `place`, also one that was
    /// there before: it was lost. False if the folder is not there. Throws FileError.
    bool write_standing(const std::string& recipient, const std::filesystem::path& place);
    /// Removes acknowledged files, and temporary ones of a killed process. As above.
    bool remove_done(const std::string& recipient, const std::filesystem::path& place);

  private:
    SyncFolder& folder_;
    WithStore with_store_;
};

}  // namespace foyer::sync
