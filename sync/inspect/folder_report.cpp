#include "sync/inspect/folder_report.h"

#include <algorithm>
#include <cerrno>
#include <tuple>

#include "sync/inspect/standing.h"

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_looked_at = 64u << 20;
constexpr int deepest_place = 3;  // up/<kiosk>/blobs

std::uint64_t size_of(const fs::path& path) {
    std::error_code ignored;
    const std::uintmax_t size = fs::file_size(path, ignored);
    return ignored ? 0 : size;
}

/// Streams in sequence, then everything else by name.
void sort(std::vector<FileReport>& files) {
    const auto key = [](const FileReport& file) {
        const bool ours = file.header.has_value();
        return std::tuple(!ours, ours ? file.header->instance : Id(), ours ? file.header->seq : 0,
                          file.path);
    };
    std::sort(files.begin(), files.end(),
              [&](const FileReport& a, const FileReport& b) { return key(a) < key(b); });
}

void walk(Files& files, const fs::path& folder, const fs::path& place, int depth, const Lens& lens,
          FolderReport& report) {
    PlaceReport found{place.string(), {}};
    for (const std::string& name : files.list(folder / place))
        found.files.push_back(inspect_file(files, folder / place / name, lens));
    sort(found.files);
    if (!found.files.empty()) report.places.push_back(std::move(found));
    if (depth == deepest_place) return;
    for (const std::string& name : files.list_folders(folder / place)) {
        if (name.starts_with('.')) continue;
        walk(files, folder, place == "." ? fs::path(name) : place / name, depth + 1, lens, report);
    }
}

void judge_root(const FileReport& root, const Lens& lens, FolderReport& report) {
    const bool is_root = root.header && root.header->kind == FileKind::root;
    if (root.fault == EnvelopeFault::unknown_signer && is_root) {
        report.usable = lens.keys.signers.empty();
        report.state = report.usable
                           ? "a sync folder; without keys nothing says whose it is"
                           : "the sync folder of another headquarters: nothing in it is used";
    } else if (!is_root || root.fault == EnvelopeFault::foreign_folder) {
        report.state = is_root ? "another sync folder of this headquarters: nothing in it is used"
                               : "root.json is torn or altered: nothing here is written or removed";
    } else if (root.fault != EnvelopeFault::none) {
        report.state = "root.json is torn or altered: nothing here is written or removed";
    } else {
        report.usable = true;
        report.state = "the sync folder of this headquarters";
    }
}

}  // namespace

FileReport inspect_file(Files& files, const fs::path& path, const Lens& lens) {
    try {
        const auto bytes = files.read(path, largest_looked_at);
        if (!bytes) return unreadable(path.string(), 0, "is not there, or no plain file");
        FileReport report = look_at(*bytes, path.string(), lens.keys);
        if (lens.store) find_standing(*lens.store, report);
        return report;
    } catch (const FileError& error) {
        return unreadable(path.string(), size_of(path),
                          error.code == EFBIG ? "far too large to be a file of Foyer"
                                              : "cannot be read: " + std::string(error.what()));
    }
}

FolderReport inspect_folder(Files& files, const fs::path& folder, const Lens& lens) {
    FolderReport report;
    report.path = folder.string();
    report.state = "no root.json: a place in a sync folder, or no sync folder at all";
    try {
        if (files.exists(folder / "root.json")) {
            judge_root(inspect_file(files, folder / "root.json", lens), lens, report);
        }
        walk(files, folder, ".", 0, lens, report);
    } catch (const FileError& error) {
        report.state = error.what();
        report.usable = false;
    }
    return report;
}

}  // namespace foyer::sync
