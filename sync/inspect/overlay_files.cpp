#include "sync/inspect/overlay_files.h"

#include <algorithm>
#include <cerrno>

namespace foyer::sync {

namespace fs = std::filesystem;

std::optional<std::string> OverlayFiles::read(const fs::path& path, std::uint64_t limit) {
    const auto changed = changes_.find(path.lexically_normal().string());
    if (changed == changes_.end()) return below_.read(path, limit);
    if (changed->second && changed->second->size() > limit) {
        throw FileError("will not read " + path.string(), EFBIG);
    }
    return changed->second;
}

void OverlayFiles::write_atomically(const fs::path& path, std::string_view bytes) {
    changes_[path.lexically_normal().string()] = std::string(bytes);
}

void OverlayFiles::remove(const fs::path& path) {
    changes_[path.lexically_normal().string()] = std::nullopt;
}

std::vector<std::string> OverlayFiles::list(const fs::path& folder) {
    const std::vector<std::string> there = below_.list(folder);
    std::set<std::string> names(there.begin(), there.end());
    const fs::path place = folder.lexically_normal();
    for (const auto& [text, bytes] : changes_) {
        const fs::path path(text);
        if (path.parent_path() != place) continue;
        if (bytes) {
            names.insert(path.filename().string());
        } else {
            names.erase(path.filename().string());
        }
    }
    return {names.begin(), names.end()};
}

std::vector<std::string> OverlayFiles::list_folders(const fs::path& folder) {
    const std::vector<std::string> there = below_.list_folders(folder);
    std::set<std::string> names(there.begin(), there.end());
    const std::string place = folder.lexically_normal().string() + "/";
    for (const auto& [text, bytes] : changes_) {
        if (!bytes || !text.starts_with(place)) continue;
        const std::size_t end = text.find('/', place.size());
        if (end != std::string::npos) names.insert(text.substr(place.size(), end - place.size()));
    }
    return {names.begin(), names.end()};
}

bool OverlayFiles::exists(const fs::path& path) {
    const auto changed = changes_.find(path.lexically_normal().string());
    return changed == changes_.end() ? below_.exists(path) : changed->second.has_value();
}

}  // namespace foyer::sync
