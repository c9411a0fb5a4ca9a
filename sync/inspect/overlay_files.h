#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/world/files.h"

namespace foyer::sync {

/// A disk to try things on: reads what is there, and keeps in memory whatever is written or
/// removed. What it keeps is seen by later reads. Not thread-safe.
class OverlayFiles : public Files {
  public:
    explicit OverlayFiles(Files& below) : below_(below) {}

    std::optional<std::string> read(const std::filesystem::path& path,
                                    std::uint64_t limit) override;
    void write_atomically(const std::filesystem::path& path, std::string_view bytes) override;
    void remove(const std::filesystem::path& path) override;
    std::vector<std::string> list(const std::filesystem::path& folder) override;
    std::vector<std::string> list_folders(const std::filesystem::path& folder) override;
    bool exists(const std::filesystem::path& path) override;
    void make_folders(const std::filesystem::path&) override {}
    std::uint64_t free_space(const std::filesystem::path& path) override {
        return below_.free_space(path);
    }

    /// What would have been written, by path; nothing where a file would have been removed.
    const std::map<std::string, std::optional<std::string>>& changes() const { return changes_; }

  private:
    Files& below_;
    std::map<std::string, std::optional<std::string>> changes_;
};

}  // namespace foyer::sync
