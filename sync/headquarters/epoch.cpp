#include <algorithm>

#include "shared/security/digest.h"
#include "sync/folder/anchor.h"
#include "sync/folder/sent_files.h"
#include "sync/folder/stream_heads.h"
#include "sync/headquarters.h"

namespace foyer::sync {
namespace {

constexpr const char* epoch_setting = "hq.epoch";
constexpr const char* anchored_setting = "hq.anchored";
// Both change with every round that publishes something; the anchor says the same, or the store is
// not the one that published last.
constexpr const char* generation_setting = "hq.generation";
constexpr const char* token_setting = "hq.token";
constexpr const char* answers_key_setting = "hq.answers_key";

/// Why the store is not the one the anchor was written for; empty: it is.
std::string mismatch(const std::optional<Anchor>& anchor, const Anchor& own) {
    if (!anchor) return "the anchor beside the store is missing";
    if (anchor->instance != own.instance) return "the anchor beside the store is of another store";
    if (anchor->machine != own.machine) return "the store was copied to another machine";
    const bool older =
        anchor->seq > own.seq || (anchor->seq == own.seq && anchor->hash != own.hash);
    return older ? "the store was brought back from a backup" : "";
}

Anchor anchor_of(Store& store, const Id& instance, std::string machine) {
    Anchor anchor;
    anchor.instance = instance;
    anchor.machine = std::move(machine);
    anchor.seq = std::stoull(store.setting(generation_setting).value_or("0"));
    anchor.hash = store.setting(token_setting).value_or("");
    return anchor;
}

}  // namespace

std::filesystem::path anchor_path(const HeadquartersOptions& options) {
    return options.anchor.empty() ? options.root / "anchor.json" : options.anchor;
}

void Headquarters::check_anchor() {
    epoch_ = std::stoull(store_.setting(epoch_setting).value_or("1"));
    if (store_.setting(anchored_setting) == "1") {
        const auto anchor = read_anchor(files_, anchor_path(options_));
        const std::string reason =
            mismatch(anchor, anchor_of(store_, journal_.author().instance,
                                       machine_fingerprint(files_, options_.machine_id)));
        if (!reason.empty()) raise_epoch(reason, epoch_);
    }
    follow_answers_key();
    move_anchor(false);
}

/// What another key has signed and nobody has read yet is signed anew, in new streams; also after a
/// change of keys that was interrupted.
void Headquarters::follow_answers_key() {
    const std::string in_use = key_id(keys_.answers.public_key);
    const auto known = store_.setting(answers_key_setting);
    if (known && *known != in_use) raise_epoch("the answers key was changed", epoch_);
    if (!known) store_.set_setting(answers_key_setting, in_use);
}

/// Before anything is published: what the anchor names may have been.
void Headquarters::move_anchor(bool published) {
    if (published) {
        const Anchor before = anchor_of(store_, "", "");
        Transaction transaction(store_.database());
        store_.set_setting(generation_setting, std::to_string(before.seq + 1));
        store_.set_setting(token_setting, random_id(clock_.now(), random_));
        transaction.commit();
    }
    const Anchor anchor = anchor_of(store_, journal_.author().instance,
                                    machine_fingerprint(files_, options_.machine_id));
    const bool anchored = store_.setting(anchored_setting) == "1";
    if (anchored && read_anchor(files_, anchor_path(options_)) == anchor) return;
    write_anchor(files_, anchor_path(options_), anchor);
    store_.set_setting(anchored_setting, "1");
}

/// The highest epoch of what lies written in the folder: a store that was brought back may have
/// raised its epoch before and forgotten it, and no two of its lives may share one.
std::uint64_t Headquarters::published_epoch() {
    std::uint64_t highest = 0;
    if (folder_.state() != FolderState::present) return highest;
    for (const EnrolledKiosk& kiosk : KioskRegistry(store_).all()) {
        const StreamSource written{
            folder_.down(kiosk.name),       headquarters_name, kiosk.name, "",
            only(keys_.answers.public_key), options_.release};
        const Listing listing = list_stream(folder_, written.place, headquarters_name,
                                            {FileKind::answer, FileKind::snapshot});
        std::vector<SyncProblem> told_by_inspection;
        for (const Header& header : stream_heads(folder_, written, listing, told_by_inspection))
            highest = std::max(highest, header.epoch);
    }
    return highest;
}

void Headquarters::raise_epoch(const std::string& reason, std::uint64_t beyond) {
    Conflict conflict;
    conflict.noticed_at = clock_.now();
    conflict.kind = ConflictKind::epoch_raised;
    conflict.kiosk = headquarters_name;
    conflict.instance = journal_.author().instance;
    conflict.detail = reason + ": kiosks are asked for what it may have lost";
    const std::uint64_t raised = std::max({epoch_, beyond, published_epoch()}) + 1;
    conflict.seq = raised;
    journal_.renew_instance([&] {
        Conflicts(store_).note(conflict);
        KioskRegistry registry(store_);
        for (const EnrolledKiosk& kiosk : registry.all()) {
            if (!kiosk.introduced()) continue;
            SentFiles(store_).retire(kiosk.name);
            registry.restart_stream(kiosk.name, random_id(clock_.now(), random_));
        }
        store_.set_setting(epoch_setting, std::to_string(raised));
        store_.set_setting(anchored_setting, "0");
        store_.set_setting(answers_key_setting, key_id(keys_.answers.public_key));
    });
    epoch_ = raised;
    foreign_epoch_ = 0;
}

}  // namespace foyer::sync
