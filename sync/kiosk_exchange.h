#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "sync/enrolment.h"
#include "sync/folder/received_streams.h"
#include "sync/folder/sent_files.h"
#include "sync/folder/sync_folder.h"
#include "sync/kiosk/kiosk_identity.h"
#include "sync/kiosk/pack_receiver.h"
#include "sync/sync_options.h"
#include "sync/sync_state.h"

namespace foyer::sync {

/// The kiosk's side of the protocol, one round at a time, without a thread of its own: SyncService
/// runs it in the background, tests and the simulator step by step. One thread; the store is
/// reached through StoreAccess only, in short steps, with all file work between them.
class KioskExchange {
  public:
    /// `report` is called whenever the state has changed.
    KioskExchange(SyncOptions options, StoreAccess run_on_store, const Clock& clock, Random& random,
                  Files& files, SyncCallbacks callbacks,
                  std::function<void(const SyncState&)> report);
    ~KioskExchange();

    /// Takes in what has come, writes what is new, removes what is acknowledged. Catches every
    /// fault of the world and says it in the state; the next round begins from what the store
    /// remembers.
    void round();

    const SyncState& state() const { return state_; }

  private:
    /// What round() has to work with once the kiosk is enrolled.
    struct Link;

    void on_store(const std::function<void(Journal&)>& step);
    bool find_headquarters();
    void exchange();
    bool folder_in_order();
    void take_answers();
    void take_stream(const Listing& listing, StreamMark mark);
    bool take_in(const OpenedFile& file, const std::vector<Event>& events, std::string& refusal);
    bool freeze_next();
    void look_for_pack();
    void count();
    void blame(SyncHealth health, const std::string& detail);
    void blame_file(const FileError& error);
    void finish();

    SyncOptions options_;
    StoreAccess run_on_store_;
    const Clock& clock_;
    Random& random_;
    Files& files_;
    SyncCallbacks callbacks_;
    std::function<void(const SyncState&)> report_;
    std::unique_ptr<Link> link_;
    SyncState state_, reported_;
};

}  // namespace foyer::sync
