#include "sync/folder/publisher.h"

#include <algorithm>
#include <utility>

#include "sync/folder/snapshot_writer.h"

namespace foyer::sync {
namespace {

constexpr WallTime written_anew_after = 6 * one_hour;

}  // namespace

Publisher::Publisher(SyncFolder& folder, WithStore with_store, WallTime now)
    : folder_(folder), with_store_(std::move(with_store)), now_(now) {}

bool Publisher::is_there(const std::string& name) const {
    return std::binary_search(there_.begin(), there_.end(), name);
}

bool Publisher::write_standing(const std::string& recipient, const std::filesystem::path& place) {
    std::vector<FrozenFile> standing;
    with_store_([&](Store& store) { standing = SentFiles(store).standing(recipient); });
    there_ = folder_.list(place);
    bool first = true;
    for (const FrozenFile& file : standing) {
        const WallTime age = now_ - file.written_at;
        const bool old = first && !file.settled && (age >= written_anew_after || age < 0);
        first = first && file.settled;
        const bool as_it_is = file.published && is_there(file.name) && !old;
        if (file.name.starts_with(kind_word(FileKind::snapshot)) &&
            !write_parts(file, place, !as_it_is)) {
            return false;
        }
        if (as_it_is) continue;
        std::string bytes;
        with_store_([&](Store& store) { bytes = SentFiles(store).bytes(file); });
        if (!folder_.put(place, file.name, bytes)) return false;
        with_store_([&](Store& store) { SentFiles(store).mark_published(file, now_); });
    }
    return true;
}

bool Publisher::write_parts(const FrozenFile& manifest, const std::filesystem::path& place,
                            bool anew) {
    std::vector<FrozenPart> parts;
    with_store_([&](Store& store) { parts = frozen_parts(store, manifest); });
    for (const FrozenPart& part : parts) {
        if (!anew && is_there(part.name)) continue;
        std::string bytes;
        with_store_([&](Store& store) { bytes = part_bytes(store, manifest, part.number); });
        if (!folder_.put(place, part.name, bytes)) return false;
    }
    return true;
}

bool Publisher::remove_parts(const FrozenFile& manifest, const std::filesystem::path& place) {
    std::vector<FrozenPart> parts;
    with_store_([&](Store& store) { parts = frozen_parts(store, manifest); });
    return std::all_of(parts.begin(), parts.end(),
                       [&](const FrozenPart& part) { return folder_.remove(place, part.name); });
}

bool Publisher::remove_done(const std::string& recipient, const std::filesystem::path& place) {
    std::vector<FrozenFile> done;
    with_store_([&](Store& store) { done = SentFiles(store).prunable(recipient); });
    for (const FrozenFile& file : done) {
        if (!folder_.remove(place, file.name) || !remove_parts(file, place)) return false;
        with_store_([&](Store& store) { SentFiles(store).mark_removed(file); });
    }
    folder_.sweep(place);
    return true;
}

}  // namespace foyer::sync
