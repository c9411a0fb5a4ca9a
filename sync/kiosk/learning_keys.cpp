#include "shared/security/digest.h"
#include "sync/folder/conflicts.h"
#include "sync/format/key_file.h"
#include "sync/kiosk/kiosk_link.h"

namespace foyer::sync {
namespace {

constexpr const char* keys_setting = "sync.keys";

std::optional<KeyFile> known_keys(Store& store) {
    const auto text = store.setting(keys_setting);
    return text ? key_file_of(*text) : std::nullopt;
}

}  // namespace

/// Of the key files this kiosk has ever seen, and its enrolment, the newest counts.
void KioskExchange::use_keys() {
    std::optional<KeyFile> keys;
    on_store([&](Journal& journal) { keys = known_keys(journal.store()); });
    Enrolment& enrolment = link_->enrolment;
    if (!keys || keys->version <= enrolment.keys_version) return;
    enrolment.keys_version = keys->version;
    enrolment.answers = keys->answers;
    enrolment.packs = keys->packs;
    enrolment.sealing = keys->sealing;
    link_->packs.set_publisher(keys->packs);
}

void KioskExchange::learn_keys() {
    const auto bytes = link_->folder.read(key_file_name, largest_file);
    if (!bytes) return;
    const Enrolment& enrolment = link_->enrolment;
    const OpenedFile file = open_file(*bytes, only(enrolment.root));
    const auto keys = key_file_in(file);
    if (!keys || file.header.folder != enrolment.folder) {
        const EnvelopeFault fault =
            file.fault == EnvelopeFault::none ? EnvelopeFault::foreign_folder : file.fault;
        state_.problems.push_back(problem_of(fault, key_file_name));
        return;
    }
    const KeyFile known{enrolment.keys_version, enrolment.answers, enrolment.packs,
                        enrolment.sealing};
    if (keys->version > known.version) {
        on_store(
            [&](Journal& journal) { journal.store().set_setting(keys_setting, to_text(*keys)); });
        return use_keys();
    }
    if (*keys == known) return;
    // The enrolment file was made after it: the carrier is late.
    std::optional<KeyFile> learnt;
    on_store([&](Journal& journal) { learnt = known_keys(journal.store()); });
    const bool late =
        keys->version < known.version && (!learnt || keys->version >= learnt->version);
    if (late) return;
    Conflict conflict;
    conflict.noticed_at = clock_.now();
    conflict.kind = ConflictKind::older_keys;
    conflict.kiosk = headquarters_name;
    conflict.seq = keys->version;
    conflict.subject = file.hash;
    conflict.detail = "a key file of version " + std::to_string(keys->version) + "; version " +
                      std::to_string(known.version) + " is in use, and never goes back";
    state_.problems.push_back({SyncProblemKind::not_permitted, key_file_name, conflict.detail});
    on_store([&](Journal& journal) { Conflicts(journal.store()).note(conflict); });
}

}  // namespace foyer::sync
