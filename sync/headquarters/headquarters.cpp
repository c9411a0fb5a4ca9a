#include "sync/headquarters.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "shared/journal/clamping.h"
#include "shared/security/digest.h"
#include "sync/folder/pack_in_use.h"
#include "sync/folder/sent_files.h"
#include "sync/headquarters/headquarters_lock.h"

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;

constexpr const char* store_file = "hq.db";
constexpr const char* keys_folder = "keys";
constexpr const char* sync_folder = "sync";
constexpr const char* folder_setting = "hq.folder";
constexpr const char* last_run_setting = "hq.last_run";
constexpr const char* problems_setting = "hq.problems";
constexpr const char* last_backup_setting = "hq.last_backup";

// A server has memory: what a day touches stays at hand, and a page that many files change is
// written to its place once.
constexpr const char* roomy = "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=16384";

// Taken in in one transaction, or fewer if they bring many events.
constexpr std::size_t kiosks_together = 500;
constexpr std::size_t files_together = 1000;

/// The problems of the last round, for `status` in another process.
std::string text_of(const std::vector<SyncProblem>& problems) {
    nlohmann::json list = nlohmann::json::array();
    for (const SyncProblem& problem : problems)
        list.push_back({int(problem.kind), problem.file, problem.reason});
    return list.dump();
}

std::vector<SyncProblem> problems_in(const std::string& text) {
    std::vector<SyncProblem> problems;
    for (const auto& item : nlohmann::json::parse(text)) {
        problems.push_back({SyncProblemKind(item.at(0).get<int>()), item.at(1).get<std::string>(),
                            item.at(2).get<std::string>()});
    }
    return problems;
}

Id remembered_folder(Store& store) {
    const auto folder = store.setting(folder_setting);
    if (!folder) throw std::runtime_error("the store of this headquarters was never set up");
    return *folder;
}

void refuse_wrong_folder(FolderState state) {
    switch (state) {
        case FolderState::present:
            return;
        case FolderState::missing:
            throw std::runtime_error("the sync folder is not there");
        case FolderState::foreign:
            throw std::runtime_error("the sync folder belongs to another headquarters");
        case FolderState::damaged:
            throw std::runtime_error("root.json of the sync folder is torn or altered");
    }
}

const fs::path& existing(const fs::path& store) {
    std::error_code ignored;
    if (!fs::exists(store, ignored)) {
        throw std::runtime_error("there is no headquarters in " + store.parent_path().string() +
                                 ": run `foyer-hq init` first");
    }
    return store;
}

}  // namespace

