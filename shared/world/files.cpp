#include "shared/world/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "shared/world/random.h"

namespace foyer {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& doing, const fs::path& path) {
    const int code = errno;
    throw FileError(doing + " " + path.string() + ": " + std::strerror(code), code);
}

/// Closes on leaving the scope.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    bool open() const { return number_ >= 0; }

  private:
    int number_;
};

std::string temporary_name() {
    static const char letters[] = "0123456789abcdef";
    std::uint8_t bytes[8];
    SystemRandom().fill(bytes);
    std::string name = ".tmp-";
    for (std::uint8_t byte : bytes) {
        name += letters[byte >> 4];
        name += letters[byte & 15];
    }
    return name;
}

void write_all(int file, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("cannot write", path);
        bytes.remove_prefix(std::size_t(written));
    }
}

class SystemNewFile : public NewFile {
  public:
    SystemNewFile(int folder, const fs::path& folder_path)
        : name_(temporary_name()),
          path_(folder_path / name_),
          file_(::openat(folder, name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644)) {
        if (!file_.open()) fail("cannot create a file in", folder_path);
    }
    const std::string& name() const override { return name_; }
    void write(std::string_view bytes) override { write_all(file_.number(), bytes, path_); }
    void flush() override {
        if (::fsync(file_.number()) != 0) fail("cannot flush", path_);
    }

  private:
    std::string name_;
    fs::path path_;
    Descriptor file_;
};

class SystemFolder : public OpenFolder {
  public:
    /// `shown` is for messages.
    SystemFolder(int base, const fs::path& path, fs::path shown)
        : path_(std::move(shown)),
          folder_(::openat(base, path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        if (!folder_.open()) fail("cannot open folder", path_);
    }
    dev_t disk() const {
        struct stat status {};
        if (::fstat(folder_.number(), &status) != 0) fail("cannot ask the disk of", path_);
        return status.st_dev;
    }
    int number() const { return folder_.number(); }
    std::unique_ptr<NewFile> create() override {
        return std::make_unique<SystemNewFile>(folder_.number(), path_);
    }
    void rename(const std::string& from, const std::string& to) override {
        const int folder = folder_.number();
        if (::renameat(folder, from.c_str(), folder, to.c_str()) != 0) {
            fail("cannot rename to", path_ / to);
        }
    }
    void remove(const std::string& name) override {
        if (::unlinkat(folder_.number(), name.c_str(), 0) != 0 && errno != ENOENT) {
            fail("cannot remove", path_ / name);
        }
    }
    void flush() override {
        // Some network file systems cannot fsync a folder and say EINVAL: nothing more can be done
        // there.
        if (::fsync(folder_.number()) != 0 && errno != EINVAL) {
            fail("cannot flush folder", path_);
        }
    }

  private:
    fs::path path_;
    Descriptor folder_;
};

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// What failed before is what the caller wants to hear of.
void discard(OpenFolder& folder, const std::string& name) {
    try {
        folder.remove(name);
    } catch (const FileError&) {
    }
}

/// Whether the name is a plain file's (a folder's); what a link leads to counts.
bool is_of_kind(int folder, const dirent& entry, bool folders) {
    if (entry.d_type == DT_REG || entry.d_type == DT_DIR)
        return folders == (entry.d_type == DT_DIR);
    struct stat status {};
    if (::fstatat(folder, entry.d_name, &status, 0) != 0) return false;
    return folders ? S_ISDIR(status.st_mode) : S_ISREG(status.st_mode);
}

std::vector<std::string> names(int base, const fs::path& path, const fs::path& shown,
                               bool folders) {
    std::vector<std::string> found;
    const int folder = ::openat(base, path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0 && errno == ENOENT) return found;
    if (folder < 0) fail("cannot list", shown);
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(::fdopendir(folder), ::closedir);
    if (!entries) fail("cannot list", shown);
    errno = 0;
    while (const dirent* entry = ::readdir(entries.get())) {
        const std::string_view name = entry->d_name;
        const bool itself = name == "." || name == "..";
        if (!itself && is_of_kind(folder, *entry, folders)) found.emplace_back(name);
        errno = 0;
    }
    if (errno != 0) fail("cannot list", shown);
    std::sort(found.begin(), found.end());
    return found;
}

/// A folder on a disk that knows it by its path alone.
class FilesBelow : public Files {
  public:
    FilesBelow(Files& files, fs::path folder) : files_(files), folder_(std::move(folder)) {}

    std::optional<std::string> read(const fs::path& path, std::uint64_t limit) override {
        return files_.read(folder_ / path, limit);
    }
    void write_atomically(const fs::path& path, std::string_view bytes) override {
        files_.write_atomically(folder_ / path, bytes);
    }
    void remove(const fs::path& path) override { files_.remove(folder_ / path); }
    std::vector<std::string> list(const fs::path& folder) override {
        return files_.list(folder_ / folder);
    }
    std::vector<std::string> list_folders(const fs::path& folder) override {
        return files_.list_folders(folder_ / folder);
    }
    bool exists(const fs::path& path) override { return files_.exists(folder_ / path); }
    void make_folders(const fs::path& folder) override { files_.make_folders(folder_ / folder); }
    std::uint64_t free_space(const fs::path& path) override {
        return files_.free_space(folder_ / path);
    }

