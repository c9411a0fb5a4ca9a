#include "shared/projections/photo_rows.h"

#include <string>

namespace foyer {
namespace {

std::vector<PhotoPart> parts_of(Database& database, const Photo& photo) {
    Statement query(database,
                    "SELECT hash, size FROM photo_part WHERE photo = ? AND visit = ? "
                    "ORDER BY number");
    query.bind_all(photo.id, photo.visit);
    std::vector<PhotoPart> parts;
    while (query.executeStep())
        parts.push_back(
            {query.getColumn(0).getString(), std::uint64_t(query.getColumn(1).getInt64())});
    return parts;
}

std::vector<Photo> photos_in(Database& database, Statement& query) {
    std::vector<Photo> photos;
    while (query.executeStep()) {
        Photo photo;
        photo.id = query.getColumn(0).getString();
        photo.visit = query.getColumn(1).getString();
        photo.kiosk = query.getColumn(2).getString();
        photo.staff = query.getColumn(3).getString();
        photo.taken_at = query.getColumn(4).getInt64();
        photo.mime = query.getColumn(5).getString();
        photo.width = query.getColumn(6).getInt();
        photo.height = query.getColumn(7).getInt();
        photo.size = std::uint64_t(query.getColumn(8).getInt64());
        photo.key = query.getColumn(9).getString();
        photo.parts_here = query.getColumn(10).getInt();
        photo.delivered = query.getColumn(11).getInt() == int(photo.parts_here);
        photo.sound = query.getColumn(12).getInt() == int(photo.parts_here);
        photo.parts = parts_of(database, photo);
        photo.delivered = photo.delivered && photo.whole();
        photos.push_back(std::move(photo));
    }
    return photos;
}

constexpr const char* photo_columns =
    "SELECT p.id, p.visit, p.kiosk, p.staff, p.taken_at, p.mime, p.width, p.height, p.size, p.key, "
    "count(f.hash), coalesce(sum(f.delivered), 0), coalesce(sum(f.sound), 0) FROM photo p "
    "JOIN photo_part part ON part.photo = p.id AND part.visit = p.visit "
    "LEFT JOIN photo_file f ON f.hash = part.hash WHERE p.removed = 0 ";

}  // namespace

std::vector<Photo> photos_of(Database& database, const Id& visit) {
    Statement query(database, std::string(photo_columns)
                                  .append("AND p.visit = ? GROUP BY p.id, p.visit "
                                          "ORDER BY p.taken_at, p.id"));
    query.bind_all(visit);
    return photos_in(database, query);
}

std::vector<Photo> all_photos(Database& database) {
    Statement query(
        database,
        std::string(photo_columns).append("GROUP BY p.id, p.visit ORDER BY p.taken_at, p.id"));
    return photos_in(database, query);
}

std::vector<Photo> photos_with_part(Database& database, const std::string& hash) {
    Statement query(database,
                    std::string(photo_columns)
                        .append("AND p.id IN (SELECT photo FROM photo_part WHERE hash = ?) "
                                "GROUP BY p.id, p.visit ORDER BY p.taken_at, p.id"));
    query.bind_all(hash);
    return photos_in(database, query);
}

}  // namespace foyer
