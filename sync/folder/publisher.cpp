#include "sync/folder/publisher.h"

#include <algorithm>
#include <utility>

#include "sync/folder/sent_files.h"

namespace foyer::sync {

Publisher::Publisher(SyncFolder& folder, WithStore with_store)
    : folder_(folder), with_store_(std::move(with_store)) {}

bool Publisher::write_standing(const std::string& recipient, const std::filesystem::path& place) {
    std::vector<FrozenFile> standing;
    with_store_([&](Store& store) { standing = SentFiles(store).standing(recipient); });
    const std::vector<std::string> there = folder_.files().list(place);
    for (const FrozenFile& file : standing) {
        const bool in_folder = std::binary_search(there.begin(), there.end(), file.name);
        if (file.published && in_folder) continue;
        std::string bytes;
        with_store_([&](Store& store) { bytes = SentFiles(store).bytes(file); });
        if (!folder_.put(place, file.name, bytes)) return false;
        with_store_([&](Store& store) { SentFiles(store).mark_published(file); });
    }
    return true;
}

bool Publisher::remove_done(const std::string& recipient, const std::filesystem::path& place) {
    std::vector<FrozenFile> done;
    with_store_([&](Store& store) { done = SentFiles(store).prunable(recipient); });
    for (const FrozenFile& file : done) {
        if (!folder_.remove(place, file.name)) return false;
        with_store_([&](Store& store) { SentFiles(store).mark_removed(file); });
    }
    folder_.sweep(place);
    return true;
}

}  // namespace foyer::sync
