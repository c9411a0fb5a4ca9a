#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "sync/enrolment.h"
#include "sync/folder/publisher.h"
#include "sync/folder/stream_reader.h"
#include "sync/format/sealed.h"
#include "sync/kiosk/disk_reserve.h"
#include "sync/photos/photo_sender.h"
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
    WithStore with_store();

    // Who this kiosk is: renewal.cpp.
    void check_anchor();
    void move_anchor();
    void become_another(const std::string& reason);
    void look_at_own_files();
    bool find_headquarters();
    bool join(const Enrolment& enrolment);
    void learn_keys();
    void use_keys();

    // Reading: reading.cpp.
    void take_answers();
    StreamSource answers_source(const Id& instance = {}) const;
    bool may_follow(const Header& header);
    bool is_refused();
    void take_stream(const Listing& listing, const Id& instance);
    bool take_file(StreamReader& reader, const OpenedFile& file);
    bool take_parts(StreamReader& reader, const OpenedFile& manifest);
    void take_slices(const SealedContent& content);
    void take_content(const OpenedFile& file, const SealedContent& content, const Taken& taken);
    void hear(Journal& journal, const Header& header);

    // Writing: writing.cpp.
    void exchange();
    bool folder_in_order();
    bool freeze_next();
    bool freeze_return();
    void look_for_pack();
    void count();
    void count_anyway();

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
    DiskReserve reserve_;
    PhotoSender photos_;
    std::unique_ptr<Link> link_;
    bool anchored_ = false;   ///< the anchor has been compared with the store
    std::string superseded_;  ///< why this kiosk is not the one it thought to be; empty: it is
    std::size_t fresh_ = 0;   ///< events of others taken in, in this round
    SyncState state_, reported_;
};

}  // namespace foyer::sync
