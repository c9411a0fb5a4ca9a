#include "sync/photos/photo_archive.h"

#include <algorithm>
#include <cctype>
#include <cerrno>

#include "shared/projections/photo_rows.h"
#include "shared/security/digest.h"
#include "sync/headquarters/listing.h"
#include "sync/photos/photo_files.h"

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;

constexpr const char* seen_setting = "hq.photos_seen";
constexpr std::size_t most_parts_a_round = 64;
// A part may still be on its way.
constexpr WallTime patience = 10 * one_minute;
constexpr WallTime asked_again_after = 6 * one_hour;

bool is_over(WallTime since, WallTime now, WallTime span) {
    return now - since >= span || now < since;
}

struct NewPhoto {
    Id photo, instance;
};

std::vector<std::string> hashes_in(Statement& query) {
    std::vector<std::string> hashes;
    while (query.executeStep())
        hashes.push_back(query.getColumn(0).getString());
    return hashes;
}

PhotoPart part_of(const std::vector<Photo>& photos, const std::string& hash) {
    const std::vector<PhotoPart>& parts = photos.front().parts;
    return *std::find_if(parts.begin(), parts.end(),
                         [&](const PhotoPart& part) { return part.hash == hash; });
}

}  // namespace

PhotoArchive::PhotoArchive(Store& store, Files& files, const fs::path& root)
    : store_(store),
      database_(store.database()),
      files_(files),
      photos_(files, root / photo_folder_name) {}

void PhotoArchive::follow(WallTime now) {
    std::int64_t seen = std::stoll(store_.setting(seen_setting).value_or("0"));
    const std::int64_t before = seen;
    std::vector<NewPhoto> photos;
    {
        Statement query(database_,
                        "SELECT position, instance.id, iif(json_valid(body), "
                        "json_extract(body, '$.photo'), '') FROM event "
                        "CROSS JOIN instance ON number = event.instance "
                        "WHERE position > ? AND kind = 'visit.photo_added'");
        query.bind_all(seen);
        while (query.executeStep()) {
            seen = query.getColumn(0).getInt64();
            photos.push_back({query.getColumn(2).getString(), query.getColumn(1).getString()});
        }
    }
    for (const NewPhoto& added : photos) {
        Statement query(database_, "SELECT hash FROM photo_part WHERE photo = ?");
        query.bind_all(added.photo);
        for (const std::string& hash : hashes_in(query))
            look_for_stray(hash);
    }
    Transaction transaction(database_);
    for (const NewPhoto& added : photos) {
        Statement want(database_,
                       "INSERT OR IGNORE INTO photo_wanted SELECT part.hash, part.photo, ?, ?, 0 "
                       "FROM photo_part part LEFT JOIN photo_file f ON f.hash = part.hash "
                       "WHERE part.photo = ? AND f.hash IS NULL");
        want.bind_all(KioskRegistry(store_).owner(added.instance), now, added.photo);
        want.exec();
    }
    if (seen != before) store_.set_setting(seen_setting, std::to_string(seen));
    Statement(database_,
              "DELETE FROM photo_wanted WHERE photo IN (SELECT id FROM photo WHERE removed = 1)")
        .exec();
    transaction.commit();
    clear_removed_photos(store_, photos_);
}

/// A store that was brought back has forgotten parts that still lie beside it.
void PhotoArchive::look_for_stray(const std::string& hash) {
    if (is_listed(store_, hash) || !photos_.has(hash)) return;
    const std::vector<Photo> photos = photos_with_part(database_, hash);
    const auto bytes = photos.empty() ? std::nullopt : photos_.part(part_of(photos, hash));
    if (bytes) return keep(hash, *bytes, photos);
    Statement known(database_, "SELECT 1 FROM photo_part WHERE hash = ?");
    known.bind_all(hash);
    // Removed, or damaged; of what is not known the event may come yet.
    if (known.executeStep()) photos_.remove(hash);
}

int PhotoArchive::take_in(const EnrolledKiosk& kiosk, SyncFolder& folder,
                          std::vector<SyncProblem>& problems) {
    const fs::path place = photo_place(kiosk.name);
    const std::vector<std::string> there = folder.list(place);
    int taken = 0;
    std::size_t read = 0;
    for (const std::string& name : there) {
        if (!is_photo_part_name(name)) continue;
        bool here = is_listed(store_, name);
        if (!here && read < most_parts_a_round) {
            ++read;
            here = take_part(name, folder, place, problems);
            taken += here;
        }
        if (here) to_tell(kiosk.instance, name);
    }
    forget_told(kiosk.instance, there);
    return taken;
}

bool PhotoArchive::take_part(const std::string& hash, SyncFolder& folder, const fs::path& place,
                             std::vector<SyncProblem>& problems) {
    const std::vector<Photo> photos = photos_with_part(database_, hash);
    // Its event has not come yet, or said that it is to go.
    if (photos.empty()) return false;
    const PhotoPart named = part_of(photos, hash);
    const auto refuse = [&](SyncProblemKind kind, const std::string& why) {
        problems.push_back({kind, place.filename().string() + "/" + hash, why});
        return false;
    };
    try {
        const auto bytes = folder.read(place / hash, named.size);
        if (!bytes) return false;
        if (bytes->size() < named.size) {
            return refuse(SyncProblemKind::torn, "a part of a photo that is not here whole");
        }
        if (digest_hex(*bytes) != hash) {
            return refuse(SyncProblemKind::altered, "a part of a photo that was altered");
        }
        keep(hash, *bytes, photos);
        return true;
    } catch (const FileError& error) {
        const bool longer = error.code == EFBIG;
        return refuse(longer ? SyncProblemKind::altered : SyncProblemKind::unreadable,
                      longer ? "longer than the part of a photo it says it is" : error.what());
    }
}

