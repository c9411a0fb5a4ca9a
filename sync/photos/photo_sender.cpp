#include "sync/photos/photo_sender.h"

#include <algorithm>
#include <set>
#include <utility>

#include "sync/photos/photo_files.h"

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;

// Of one round: events written meanwhile wait no longer than this takes.
constexpr std::uint64_t most_bytes_a_round = 16u << 20;

/// False if no event that is here names it.
bool adopt(Database& database, const std::string& hash) {
    Statement insert(database,
                     "INSERT INTO photo_file SELECT hash, photo, 0, 0, 1 FROM photo_part "
                     "WHERE hash = ? LIMIT 1");
    insert.bind_all(hash);
    return insert.exec() > 0;
}

}  // namespace

PhotoSender::PhotoSender(Files& files, const fs::path& home, WithStore with_store)
    : photos_(files, home / photo_folder_name), with_store_(std::move(with_store)) {}

void PhotoSender::tidy() {
    with_store_([&](Store& store) {
        if (!strays_) look_for_strays(store);
        std::erase_if(*strays_,
                      [&](const std::string& hash) { return adopt(store.database(), hash); });
        clear_removed_photos(store, photos_);
    });
}

/// Half-written files go. A part that was kept and never recorded cannot be told from one whose
/// record was lost when the store was brought back, and may come again from headquarters: it stays.
/// Without its record nobody can open it.
void PhotoSender::look_for_strays(Store& store) {
    strays_.emplace();
    for (const std::string& name : photos_.names()) {
        if (!is_photo_part_name(name)) {
            photos_.remove(name);
        } else if (!is_listed(store, name)) {
            strays_->push_back(name);
        }
    }
}

std::vector<PhotoSender::Part> PhotoSender::undelivered() {
    std::vector<Part> parts;
    with_store_([&](Store& store) {
        Statement query(store.database(),
                        "SELECT DISTINCT f.hash, part.size, f.written_at FROM photo_file f "
                        "JOIN photo_part part ON part.hash = f.hash "
                        "JOIN photo p ON p.id = part.photo AND p.visit = part.visit "
                        "WHERE f.delivered = 0 AND p.removed = 0 AND NOT EXISTS "
                        "(SELECT 1 FROM subject JOIN event_subject ON subject = number "
                        "JOIN outbox USING (position) WHERE name = 'visit:' || p.visit) "
                        "ORDER BY p.taken_at, p.id, part.number");
        while (query.executeStep()) {
            parts.push_back(
                {{query.getColumn(0).getString(), std::uint64_t(query.getColumn(1).getInt64())},
                 query.getColumn(2).getInt64()});
        }
    });
    return parts;
}

bool PhotoSender::send(SyncFolder& folder, const std::string& kiosk, WallTime now,
                       std::vector<SyncProblem>& problems) {
    const fs::path place = photo_place(kiosk);
    const std::vector<std::string> there = folder.list(place);
    std::set<std::string> wanted;
    std::uint64_t written = 0;
    for (const Part& part : undelivered()) {
        wanted.insert(part.part.hash);
        const bool lies_there = std::binary_search(there.begin(), there.end(), part.part.hash);
        if ((lies_there && part.written_at != 0) || written >= most_bytes_a_round) continue;
        const auto bytes = photos_.part(part.part);
        if (!bytes) {
            miss(part.part.hash, problems);
            continue;
        }
        if (!folder.put(place, part.part.hash, *bytes)) return false;
        written += bytes->size();
        with_store_([&](Store& store) {
            Statement update(store.database(),
                             "UPDATE photo_file SET written_at = max(?, 1) WHERE hash = ?");
            update.bind_all(now, part.part.hash);
            update.exec();
        });
    }
    for (const std::string& name : there) {
        const bool done = is_photo_part_name(name) && !wanted.contains(name);
        if (done && !folder.remove(place, name)) return false;
    }
    folder.sweep(place);
    return true;
}

/// A store that was copied knows photos that are on another disk: it need not wait for them.
void PhotoSender::miss(const std::string& hash, std::vector<SyncProblem>& problems) {
    const bool damaged = photos_.has(hash);
    problems.push_back({SyncProblemKind::unreadable, hash,
                        damaged ? "a photo of this kiosk is damaged on its own disk"
                                : "a photo of this kiosk is not on its own disk"});
    if (damaged) return;
    with_store_([&](Store& store) { unlist(store, hash); });
}

void PhotoSender::hear(Store& store, const PhotoWords& words) {
    for (const std::string& hash : words.have) {
        Statement update(store.database(), "UPDATE photo_file SET delivered = 1 WHERE hash = ?");
        update.bind_all(hash);
        update.exec();
    }
    for (const std::string& hash : words.want) {
        Statement update(store.database(),
                         "UPDATE photo_file SET delivered = 0, written_at = 0 WHERE hash = ?");
        update.bind_all(hash);
        update.exec();
    }
}

PhotoCounts PhotoSender::counts(Store& store) {
    Statement query(store.database(),
                    "SELECT count(DISTINCT iif(written_at = 0, photo, NULL)), "
                    "count(DISTINCT photo) FROM photo_file WHERE delivered = 0");
    query.executeStep();
    PhotoCounts counts;
    counts.not_written = query.getColumn(0).getInt64();
    counts.waiting = query.getColumn(1).getInt64() - counts.not_written;
    return counts;
}

}  // namespace foyer::sync
