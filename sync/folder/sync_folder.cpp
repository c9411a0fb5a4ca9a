#include "sync/folder/sync_folder.h"

#include <algorithm>
#include <cerrno>
#include <tuple>
#include <utility>

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;

constexpr const char* root_name = "root.json";
constexpr std::string_view temporary_prefix = ".tmp-";
constexpr std::uint64_t largest_read_back = 64u << 20;
// What Syncthing keeps in each of its folders.
constexpr std::string_view carriers_own[] = {".stfolder", ".stignore", ".stversions"};

}  // namespace

SyncFolder::SyncFolder(Files& files, fs::path folder, Id id, const SigningPublicKey& root)
    : files_(files), folder_(std::move(folder)), id_(std::move(id)), root_(root) {}

FolderState SyncFolder::state() {
    if (folder_.empty()) return FolderState::missing;
    std::optional<std::string> bytes;
    try {
        bytes = files_.read(folder_ / root_name, largest_file);
    } catch (const FileError& error) {
        // A dead mount says all kinds of things; whatever it is, the folder cannot be used now.
        return error.code == EFBIG ? FolderState::damaged : FolderState::missing;
    }
    if (!bytes) return FolderState::missing;
    // Asked for around every write, and hardly ever anything else than the time before.
    if (judgement_ == FolderState::missing || *bytes != judged_bytes_) {
        judgement_ = judge(*bytes);
        judged_bytes_ = std::move(*bytes);
    }
    return judgement_;
}

FolderState SyncFolder::judge(const std::string& root_bytes) const {
    const OpenedFile file = open_file(root_bytes, only(root_));
    if (file.fault == EnvelopeFault::unknown_signer) return FolderState::foreign;
    if (file.fault != EnvelopeFault::none || file.header.kind != FileKind::root) {
        return FolderState::damaged;
    }
    return file.header.folder == id_ ? FolderState::present : FolderState::foreign;
}

bool SyncFolder::put(const fs::path& folder, const std::string& name, std::string_view bytes) {
    if (state() != FolderState::present) return false;
    if (!files_.exists(folder)) {
        files_.make_folders(folder);
        // The stick may have gone just now, and the new folder be on the disk below it.
        if (state() != FolderState::present) return false;
    }
    files_.write_atomically(folder / name, bytes);
    const auto back = files_.read(folder / name, largest_read_back);
    if (!back || *back != bytes) {
        throw FileError("what was written to " + (folder / name).string() + " reads back otherwise",
                        EIO);
    }
    // Unmounted in between, the path led to the disk below the mount point: what lies there is
    // published to nobody.
    return state() == FolderState::present;
}

bool SyncFolder::remove(const fs::path& folder, const std::string& name) {
    if (state() != FolderState::present) return false;
    files_.remove(folder / name);
    return true;
}

void SyncFolder::sweep(const fs::path& folder) {
    for (const std::string& name : files_.list(folder))
        if (name.starts_with(temporary_prefix)) remove(folder, name);
}

std::string compose_root(const Id& folder, WallTime now, const SigningKey& root) {
    Header header;
    header.kind = FileKind::root;
    header.from = headquarters_name;
    header.to = everybody;
    header.folder = folder;
    header.instance = folder;
    header.clock = now;
    return compose_plain(header, {{"folder", folder}}, root);
}

Listing list_stream(Files& files, const fs::path& folder, const std::string& sender,
                    std::initializer_list<FileKind> kinds) {
    Listing listing;
    for (const std::string& text : files.list(folder)) {
        auto name = FileName::read(text);
        const bool ours = name && name->sender == sender &&
                          std::find(kinds.begin(), kinds.end(), name->kind) != kinds.end();
        if (ours) {
            listing.names.push_back(std::move(*name));
        } else if (std::find(std::begin(carriers_own), std::end(carriers_own), text) ==
                   std::end(carriers_own)) {
            ++listing.strange;
        }
    }
    std::sort(listing.names.begin(), listing.names.end(), [](const auto& a, const auto& b) {
        return std::tie(a.instance_end, a.seq, a.hash_start) <
               std::tie(b.instance_end, b.seq, b.hash_start);
    });
    return listing;
}

SyncProblem problem_of(EnvelopeFault fault, const std::string& file) {
    const auto kind = [&] {
        switch (fault) {
            case EnvelopeFault::torn:
                return SyncProblemKind::torn;
            case EnvelopeFault::newer_format:
                return SyncProblemKind::newer_release;
            case EnvelopeFault::unknown_signer:
            case EnvelopeFault::not_for_us:
            case EnvelopeFault::foreign_folder:
            case EnvelopeFault::sealed_to_another:
                return SyncProblemKind::foreign;
            default:
                return SyncProblemKind::altered;
        }
    };
    return {kind(), file, std::string(explain(fault))};
}

}  // namespace foyer::sync