void PhotoArchive::keep(const std::string& hash, std::string_view bytes,
                        const std::vector<Photo>& photos) {
    const Photo* of = nullptr;
    for (const Photo& photo : photos) {
        for (std::size_t number = 0; number < photo.parts.size() && !of; ++number) {
            const bool opens =
                photo.parts[number].hash == hash && open_photo_part(photo, number, bytes);
            if (opens) of = &photo;
        }
    }
    photos_.keep(hash, bytes);
    Transaction transaction(database_);
    Statement insert(database_, "INSERT OR REPLACE INTO photo_file VALUES (?, ?, 0, 1, ?)");
    insert.bind_all(hash, of ? of->id : photos.front().id, int(of != nullptr));
    insert.exec();
    Statement arrived(database_, "DELETE FROM photo_wanted WHERE hash = ?");
    arrived.bind_all(hash);
    arrived.exec();
    transaction.commit();
}

/// Once for each instance: a kiosk that was restored is another, and has forgotten.
void PhotoArchive::to_tell(const Id& instance, const std::string& hash) {
    Statement insert(database_, "INSERT OR IGNORE INTO photo_received VALUES (?, ?, 0)");
    insert.bind_all(instance, hash);
    insert.exec();
}

void PhotoArchive::forget_told(const Id& instance, const std::vector<std::string>& there) {
    std::vector<std::string> told;
    {
        Statement query(database_, "SELECT hash FROM photo_received WHERE instance = ?");
        query.bind_all(instance);
        told = hashes_in(query);
    }
    for (const std::string& hash : told) {
        if (std::binary_search(there.begin(), there.end(), hash)) continue;
        Statement forget(database_, "DELETE FROM photo_received WHERE instance = ? AND hash = ?");
        forget.bind_all(instance, hash);
        forget.exec();
    }
}

PhotoWords PhotoArchive::words(const EnrolledKiosk& kiosk, WallTime now, bool answered) {
    PhotoWords words;
    Statement have(database_,
                   "SELECT hash FROM photo_received WHERE instance = ? AND told_at = 0 LIMIT ?");
    have.bind_all(kiosk.instance, std::int64_t(longest_list));
    words.have = hashes_in(have);
    Statement want(database_, "SELECT hash, since, asked_at FROM photo_wanted WHERE kiosk = ?");
    want.bind_all(kiosk.name);
    while (want.executeStep() && words.want.size() < longest_list) {
        const WallTime since = want.getColumn(1).getInt64(), asked = want.getColumn(2).getInt64();
        const bool due = asked == 0 ? is_over(since, now, patience)
                                    : answered && is_over(asked, now, asked_again_after);
        if (due) words.want.push_back(want.getColumn(0).getString());
    }
    return words;
}

void PhotoArchive::said(const EnrolledKiosk& kiosk, const PhotoWords& words, WallTime now) {
    for (const std::string& hash : words.have) {
        Statement told(
            database_,
            "UPDATE photo_received SET told_at = max(?, 1) WHERE instance = ? AND hash = ?");
        told.bind_all(now, kiosk.instance, hash);
        told.exec();
    }
    for (const std::string& hash : words.want) {
        Statement asked(database_, "UPDATE photo_wanted SET asked_at = max(?, 1) WHERE hash = ?");
        asked.bind_all(now, hash);
        asked.exec();
    }
}

std::vector<PhotoListing> PhotoArchive::listing() {
    std::vector<PhotoListing> items;
    for (Photo& photo : all_photos(database_)) {
        PhotoListing item;
        Statement query(database_,
                        "SELECT v.ticket, v.registered_at, coalesce(c.name, '') FROM visit v "
                        "LEFT JOIN customer c ON c.subject = v.customer_subject WHERE v.id = ?");
        query.bind_all(photo.visit);
        if (query.executeStep()) {
            item.ticket = query.getColumn(0).getString();
            item.registered_at = query.getColumn(1).getInt64();
            item.party = query.getColumn(2).getString();
        }
        item.photo = std::move(photo);
        items.push_back(std::move(item));
    }
    return items;
}

int PhotoArchive::open_all(const fs::path& folder) {
    files_.make_folders(folder);
    int written = 0;
    for (const PhotoListing& item : listing()) {
        const auto bytes = item.photo.whole() ? photos_.open(item.photo) : std::nullopt;
        if (!bytes) continue;
        files_.write_atomically(folder / photo_file_name(item), *bytes);
        ++written;
    }
    return written;
}

std::vector<std::string> PhotoArchive::parts() {
    Statement query(database_, "SELECT hash FROM photo_file ORDER BY hash");
    return hashes_in(query);
}

void PhotoArchive::tend() {
    for (const std::string& name : photos_.names()) {
        if (is_photo_part_name(name)) {
            look_for_stray(name);
        } else {
            photos_.remove(name);
        }
    }
}

std::string photo_file_name(const PhotoListing& item) {
    constexpr std::size_t day_length = 10, id_end = 8;
    const std::string day = iso_time(item.photo.taken_at).substr(0, day_length);
    std::string ticket;
    for (const char letter : item.ticket)
        if (std::isalnum(static_cast<unsigned char>(letter))) ticket += letter;
    return day + "-" + (ticket.empty() ? "unknown" : ticket) + "-" +
           item.photo.id.substr(item.photo.id.size() - id_end) + ".jpg";
}

}  // namespace foyer::sync
