#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foyer {

/// A file operation the operating system refused. `what()` names the path; `code` is errno.
class FileError : public std::runtime_error {
  public:
    FileError(const std::string& what, int code) : std::runtime_error(what), code(code) {}
    bool disk_full() const;
    int code;
};

/// What Foyer asks of a disk, apart from SQLite. A seam: tests and the simulator hold a disk that
/// tears, fills up and fails (design §2.6). Paths are absolute or relative to the working
/// directory. Every member throws FileError unless it says otherwise. Any thread.
class Files {
  public:
    virtual ~Files() = default;

    /// The whole file; nothing if there is none. Refuses more than `limit` bytes with FileError.
    virtual std::optional<std::string> read(const std::filesystem::path& path,
                                            std::uint64_t limit) = 0;

    /// Makes a new file under a random temporary name in the folder of `path`, writes, fsyncs,
    /// closes, renames to `path` and fsyncs the folder. Either the whole new file is there
    /// afterwards or what was there before.
    virtual void write_atomically(const std::filesystem::path& path, std::string_view bytes) = 0;

    /// Removes a file and fsyncs its folder; no error if it was gone.
    virtual void remove(const std::filesystem::path& path) = 0;

    /// Names (not paths) of the plain files in a folder, sorted; empty if there is no such folder.
    virtual std::vector<std::string> list(const std::filesystem::path& folder) = 0;

    /// Names of the folders in a folder, sorted; empty if there is no such folder.
    virtual std::vector<std::string> list_folders(const std::filesystem::path& folder) = 0;

    virtual bool exists(const std::filesystem::path& path) = 0;
    virtual void make_folders(const std::filesystem::path& folder) = 0;

    /// Bytes free to this user on the disk that holds `path`.
    virtual std::uint64_t free_space(const std::filesystem::path& path) = 0;

    /// Takes hold of the folder that lies at `folder` now. Paths given to what is returned are
    /// relative to that very folder, wherever its own path leads meanwhile: nothing done there ever
    /// reaches another disk, and when its disk has been pulled out everything fails. While a folder
    /// is held its disk cannot be unmounted. What is returned must not outlive this object. Throws
    /// FileError if there is no such folder. A disk without mounts may go by the folder's path, as
    /// this one does.
    virtual std::unique_ptr<Files> hold(const std::filesystem::path& folder);
};

/// A file that is being made.
class NewFile {
  public:
    virtual ~NewFile() = default;
    virtual const std::string& name() const = 0;
    virtual void write(std::string_view bytes) = 0;
    /// Returns when the bytes outlive a power cut.
    virtual void flush() = 0;
};

/// The folder of one file, held open while the file is made.
class OpenFolder {
  public:
    virtual ~OpenFolder() = default;
    /// Makes a file under a temporary name that nobody else has.
    virtual std::unique_ptr<NewFile> create() = 0;
    virtual void rename(const std::string& from, const std::string& to) = 0;
    /// No error if it was gone.
    virtual void remove(const std::string& name) = 0;
    /// Returns when the names in it outlive a power cut.
    virtual void flush() = 0;
};

/// Durable writes in the order that makes them so, over any disk that knows the steps.
class DurableFiles : public Files {
  public:
    void write_atomically(const std::filesystem::path& path, std::string_view bytes) override;
    void remove(const std::filesystem::path& path) override;

  private:
    /// Throws FileError with ENOENT if there is no such folder.
    virtual std::unique_ptr<OpenFolder> open_folder(const std::filesystem::path& folder) = 0;
};

/// The machine's own disks.
class SystemFiles : public DurableFiles {
  public:
    SystemFiles() = default;

    std::optional<std::string> read(const std::filesystem::path& path,
                                    std::uint64_t limit) override;
    std::vector<std::string> list(const std::filesystem::path& folder) override;
    std::vector<std::string> list_folders(const std::filesystem::path& folder) override;
    bool exists(const std::filesystem::path& path) override;
    void make_folders(const std::filesystem::path& folder) override;
    std::uint64_t free_space(const std::filesystem::path& path) override;
    /// A descriptor of the folder. What is written or removed there is on the folder's own disk:
    /// FileError with EXDEV where another is mounted, or linked to, below it.
    std::unique_ptr<Files> hold(const std::filesystem::path& folder) override;

  private:
    struct Held;
    explicit SystemFiles(std::shared_ptr<const Held> held) : held_(std::move(held)) {}

    std::unique_ptr<OpenFolder> open_folder(const std::filesystem::path& folder) override;
    int base(const std::filesystem::path& path) const;
    std::filesystem::path shown(const std::filesystem::path& path) const;

    std::shared_ptr<const Held> held_;  ///< none: paths are as the working directory has them
};

}  // namespace foyer
