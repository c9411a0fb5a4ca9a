#include "sync/photos/photo_files.h"

#include <vector>

#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;

constexpr const char* parts_folder = "blobs";
constexpr std::size_t hash_digits = 64;

}  // namespace

fs::path photo_place(const std::string& kiosk) {
    return SyncFolder::up(kiosk) / parts_folder;
}

bool is_photo_part_name(std::string_view name) {
    return is_hex(name, hash_digits);
}

bool is_listed(Store& store, const std::string& hash) {
    Statement query(store.database(), "SELECT 1 FROM photo_file WHERE hash = ?");
    query.bind_all(hash);
    return query.executeStep();
}

void unlist(Store& store, const std::string& hash) {
    Statement(store.database(), "DELETE FROM photo_file WHERE hash = ?").run(hash);
}

void clear_removed_photos(Store& store, PhotoFolder& photos) {
    std::vector<std::string> gone;
    {
        Statement query(store.database(),
                        "SELECT f.hash FROM photo p JOIN photo_file f ON f.photo = p.id "
                        "WHERE p.removed = 1");
        while (query.executeStep())
            gone.push_back(query.getColumn(0).getString());
    }
    for (const std::string& hash : gone) {
        photos.remove(hash);
        unlist(store, hash);
    }
}

}  // namespace foyer::sync
