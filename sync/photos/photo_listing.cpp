#include "sync/photos/photo_listing.h"

#include "sync/headquarters/listing.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

std::string_view word_of(const Photo& photo) {
    if (!photo.sound) return "damaged";
    return photo.whole() ? "whole" : "waiting";
}

std::string standing_of(const Photo& photo) {
    if (!photo.sound) return "damaged: its own key does not open it";
    if (photo.whole()) return "whole, " + std::to_string(photo.size / 1024 + 1) + " KiB";
    return "waiting for " + std::to_string(photo.parts.size() - std::size_t(photo.parts_here)) +
           " of " + std::to_string(photo.parts.size()) +
           (photo.parts.size() == 1 ? " part" : " parts");
}

}  // namespace

std::string photos_text(Headquarters& headquarters) {
    std::string text;
    for (const PhotoListing& item : headquarters.photos()) {
        text += iso_time(item.photo.taken_at) + "  " + item.photo.kiosk + "  " +
                (item.ticket.empty() ? "unknown party" : item.ticket) +
                (item.party.empty() ? "" : " " + item.party) + "  " + standing_of(item.photo) +
                "  " + item.photo.id + "\n";
    }
    return text.empty() ? "no photos yet\n" : text;
}

std::string photos_json(Headquarters& headquarters) {
    json list = json::array();
    for (const PhotoListing& item : headquarters.photos()) {
        const Photo& photo = item.photo;
        list.push_back({{"photo", photo.id},
                        {"visit", photo.visit},
                        {"ticket", item.ticket},
                        {"party", item.party},
                        {"kiosk", photo.kiosk},
                        {"staff", photo.staff},
                        {"taken_at", iso_time(photo.taken_at)},
                        {"state", word_of(photo)},
                        {"parts", photo.parts.size()},
                        {"parts_here", photo.parts_here},
                        {"width", photo.width},
                        {"height", photo.height},
                        {"size", photo.size}});
    }
    return list.dump(2) + "\n";
}

}  // namespace foyer::sync