Outcome Headquarters::init(const HeadquartersOptions& options, const Clock& clock, Random& random,
                           Files& files) {
    files.make_folders(options.root);
    const Lock lock(options.root / "lock");
    if (files.exists(options.root / store_file)) {
        return {false, "there is a headquarters in " + options.root.string() + " already"};
    }
    // Where a headquarters was lost but for its keys and its sync folder, it is made again.
    const bool again = files.exists(options.root / keys_folder / "answers.key");
    const HeadquartersKeys keys =
        again ? load_keys(files, options.root / keys_folder, options.root_key) : make_keys(random);
    if (!again) save_keys(files, options.root / keys_folder, keys);
    const fs::path folder = options.root / sync_folder;
    const auto old_root = again ? files.read(folder / "root.json", largest_file) : std::nullopt;
    const OpenedFile known =
        old_root ? open_file(*old_root, only(keys.root.public_key)) : OpenedFile();
    const bool known_folder = known.fault == EnvelopeFault::none;
    if (old_root && !known_folder) {
        return {false,
                "the root.json in " + folder.string() + " is of other keys than those in keys/"};
    }
    const Id id = known_folder ? known.header.folder : random_id(clock.now(), random);
    for (const char* place : {"up", "down", "all", "blobs"})
        files.make_folders(folder / place);
    if (!known_folder) {
        files.write_atomically(folder / "root.json", compose_root(id, clock.now(), keys.root));
    }
    // The store comes last: with it the headquarters is there, without it init can be run again.
    const fs::path unfinished = options.root / "hq.db.new";
    std::error_code ignored;
    fs::remove(unfinished, ignored);
    {
        Store store(unfinished);
        Journal journal(store, clock, random, headquarters_name);
        store.set_setting(folder_setting, id);
        store.database().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    fs::rename(unfinished, options.root / store_file);
    return {true, "headquarters made in " + options.root.string()};
}

Headquarters::Headquarters(HeadquartersOptions options, const Clock& clock, Random& random,
                           Files& files)
    : options_(std::move(options)),
      clock_(clock),
      random_(random),
      files_(files),
      store_path_(existing(options_.root / store_file)),
      lock_(std::make_unique<Lock>(options_.root / "lock")),
      keys_(load_keys(files, options_.root / keys_folder, options_.root_key)),
      store_(store_path_),
      journal_(store_, clock, random, headquarters_name),
      folder_(files, options_.root / sync_folder, remembered_folder(store_),
              keys_.root.public_key) {
    store_.database().exec(roomy);
    check_anchor();
    open_desk();
}

Headquarters::~Headquarters() = default;

void Headquarters::open_desk() {
    const auto pack = pack_in_use(store_);
    if (!pack) return;
    PackResult loaded = options_.load_pack(pack->folder, options_.schema_folder);
    if (const auto* problem = std::get_if<PackProblem>(&loaded)) {
        throw std::runtime_error("the published pack is damaged: " + problem->message());
    }
    const auto shared = std::make_shared<const Pack>(std::move(std::get<Pack>(loaded)));
    if (desk_) {
        desk_->use_pack(shared);
    } else {
        desk_ = std::make_unique<Desk>(journal_, shared);
    }
}

Headquarters::EnrolOutcome Headquarters::enrol(const std::string& kiosk) {
    if (!is_kiosk_name(kiosk)) {
        return {{false, "a kiosk's name has 1 to 24 of a-z, 0-9 and hyphens, and is not hq or all"},
                ""};
    }
    if (!keys_.has_root) {
        return {{false, "the root key is not here: name it by --root-key"}, ""};
    }
    Enrolment enrolment;
    enrolment.kiosk = kiosk;
    enrolment.folder = folder_.id();
    enrolment.root = keys_.root.public_key;
    enrolment.answers = keys_.answers.public_key;
    enrolment.packs = keys_.packs.public_key;
    enrolment.sealing = keys_.sealing.public_key;
    enrolment.codes = code_keys(keys_.codes);
    enrolment.secret = make_seed(random_);
    enrolment.epoch = epoch_;
    enrolment.keys_version = keys_.version;
    enrolment.made_at = clock_.now();
    KioskRegistry registry(store_);
    registry.enrol(kiosk, enrolment.secret, clock_.now());
    const EnrolledKiosk known = *registry.find(kiosk);
    enrolment.ticket_letter = known.ticket_letter;
    if (known.introduced()) enrolment.stream = stream_of(known);
    // A store brought back to before this does not know the file: that must not go unnoticed.
    move_anchor(true);
    return {{true, kiosk + " is enrolled"}, compose_enrolment(enrolment, keys_.root)};
}

RunReport Headquarters::take_in() {
    const auto held = folder_.hold();
    RunReport report;
    refuse_wrong_folder(folder_.state());
    KioskRegistry registry(store_);
    std::vector<std::string> enrolled;
    for (std::string& name : folder_.writers())
        (registry.find(name) ? enrolled : report.unknown_kiosks).push_back(std::move(name));
    for (std::size_t at = 0; at < enrolled.size(); at += kiosks_together) {
        const std::size_t count = std::min(kiosks_together, enrolled.size() - at);
        const std::span<const std::string> kiosks(&enrolled[at], count);
        try {
            take_in(kiosks, files_together, report);
        } catch (const std::exception&) {
            // If a file is the cause, then what comes before it must not wait with it for ever.
            take_in(kiosks, 1, report);
        }
    }
    return report;
}

RunReport Headquarters::run_once() {
    // The folder that is there now is the one that is read and written, to the end.
    const auto held = folder_.hold();
    const std::int64_t known_conflicts = Conflicts(store_).count();
    RunReport report = take_in();
    if (foreign_epoch_ != 0) raise_epoch("a kiosk knows more than this store does", foreign_epoch_);
    announce_clamped(journal_);
    if (desk_) issue_codes(report);
    // Each kiosk has a position of its own in the journal; nothing reads the queue here.
    Statement(store_.database(), "DELETE FROM outbox").exec();
    const std::vector<EnrolledKiosk> kiosks = KioskRegistry(store_).all();
    for (EnrolledKiosk kiosk : kiosks) {
        if (kiosk.introduced() && !schema_for(kiosk.reads_from, kiosk.reads_to, options_.release)) {
            report.problems.push_back({SyncProblemKind::newer_release, kiosk.name,
                                       "reads nothing that this release writes: upgrade "
                                       "headquarters"});
            continue;
        }
        while (kiosk.introduced() && !kiosk.revoked() && freeze_answer(kiosk))
            ++report.answers;
    }
    move_anchor(report.answers > 0);
    write_key_file();
    for (const EnrolledKiosk& kiosk : kiosks) {
        if (kiosk.introduced()) write_answers(kiosk);
        write_refusals(kiosk, report);
    }
    write_pack();
    // After everything else: nothing waits for a photo.
    take_photos(report);
    answer_photos(report);
    Transaction transaction(store_.database());
    store_.set_setting(last_run_setting, std::to_string(clock_.now()));
    store_.set_setting(problems_setting, text_of(report.problems));
    transaction.commit();
    report.conflicts = int(Conflicts(store_).count() - known_conflicts);
    return report;
}

WithStore Headquarters::with_store() {
    return [this](const std::function<void(Store&)>& step) { step(store_); };
}

Publisher Headquarters::publisher() {
    return Publisher(folder_, with_store(), clock_.now());
}

HeadquartersStatus Headquarters::status() {
    HeadquartersStatus status;
    status.folder = folder_.state();
    status.events = store_.database().number("SELECT coalesce(max(position), 0) FROM event");
    if (desk_) status.pack = desk_->pack().id + " " + desk_->pack().version;
    ReceivedStreams received(store_);
    SentFiles sent(store_);
    for (const EnrolledKiosk& kiosk : KioskRegistry(store_).all()) {
        KioskStatus item;
        item.name = kiosk.name;
        item.introduced = kiosk.introduced();
        for (const StreamMark& mark : received.of(kiosk.name)) {
            item.events += mark.events;
            if (mark.seq == 0 || mark.taken_at < item.last_heard) continue;
            item.last_heard = mark.taken_at;
            item.clock_skew = mark.clock - mark.taken_at;
        }
        item.unanswered = int(sent.standing(kiosk.name).size());
        item.holding = kiosk.holding;
        item.revoked = kiosk.revoked();
        status.kiosks.push_back(std::move(item));
    }
    status.last_run = std::stoll(store_.setting(last_run_setting).value_or("0"));
    status.last_backup = std::stoll(store_.setting(last_backup_setting).value_or("0"));
    status.epoch = epoch_;
    status.conflicts = Conflicts(store_).count();
    status.problems = problems_in(store_.setting(problems_setting).value_or("[]"));
    return status;
}

}  // namespace foyer::sync
