#include "sync/folder/pack_in_use.h"
#include "sync/folder/sent_files.h"
#include "sync/format/key_file.h"
#include "sync/headquarters.h"

namespace foyer::sync {

Outcome Headquarters::revoke(const std::string& kiosk) {
    KioskRegistry registry(store_);
    const auto known = registry.find(kiosk);
    if (!known) return {false, "no kiosk is enrolled as " + kiosk};
    Journal::Batch batch(journal_);
    const std::vector<Id> instances = registry.revoke(kiosk, clock_.now());
    SentFiles(store_).retire(kiosk);
    if (!instances.empty()) {
        const nlohmann::json body = {{"kiosk", kiosk}, {"instances", instances}};
        batch.add(headquarters_name, event_kind::kiosk_revoked, body.dump());
    }
    batch.commit();
    move_anchor(true);
    return {true, kiosk +
                      " is revoked: nothing it writes is taken in from now on. What it wrote "
                      "before stays. Whoever has it can make typed codes, not those that are "
                      "scanned"};
}

/// This store was brought back to before it said so itself, and hears it from a kiosk.
void Headquarters::follow_revocation(const Event& event) {
    const auto body = nlohmann::json::parse(event.body);
    const auto kiosk = body.at("kiosk").get<std::string>();
    for (const auto& instance : body.at("instances")) {
        const bool news =
            KioskRegistry(store_).follow_revocation(kiosk, instance.get<Id>(), event.stamp.wall);
        if (news) SentFiles(store_).retire(kiosk);
    }
}

Outcome Headquarters::rotate(KeyRole role) {
    if (!keys_.has_root) return {false, "the root key is not here: name it by --root-key"};
    if (folder_.state() != FolderState::present) {
        return {false, "the sync folder is not there, or is not this headquarters' own"};
    }
    try {
        rotate_key(files_, under("keys"), keys_, role, folder_.id(), clock_.now(), random_);
    } catch (...) {
        // Once the key file is signed the change is made: it is finished as after a crash.
        keys_ = load_keys(files_, under("keys"), options_.root_key);
        follow_answers_key();
        throw;
    }
    follow_answers_key();
    move_anchor(true);
    write_key_file();
    if (role == KeyRole::packs && pack_in_use(store_)) {
        const Outcome again = publish_again();
        if (!again.done) return again;
    }
    return {true, "the key is changed: version " + std::to_string(keys_.version) +
                      " of the key file. Take the root key away again"};
}

bool Headquarters::write_key_file() {
    const auto bytes = signed_key_file(files_, under("keys"));
    if (!bytes) return true;
    const auto held = folder_.hold();
    return folder_.read(key_file_name, largest_file) == bytes ||
           folder_.put("", key_file_name, *bytes);
}

}  // namespace foyer::sync
