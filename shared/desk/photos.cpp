#include <algorithm>
#include <nlohmann/json.hpp>

#include "shared/desk/desk.h"
#include "shared/projections/photo_rows.h"

namespace foyer {

namespace {

using nlohmann::json;

}  // namespace

bool Desk::add_photo(const Photo& photo, std::string_view staff) {
    if (!visit(photo.visit)) return false;
    json parts = json::array();
    for (const PhotoPart& part : photo.parts)
        parts.push_back({{"hash", part.hash}, {"size", part.size}});
    const json body = {{"visit", photo.visit}, {"photo", photo.id},      {"mime", photo.mime},
                       {"width", photo.width}, {"height", photo.height}, {"size", photo.size},
                       {"key", photo.key},     {"parts", parts}};
    Journal::Batch batch(journal_);
    batch.add(staff, event_kind::visit_photo_added, body.dump());
    for (const PhotoPart& part : photo.parts) {
        Statement file(database(), "INSERT OR IGNORE INTO photo_file VALUES (?, ?, 0, 0, 1)");
        file.bind_all(part.hash, photo.id);
        file.exec();
    }
    batch.commit();
    return true;
}

bool Desk::remove_photo(const Id& visit, const Id& photo, std::string_view staff) {
    const std::vector<Photo> there = photos(visit);
    const bool known = std::any_of(there.begin(), there.end(),
                                   [&](const Photo& each) { return each.id == photo; });
    if (!known) return false;
    Journal::Batch batch(journal_);
    batch.add(staff, event_kind::visit_photo_removed,
              json{{"visit", visit}, {"photo", photo}}.dump());
    batch.commit();
    return true;
}

std::vector<Photo> Desk::photos(const Id& visit) {
    return photos_of(database(), visit);
}

}  // namespace foyer
