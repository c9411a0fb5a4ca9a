#include <map>
#include <optional>

#include "shared/model/photo.h"
#include "shared/projections/folding.h"

namespace foyer {
namespace {

constexpr std::size_t id_digits = 32, hash_digits = 64;

bool is_hex(const std::string& text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool within(std::int64_t number, std::int64_t least, std::int64_t most) {
    return number >= least && number <= most;
}

std::optional<PhotoPart> part_in(const nlohmann::json& item) {
    const auto hash = item.find("hash"), size = item.find("size");
    if (!item.is_object() || hash == item.end() || size == item.end() || !hash->is_string() ||
        !size->is_number_integer()) {
        return std::nullopt;
    }
    PhotoPart part{hash->get<std::string>(), 0};
    if (!is_hex(part.hash, hash_digits) ||
        !within(size->get<std::int64_t>(), 1, largest_photo_part)) {
        return std::nullopt;
    }
    part.size = size->get<std::uint64_t>();
    return part;
}

/// Nothing for an event that names no photo one could have: it is kept, and waits for a release
/// that makes something of it.
std::optional<Photo> photo_in(const FoldEvent& event) {
    Photo photo;
    photo.id = event.text("photo");
    photo.visit = event.text("visit");
    photo.kiosk = event.kiosk;
    photo.staff = event.actor;
    photo.taken_at = event.stamp.wall;
    photo.mime = event.text("mime");
    photo.key = event.text("key");
    const std::int64_t size = event.number("size");
    const std::int64_t width = event.number("width"), height = event.number("height");
    const auto parts = event.body().find("parts");
    const bool sound = is_hex(photo.id, id_digits) && is_hex(photo.key, hash_digits) &&
                       within(size, 1, largest_photo_part * most_photo_parts) &&
                       within(width, 1, largest_photo_side) &&
                       within(height, 1, largest_photo_side) && parts != event.body().end() &&
                       parts->is_array() &&
                       within(std::int64_t(parts->size()), 1, most_photo_parts);
    if (!sound) return std::nullopt;
    photo.size = std::uint64_t(size);
    photo.width = int(width);
    photo.height = int(height);
    for (const auto& item : *parts) {
        const auto part = part_in(item);
        if (!part) return std::nullopt;
        photo.parts.push_back(*part);
    }
    return photo;
}

void write(Database& database, const Photo& photo, bool removed) {
    Statement insert(database, "INSERT INTO photo VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind_all(photo.id, photo.visit, photo.kiosk, photo.staff, photo.taken_at, photo.mime,
                    photo.width, photo.height, std::int64_t(photo.size), photo.key, int(removed));
    insert.exec();
    std::int64_t number = 0;
    for (const PhotoPart& part : photo.parts) {
        Statement row(database, "INSERT INTO photo_part VALUES (?, ?, ?, ?, ?)");
        row.bind_all(photo.id, photo.visit, number++, part.hash, std::int64_t(part.size));
        row.exec();
    }
}

}  // namespace

void fold_photos(Database& database, const Id& visit, const std::vector<FoldEvent>& events) {
    if (count_of_kind(events, event_kind::visit_photo_added) == 0) return;
    std::map<Id, Photo> added;
    std::map<Id, bool> removed;
    for (const FoldEvent& event : events) {
        if (event.kind == event_kind::visit_photo_removed) removed[event.text("photo")] = true;
        if (event.kind != event_kind::visit_photo_added) continue;
        // Of two that bear one id the first counts.
        if (auto photo = photo_in(event)) added.emplace(photo->id, std::move(*photo));
    }
    for (const char* clear :
         {"DELETE FROM photo WHERE visit = ?", "DELETE FROM photo_part WHERE visit = ?"}) {
        Statement statement(database, clear);
        statement.bind_all(visit);
        statement.exec();
    }
    for (const auto& [id, photo] : added)
        if (photo.visit == visit) write(database, photo, removed.contains(id));
}

}  // namespace foyer
