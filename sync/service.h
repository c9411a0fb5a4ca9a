#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "shared/journal/journal.h"
#include "shared/world/clock.h"
#include "shared/world/files.h"
#include "shared/world/random.h"
#include "sync/sync_options.h"
#include "sync/sync_state.h"

namespace foyer::sync {

/// Exchanges files with headquarters in the background. Owns one thread between start() and stop().
/// Works, and says no_headquarters, until there is an enrolment. Members may be called from any
/// thread, except that stop() and the destructor wait for a round and thereby for the store's
/// thread: never call them there.
class SyncService {
  public:
    /// References outlive the service. `random` is used on the sync thread only.
    SyncService(SyncOptions options, StoreAccess run_on_store, const Clock& clock, Random& random,
                Files& files, SyncCallbacks callbacks);
    /// Stops.
    ~SyncService();

    /// Begins with a round at once. Call once.
    void start();
    /// Asks for a round now; returns at once. Looks for an enrolment again, too.
    void sync_now();
    /// Waits for the round under way, if any.
    void stop();

    /// A copy, as of the last round or step of one.
    SyncState state() const;

    /// The last good pack from headquarters, for choosing a pack at start; nothing if none came yet
    /// or its folder is gone. On the store's thread.
    static std::optional<std::filesystem::path> last_good_pack(Store& store);

  private:
    class Worker;
    std::unique_ptr<Worker> worker_;
};

}  // namespace foyer::sync
