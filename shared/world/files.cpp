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

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

void sync_folder(int folder, const fs::path& path) {
    // Some network file systems cannot fsync a folder and say EINVAL: nothing more can be done
    // there.
    if (::fsync(folder) != 0 && errno != EINVAL) fail("cannot flush folder", path);
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

void SystemFiles::write_atomically(const fs::path& path, std::string_view bytes) {
    const fs::path folder_path = folder_of(path);
    // Held open throughout: after an unmount, writes by path would land on the disk below the mount
    // point.
    Descriptor folder(::open(folder_path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.open()) fail("cannot open folder", folder_path);
    const std::string temporary = temporary_name();
    const std::string final_name = path.filename().string();
    try {
        Descriptor file(::openat(folder.number(), temporary.c_str(),
                                 O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
        if (!file.open()) fail("cannot create a file in", folder_path);
        write_all(file.number(), bytes, path);
        if (::fsync(file.number()) != 0) fail("cannot flush", path);
        if (::renameat(folder.number(), temporary.c_str(), folder.number(), final_name.c_str()) !=
            0) {
            fail("cannot rename to", path);
        }
    } catch (...) {
        ::unlinkat(folder.number(), temporary.c_str(), 0);
        throw;
    }
    sync_folder(folder.number(), folder_path);
}

void SystemFiles::remove(const fs::path& path) {
    const fs::path folder_path = folder_of(path);
    Descriptor folder(::open(folder_path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.open() && errno == ENOENT) return;
    if (!folder.open()) fail("cannot open folder", folder_path);
    if (::unlinkat(folder.number(), path.filename().c_str(), 0) != 0 && errno != ENOENT) {
        fail("cannot remove", path);
    }
    sync_folder(folder.number(), folder_path);
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
