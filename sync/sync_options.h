#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>

#include "shared/journal/journal.h"
#include "shared/pack/pack_loader.h"
#include "sync/format/envelope.h"

namespace foyer::sync {

/// Runs a closure on the store's thread and returns when it is done; what the closure throws comes
/// out here. Only short database steps are run in it: a slow stick never holds up a registration.
using StoreAccess = std::function<void(const std::function<void(Journal&)>&)>;

struct SyncOptions {
    std::filesystem::path home;         ///< holds enrolment.json and packs/
    std::filesystem::path sync_folder;  ///< empty: none was configured
    std::chrono::milliseconds interval{30'000};
    std::filesystem::path schema_folder;  ///< of the pack's JSON Schemas
    PackLoader load_pack = foyer::load_pack;
    /// Tells one machine from another, so that a cloned disk is noticed.
    std::filesystem::path machine_id = "/etc/machine-id";
    /// What is remembered outside the store about it. Best on another disk than the store's; empty:
    /// anchor.json in the home folder.
    std::filesystem::path anchor;
    Release release;
    /// Bytes set aside in the home folder for when the disk is full; 0: none.
    std::uint64_t reserve = 0;
};

/// Called from the sync thread; hand over to the UI's queue and return.
struct SyncCallbacks {
    std::function<void()> on_change;  ///< state() is another
    /// A pack from headquarters lies verified in this folder. It stays there; the old one, too.
    std::function<void(const std::filesystem::path&)> on_pack;
    /// Events of others were taken in: what screens show may be out of date.
    std::function<void()> on_records;
};

}  // namespace foyer::sync
