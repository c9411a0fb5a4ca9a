#include "sync/photos/photo_words.h"

#include "sync/format/envelope.h"
#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

constexpr std::size_t hash_digits = 64;

bool read_hashes(const nlohmann::json& list, std::vector<std::string>& hashes) {
    for (const auto& item : list) {
        if (!item.is_string() || !is_hex(item.get_ref<const std::string&>(), hash_digits)) {
            return false;
        }
        hashes.push_back(item.get<std::string>());
    }
    return true;
}

}  // namespace

nlohmann::json to_json(const PhotoWords& words) {
    return {{"have", words.have}, {"want", words.want}};
}

std::optional<PhotoWords> photo_words_in(const nlohmann::json& object) {
    FieldReader fields(object);
    PhotoWords words;
    const bool read = read_hashes(fields.array("have", longest_list), words.have) &&
                      read_hashes(fields.array("want", longest_list), words.want);
    if (!read || !fields.good()) return std::nullopt;
    return words;
}

}  // namespace foyer::sync
