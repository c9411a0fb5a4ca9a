#pragma once

#include "shared/world/files.h"
#include "tests/simulation/disk.h"

namespace foyer::simulation {

/// The product's own durable writes over a simulated disk. Paths are absolute.
class DiskFiles : public DurableFiles {
  public:
    /// `disk` outlives the files.
    explicit DiskFiles(Disk& disk) : disk_(disk) {}

    std::optional<std::string> read(const std::filesystem::path& path,
                                    std::uint64_t limit) override;
    std::vector<std::string> list(const std::filesystem::path& folder) override;
    std::vector<std::string> list_folders(const std::filesystem::path& folder) override;
    bool exists(const std::filesystem::path& path) override;
    void make_folders(const std::filesystem::path& folder) override;
    std::uint64_t free_space(const std::filesystem::path& path) override;

  private:
    std::unique_ptr<OpenFolder> open_folder(const std::filesystem::path& folder) override;

    Disk& disk_;
};

}  // namespace foyer::simulation
