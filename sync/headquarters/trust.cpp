#include "sync/folder/pack_in_use.h"
#include "sync/folder/sent_files.h"
#include "sync/format/key_file.h"
#include "sync/headquarters.h"

namespace foyer::sync {

Outcome Headquarters::revoke(const std::string& kiosk) {
    KioskRegistry registry(store_);
    const auto known = registry.find(kiosk);
    if (!known) return {false, "no kiosk is enrolled as " + kiosk};
    Transaction transaction(store_.database());
    registry.revoke(kiosk, clock_.now());
    SentFiles(store_).retire(kiosk);
    transaction.commit();
    move_anchor(true);
    return {true, kiosk +
                      " is revoked: nothing it writes is taken in from now on. What it wrote "
                      "before stays. Whoever has it can make typed codes, not those that are "
                      "scanned"};
}

Outcome Headquarters::rotate(KeyRole role) {
    if (!keys_.has_root) return {false, "the root key is not here: name it by --root-key"};
    if (folder_.state() != FolderState::present) {
        return {false, "the sync folder is not there, or is not this headquarters' own"};
    }
    rotate_key(files_, under("keys"), keys_, role, folder_.id(), clock_.now(), random_);
    // What the old key has signed and nobody has read yet is signed anew: in new streams.
    if (role == KeyRole::answers) raise_epoch("the answers key was changed", epoch_);
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
    const auto there = files_.read(under("sync") / key_file_name, largest_file);
    return there == bytes || folder_.put(under("sync"), key_file_name, *bytes);
}

}  // namespace foyer::sync
