#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace foyer::sync {

/// What headquarters tells a kiosk about parts of photos, by their hashes; sync/FORMAT.md.
struct PhotoWords {
    std::vector<std::string> have;  ///< here and opened: they may go from the folder
    std::vector<std::string> want;  ///< lost or damaged on their way, or since: write them again
    bool empty() const { return have.empty() && want.empty(); }
    bool operator==(const PhotoWords&) const = default;
};

nlohmann::json to_json(const PhotoWords& words);
std::optional<PhotoWords> photo_words_in(const nlohmann::json& object);

}  // namespace foyer::sync
