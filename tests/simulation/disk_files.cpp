#include "tests/simulation/disk_files.h"

#include <cerrno>
#include <cstring>

namespace foyer::simulation {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t roomy = 1u << 30;

void check(int code) {
    if (code != 0) throw FileError(std::string("simulated: ") + std::strerror(code), code);
}

/// Without the slash at the end that joining an empty path leaves.
std::string plain(const fs::path& folder) {
    std::string path = folder.string();
    while (path.ends_with('/'))
        path.pop_back();
    return path;
}

class SimulatedFile : public NewFile {
  public:
    SimulatedFile(Disk& disk, const std::string& folder, std::string name)
        : disk_(disk), name_(std::move(name)), path_(folder + "/" + name_) {
        check(disk_.create(path_, file_));
    }
    const std::string& name() const override { return name_; }
    void write(std::string_view bytes) override {
        check(disk_.write(file_, path_, file_->bytes.size(), bytes));
    }
    void flush() override { check(disk_.flush(file_, path_)); }

  private:
    Disk& disk_;
    std::string name_, path_;
    Disk::File file_;
};

class SimulatedFolder : public OpenFolder {
  public:
    SimulatedFolder(Disk& disk, std::string path) : disk_(disk), path_(std::move(path)) {}

    std::unique_ptr<NewFile> create() override {
        std::string name = ".tmp-" + std::to_string(disk_.actions());
        while (disk_.find(path_ + "/" + name))
            name += "x";
        return std::make_unique<SimulatedFile>(disk_, path_, name);
    }
    void rename(const std::string& from, const std::string& to) override {
        check(disk_.rename(path_ + "/" + from, path_ + "/" + to));
    }
    void remove(const std::string& name) override {
        const int code = disk_.remove(path_ + "/" + name);
        if (code != ENOENT) check(code);
    }
    void flush() override { check(disk_.flush_folder(path_)); }

  private:
    Disk& disk_;
    std::string path_;
};

}  // namespace

std::optional<std::string> DiskFiles::read(const fs::path& path, std::uint64_t limit) {
    check(disk_.read(path.string()));
    const Disk::File file = disk_.find(path.string());
    if (!file) return std::nullopt;
    if (file->bytes.size() > limit) throw FileError("simulated: larger than allowed", EFBIG);
    return file->bytes;
}

std::vector<std::string> DiskFiles::list(const fs::path& folder) {
    check(disk_.read(plain(folder)));
    return disk_.files_in(plain(folder));
}

std::vector<std::string> DiskFiles::list_folders(const fs::path& folder) {
    check(disk_.read(plain(folder)));
    return disk_.folders_in(plain(folder));
}

bool DiskFiles::exists(const fs::path& path) {
    return disk_.find(path.string()) || disk_.has_folder(path.string());
}

void DiskFiles::make_folders(const fs::path& folder) {
    for (std::string path = plain(folder); !path.empty(); path = simulation::folder_of(path))
        disk_.make_folder(path);
}

std::uint64_t DiskFiles::free_space(const fs::path&) {
    return disk_.full() ? 0 : roomy;
}

std::unique_ptr<OpenFolder> DiskFiles::open_folder(const fs::path& folder) {
    if (!disk_.has_folder(plain(folder))) throw FileError("simulated: no folder", ENOENT);
    return std::make_unique<SimulatedFolder>(disk_, plain(folder));
}

}  // namespace foyer::simulation
