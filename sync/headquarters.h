#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/desk/desk.h"
#include "shared/journal/journal.h"
#include "shared/pack/pack_loader.h"
#include "shared/world/clock.h"
#include "shared/world/files.h"
#include "shared/world/random.h"
#include "sync/folder/conflicts.h"
#include "sync/folder/publisher.h"
#include "sync/folder/received_streams.h"
#include "sync/folder/stream_reader.h"
#include "sync/folder/sync_folder.h"
#include "sync/format/pack_parts.h"
#include "sync/format/refusal.h"
#include "sync/format/sealed.h"
#include "sync/headquarters/headquarters_keys.h"
#include "sync/headquarters/kiosk_registry.h"
#include "sync/photos/photo_archive.h"

namespace foyer::sync {

struct HeadquartersOptions {
    std::filesystem::path root;           ///< holds hq.db, keys/, packs/ and sync/, the folder
    std::filesystem::path schema_folder;  ///< of the pack's JSON Schemas
    PackLoader load_pack = foyer::load_pack;
    std::filesystem::path root_key;  ///< where the root key lies, if not in keys/
    /// Tells one machine from another, so that a copied headquarters is noticed.
    std::filesystem::path machine_id = "/etc/machine-id";
    /// What is remembered outside the store about it. Best on another disk than the store's; empty:
    /// anchor.json under the root.
    std::filesystem::path anchor;
    Release release;
};

/// Where the anchor of a headquarters lies.
std::filesystem::path anchor_path(const HeadquartersOptions& options);

/// What came of something a person asked for.
struct Outcome {
    bool done = false;
    std::string sentence;  ///< plain English, for the terminal
};

/// What a round did.
struct RunReport {
    int files = 0;  ///< taken in
    std::int64_t events = 0;
    int codes = 0;      ///< issued
    int answers = 0;    ///< written
    int photos = 0;     ///< parts of photos taken in
    int strange = 0;    ///< files that are none of ours
    int conflicts = 0;  ///< noticed in this round, see `foyer-hq conflicts`
    std::vector<std::string> unknown_kiosks;
    std::vector<Refusal> refused;  ///< hellos made with an enrolment file it does not know, or not
                                   ///< any more: those kiosks must be enrolled again
    std::vector<SyncProblem> problems;  ///< file names begin with the kiosk's folder
};

struct KioskStatus {
    std::string name;
    bool introduced = false;  ///< has said hello
    WallTime last_heard = 0;  ///< its last file was taken in; 0: never
    std::int64_t events = 0;
    WallTime clock_skew = 0;  ///< its clock less ours, a lower bound: files take their time
    int unanswered = 0;       ///< files it has not acknowledged
    bool holding = false;     ///< has not said yet what it has, since headquarters was restored
    bool revoked = false;
};

struct HeadquartersStatus {
    FolderState folder = FolderState::missing;
    std::int64_t events = 0;
    std::string pack;  ///< "tile 2026.6.1"; empty: none published
    std::vector<KioskStatus> kiosks;
    WallTime last_run = 0;
    WallTime last_backup = 0;  ///< 0: never
    std::uint64_t epoch = 1;   ///< counts how often headquarters was restored
    std::int64_t conflicts = 0;
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

    /// Brings one back from a backup that backup() made, into an empty or new folder beside whose
    /// sync folder it is to live. Its epoch is raised: kiosks give back what it has lost.
    static Outcome restore(const std::filesystem::path& backup, const HeadquartersOptions& options,
                           const Clock& clock, Random& random, Files& files);

    /// Opens one. Waits while another process has it. A store that is not the one it was, by its
    /// anchor, has its epoch raised. Throws std::runtime_error if there is none.
    Headquarters(HeadquartersOptions options, const Clock& clock, Random& random, Files& files);
    ~Headquarters();

    struct EnrolOutcome {
        Outcome outcome;
        std::string file;  ///< bytes of the enrolment file
    };
    /// Enrols a kiosk, or enrols it anew: the file before is worth nothing from then on.
    EnrolOutcome enrol(const std::string& kiosk);

    /// Nothing it writes is believed any more, and nothing is written to it: it was stolen, say.
    Outcome revoke(const std::string& kiosk);
    /// Changes a key, which needs the root key. Kiosks learn it from the signed key file.
    Outcome rotate(KeyRole role);

    /// Checks, keeps and publishes a pack.
    Outcome publish(const std::filesystem::path& pack_folder);

    /// One round: take in, issue codes, answer, clear away.
    RunReport run_once();
    /// The first part of a round alone: takes in what kiosks wrote.
    RunReport take_in();

