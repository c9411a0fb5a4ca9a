#include "shared/world/files.h"

#include <fcntl.h>
#include <sys/stat.h>
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
    explicit SystemFolder(const fs::path& path)
        : path_(path), folder_(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        if (!folder_.open()) fail("cannot open folder", path);
    }
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

std::vector<std::string> names(const fs::path& folder, bool folders) {
    std::error_code error;
    std::vector<std::string> found;
    fs::directory_iterator entries(folder, error);
    if (error == std::errc::no_such_file_or_directory) return found;
    if (error)
        throw FileError("cannot list " + folder.string() + ": " + error.message(), error.value());
    for (const fs::directory_entry& entry : entries) {
        std::error_code ignored;
        const bool wanted = folders ? entry.is_directory(ignored) : entry.is_regular_file(ignored);
        if (wanted) found.push_back(entry.path().filename().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

bool FileError::disk_full() const {
    return code == ENOSPC || code == EDQUOT;
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

std::optional<std::string> SystemFiles::read(const fs::path& path, std::uint64_t limit) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.open() && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
    if (!file.open()) fail("cannot open", path);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) fail("cannot read", path);
    if (std::uint64_t(status.st_size) > limit) {
        errno = EFBIG;
        fail("will not read", path);
    }
    std::string bytes(std::size_t(status.st_size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("cannot read", path);
        if (got == 0) break;
        filled += std::size_t(got);
    }
    bytes.resize(filled);
    return bytes;
}

std::unique_ptr<OpenFolder> SystemFiles::open_folder(const fs::path& folder) {
    return std::make_unique<SystemFolder>(folder);
}

std::vector<std::string> SystemFiles::list(const fs::path& folder) {
    return names(folder, false);
}

std::vector<std::string> SystemFiles::list_folders(const fs::path& folder) {
    return names(folder, true);
}

bool SystemFiles::exists(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

void SystemFiles::make_folders(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        throw FileError("cannot make folder " + folder.string() + ": " + error.message(),
                        error.value());
    }
}

std::uint64_t SystemFiles::free_space(const fs::path& path) {
    std::error_code error;
    const fs::space_info space = fs::space(path, error);
    if (error) throw FileError("cannot ask the disk of " + path.string(), error.value());
    return space.available;
}

}  // namespace foyer