  private:
    Files& files_;
    fs::path folder_;
};

}  // namespace

bool FileError::disk_full() const {
    return code == ENOSPC || code == EDQUOT;
}

std::unique_ptr<Files> Files::hold(const fs::path& folder) {
    if (!exists(folder)) throw FileError("there is no folder " + folder.string(), ENOENT);
    return std::make_unique<FilesBelow>(*this, folder);
}

void DurableFiles::write_atomically(const fs::path& path, std::string_view bytes) {
    const auto folder = open_folder(folder_of(path));
    const auto file = folder->create();
    try {
        file->write(bytes);
        file->flush();
        folder->rename(file->name(), path.filename().string());
    } catch (...) {
        discard(*folder, file->name());
        throw;
    }
    folder->flush();
}

void DurableFiles::remove(const fs::path& path) {
    std::unique_ptr<OpenFolder> folder;
    try {
        folder = open_folder(folder_of(path));
    } catch (const FileError& error) {
        if (error.code == ENOENT) return;
        throw;
    }
    folder->remove(path.filename().string());
    folder->flush();
}

/// A folder of the machine's disks that is held.
struct SystemFiles::Held {
    explicit Held(int base, const fs::path& folder, fs::path shown)
        : path(std::move(shown)), open(base, folder, path), disk(open.disk()) {}
    fs::path path;  ///< when it was opened; for messages
    SystemFolder open;
    dev_t disk;
};

std::unique_ptr<Files> SystemFiles::hold(const fs::path& folder) {
    auto held = std::make_shared<const Held>(base(folder), folder, shown(folder));
    return std::unique_ptr<Files>(new SystemFiles(std::move(held)));
}

/// What `path` is relative to. Throws FileError for a path that would lead out of a held folder.
int SystemFiles::base(const fs::path& path) const {
    if (!held_) return AT_FDCWD;
    const bool leads_out =
        path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end();
    if (leads_out) throw FileError(path.string() + " is not in " + held_->path.string(), EINVAL);
    return held_->open.number();
}

fs::path SystemFiles::shown(const fs::path& path) const {
    return held_ ? held_->path / path : path;
}

std::optional<std::string> SystemFiles::read(const fs::path& path, std::uint64_t limit) {
    const fs::path whole = shown(path);
    const Descriptor file(::openat(base(path), path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.open() && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
    if (!file.open()) fail("cannot open", whole);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) fail("cannot read", whole);
    if (std::uint64_t(status.st_size) > limit) {
        errno = EFBIG;
        fail("will not read", whole);
    }
    std::string bytes(std::size_t(status.st_size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("cannot read", whole);
        if (got == 0) break;
        filled += std::size_t(got);
    }
    bytes.resize(filled);
    return bytes;
}

std::unique_ptr<OpenFolder> SystemFiles::open_folder(const fs::path& folder) {
    auto opened = std::make_unique<SystemFolder>(base(folder), folder, shown(folder));
    if (held_ && opened->disk() != held_->disk) {
        throw FileError(shown(folder).string() + " is on another disk than " + held_->path.string(),
                        EXDEV);
    }
    return opened;
}

std::vector<std::string> SystemFiles::list(const fs::path& folder) {
    return names(base(folder), folder, shown(folder), false);
}

std::vector<std::string> SystemFiles::list_folders(const fs::path& folder) {
    return names(base(folder), folder, shown(folder), true);
}

bool SystemFiles::exists(const fs::path& path) {
    struct stat ignored {};
    return ::fstatat(base(path), path.c_str(), &ignored, 0) == 0;
}

void SystemFiles::make_folders(const fs::path& folder) {
    fs::path made;
    for (const fs::path& name : folder) {
        made /= name;
        if (::mkdirat(base(folder), made.c_str(), 0777) != 0 && errno != EEXIST) {
            fail("cannot make folder", shown(made));
        }
    }
    struct stat status {};
    if (::fstatat(base(folder), folder.c_str(), &status, 0) != 0 || !S_ISDIR(status.st_mode)) {
        errno = ENOTDIR;
        fail("cannot make folder", shown(folder));
    }
}

std::uint64_t SystemFiles::free_space(const fs::path& path) {
    const Descriptor there(::openat(base(path), path.c_str(), O_PATH | O_CLOEXEC));
    struct statvfs disk {};
    if (!there.open() || ::fstatvfs(there.number(), &disk) != 0) {
        fail("cannot ask the disk of", shown(path));
    }
    return std::uint64_t(disk.f_bavail) * disk.f_frsize;
}

}  // namespace foyer
