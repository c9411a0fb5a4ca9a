#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/desk/desk.h"
#include "shared/journal/journal.h"
#include "shared/pack/pack_loader.h"
#include "shared/world/clock.h"
#include "shared/world/files.h"
#include "shared/world/random.h"
#include "sync/folder/publisher.h"
#include "sync/folder/received_streams.h"
#include "sync/folder/sync_folder.h"
#include "sync/format/pack_parts.h"
#include "sync/headquarters/headquarters_keys.h"
#include "sync/headquarters/kiosk_registry.h"

namespace foyer::sync {

struct HeadquartersOptions {
    std::filesystem::path root;           ///< holds hq.db, keys/, packs/ and sync/, the folder
    std::filesystem::path schema_folder;  ///< of the pack's JSON Schemas
    PackLoader load_pack = foyer::load_pack;
};

/// What came of something a person asked for.
struct Outcome {
    bool done = false;
    std::string sentence;  ///< plain English, for the terminal
};

/// What a round did.
struct RunReport {
    int files = 0;  ///< taken in
    std::int64_t events = 0;
    int codes = 0;    ///< issued
    int answers = 0;  ///< written
    int strange = 0;  ///< files that are none of ours
    std::vector<std::string> unknown_kiosks;
    std::vector<SyncProblem> problems;  ///< file names begin with the kiosk's folder
};

struct KioskStatus {
    std::string name;
    bool introduced = false;  ///< has said hello
    WallTime last_heard = 0;  ///< its last file was taken in; 0: never
    std::int64_t events = 0;
    WallTime clock_skew = 0;  ///< its clock less ours, a lower bound: files take their time
    int unanswered = 0;       ///< files it has not acknowledged
};

struct HeadquartersStatus {
    FolderState folder = FolderState::missing;
    std::int64_t events = 0;
    std::string pack;  ///< "tile 2026.6.1"; empty: none published
    std::vector<KioskStatus> kiosks;
    WallTime last_run = 0;
    std::vector<SyncProblem> problems;  ///< of the last run
};

/// A claim as headquarters lists it.
struct ClaimListing {
    Id claim, referrer;
    std::string referrer_name, receipt, kiosk, staff;
    std::int64_t amount = 0;  ///< fen
    WallTime requested_at = 0, decided_at = 0;
    ClaimState state = ClaimState::provisional;
};

/// The group's side of everything: enrols kiosks, publishes packs, takes in what kiosks wrote,
/// issues codes, approves, and answers. Holds a lock on its folder while it lives: one process at a
/// time. One thread. Throws FileError, StoreError and std::runtime_error for faults of the world.
class Headquarters {
  public:
    /// Makes a new headquarters in an empty or new folder.
    static Outcome init(const HeadquartersOptions& options, const Clock& clock, Random& random,
                        Files& files);

    /// Opens one. Waits while another process has it. Throws std::runtime_error if there is none.
    Headquarters(HeadquartersOptions options, const Clock& clock, Random& random, Files& files);
    ~Headquarters();

    struct EnrolOutcome {
        Outcome outcome;
        std::string file;  ///< bytes of the enrolment file
    };
    /// Enrols a kiosk, or enrols it anew: the file before is worth nothing from then on.
    EnrolOutcome enrol(const std::string& kiosk);

    /// Checks, keeps and publishes a pack.
    Outcome publish(const std::filesystem::path& pack_folder);

    /// One round: take in, issue codes, answer, clear away.
    RunReport run_once();

    HeadquartersStatus status();
    std::vector<ReferralListing> referrals();
    std::vector<ClaimListing> claims();
    /// Approves the referral or the claim whose id begins with these (at least 8) digits.
    Outcome approve(const std::string& id_or_prefix);

    const HeadquartersKeys& keys() const { return keys_; }
    const Id& folder_id() const { return folder_.id(); }
    Journal& journal() { return journal_; }
    /// Nothing until a pack has been published.
    Desk* desk() { return desk_.get(); }

  private:
    class Lock;

    void open_desk();
    void take_in(const std::string& kiosk, RunReport& report);
    void meet(const std::string& kiosk, const Listing& listing, RunReport& report);
    void introduce(const EnrolledKiosk& kiosk, const FileName& name, RunReport& report);
    void take_stream(const EnrolledKiosk& kiosk, const Listing& listing, RunReport& report);
    bool take_file(const EnrolledKiosk& kiosk, const OpenedFile& file, RunReport& report);
    void issue_codes(RunReport& report);
    std::uint64_t unused_code();
    void answer(const EnrolledKiosk& kiosk, RunReport& report);
    bool freeze_answer(EnrolledKiosk& kiosk);
    std::optional<Outcome> refuse_pack(const PackPart& whole, const std::string& contents);
    void keep_pack(const PackPart& whole, const std::filesystem::path& from);
    void freeze_pack(const PackPart& whole, const std::string& contents);
    bool write_pack();
    Publisher publisher();
    std::filesystem::path under(const char* name) const { return options_.root / name; }

    HeadquartersOptions options_;
    const Clock& clock_;
    Random& random_;
    Files& files_;
    std::filesystem::path store_path_;
    std::unique_ptr<Lock> lock_;
    HeadquartersKeys keys_;
    Store store_;
    Journal journal_;
    SyncFolder folder_;
    std::unique_ptr<Desk> desk_;
};

}  // namespace foyer::sync