    /// Copies store, keys (but the root's) and pack into a new folder below `folder`, and reads the
    /// copy back: from then on kiosks may forget what it holds. The copy is as secret as this.
    Outcome backup(const std::filesystem::path& folder);

    HeadquartersStatus status();
    std::vector<ReferralListing> referrals();
    std::vector<ClaimListing> claims();
    /// Forks, quarantined files and events, clones and restores, latest first.
    std::vector<Conflict> conflicts() { return Conflicts(store_).all(); }
    /// Photos of visits that have not been removed, by the time they were taken.
    std::vector<PhotoListing> photos() { return photo_archive().listing(); }
    /// Writes every photo that is here whole into a folder, opened. Returns how many.
    int export_photos(const std::filesystem::path& folder) {
        return photo_archive().open_all(folder);
    }
    /// Approves the referral or the claim whose id begins with these (at least 8) digits.
    Outcome approve(const std::string& id_or_prefix);

    const HeadquartersKeys& keys() const { return keys_; }
    const Id& folder_id() const { return folder_.id(); }
    Journal& journal() { return journal_; }
    /// Nothing until a pack has been published.
    Desk* desk() { return desk_.get(); }

    std::uint64_t epoch() const { return epoch_; }

  private:
    class Lock;
    class Group;

    void open_desk();

    // Who this headquarters is: epoch.cpp.
    void check_anchor();
    void follow_answers_key();
    void move_anchor(bool published);
    std::uint64_t published_epoch();
    void raise_epoch(const std::string& reason, std::uint64_t beyond);

    // Reading: intake.cpp, intake_events.cpp.
    void take_in(std::span<const std::string> kiosks, std::size_t files_together,
                 RunReport& report);
    void take_in(const std::string& kiosk, Group& group);
    void meet(const std::string& kiosk, const Listing& listing, RunReport& report);
    void introduce(const EnrolledKiosk& kiosk, const FileName& name, RunReport& report);
    void take_stream(const EnrolledKiosk& kiosk, const KnownInstance& known, const Listing& listing,
                     Group& group);
    bool take_file(const EnrolledKiosk& kiosk, StreamReader& reader, const OpenedFile& file,
                   Group& group);
    void refuse_file(const EnrolledKiosk& kiosk, const OpenedFile& file, EnvelopeFault fault,
                     Group& group);
    bool take_parts(const EnrolledKiosk& kiosk, StreamReader& reader, const OpenedFile& manifest,
                    Group& group);
    Taken take_events(const EnrolledKiosk& kiosk, const OpenedFile& file,
                      const SealedContent& content, Group& group);
    void hear(const EnrolledKiosk& kiosk, const Header& header);
    void note_strange(const Header& header, const Journal::Strange& strange);
    Conflict conflict_of(ConflictKind kind, const Header& header) const;

    // Writing: answers.cpp.
    const Id& stream_of(const EnrolledKiosk& kiosk) const;
    Header header_to(const EnrolledKiosk& kiosk);
    bool concerns(const EnrolledKiosk& kiosk, const Event& event);
    bool snapshot_due(const EnrolledKiosk& kiosk);
    bool freeze_answer(EnrolledKiosk& kiosk);
    void freeze_snapshot(EnrolledKiosk& kiosk);
    void note_companion(EnrolledKiosk& kiosk, const std::optional<PackCompanion>& companion);
    void write_answers(const EnrolledKiosk& kiosk);
    void write_refusals(const EnrolledKiosk& kiosk, const RunReport& report);

    // Photos: photos.cpp.
    PhotoArchive photo_archive() { return PhotoArchive(store_, files_, options_.root); }
    void take_photos(RunReport& report);
    std::optional<PhotoWords> photo_words(const EnrolledKiosk& kiosk);
    void answer_photos(RunReport& report);

    void note_archived(const std::filesystem::path& copy);
    void issue_codes(RunReport& report);
    std::uint64_t unused_code();
    std::optional<Outcome> refuse_pack(const PackPart& whole, const std::string& contents);
    void keep_pack(const PackPart& whole, const std::filesystem::path& from);
    void freeze_pack(const PackPart& whole, const std::string& contents,
                     const std::string& companion);
    /// What belongs to the pack in use and this kiosk has not been sent.
    std::optional<PackCompanion> companion_for(const EnrolledKiosk& kiosk);
    bool write_pack();
    bool write_key_file();
    void follow_revocation(const Event& event);
    Outcome publish_again();
    Publisher publisher();
    WithStore with_store();
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
    std::uint64_t epoch_ = 1;
    /// The greatest epoch in which a kiosk has read what this store never wrote; 0: none has.
    std::uint64_t foreign_epoch_ = 0;
};

}  // namespace foyer::sync
