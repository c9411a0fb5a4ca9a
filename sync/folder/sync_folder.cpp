#include "sync/folder/sync_folder.h"

#include <algorithm>
#include <cerrno>
#include <tuple>
#include <utility>

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;

constexpr const char* root_name = "root.json";
constexpr const char* up_name = "up";
constexpr const char* down_name = "down";
constexpr std::string_view temporary_prefix = ".tmp-";
constexpr std::uint64_t largest_read_back = 64u << 20;
// What Syncthing keeps in each of its folders.
constexpr std::string_view carriers_own[] = {".stfolder", ".stignore", ".stversions"};

}  // namespace

SyncFolder::SyncFolder(Files& files, fs::path folder, Id id, const SigningPublicKey& root)
    : files_(files), folder_(std::move(folder)), id_(std::move(id)), root_(root) {}

fs::path SyncFolder::up(const std::string& kiosk) {
    return fs::path(up_name) / kiosk;
}

fs::path SyncFolder::down(const std::string& kiosk) {
    return fs::path(down_name) / kiosk;
}

std::shared_ptr<Files> SyncFolder::hold() {
    if (auto held = held_.lock()) return held;
    if (folder_.empty()) return nullptr;
    try {
        std::shared_ptr<Files> held = files_.hold(folder_);
        held_ = held;
        return held;
    } catch (const FileError&) {
        return nullptr;
    }
}

FolderState SyncFolder::state() {
    const auto held = hold();
    return held ? state_of(*held) : FolderState::missing;
}

FolderState SyncFolder::state_of(Files& held) {
    std::optional<std::string> bytes;
    try {
        bytes = held.read(root_name, largest_file);
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

std::optional<std::string> SyncFolder::read(const fs::path& path, std::uint64_t limit) {
    const auto held = hold();
    return held ? held->read(path, limit) : std::nullopt;
}

std::vector<std::string> SyncFolder::list(const fs::path& place) {
    const auto held = hold();
    return held ? held->list(place) : std::vector<std::string>();
}

std::vector<std::string> SyncFolder::writers() {
    const auto held = hold();
    return held ? held->list_folders(up_name) : std::vector<std::string>();
}

bool SyncFolder::put(const fs::path& folder, const std::string& name, std::string_view bytes) {
    const auto held = hold();
    if (!held || state_of(*held) != FolderState::present) return false;
    if (!folder.empty() && !held->exists(folder)) held->make_folders(folder);
    held->write_atomically(folder / name, bytes);
    const auto back = held->read(folder / name, largest_read_back);
    if (!back || *back != bytes) {
        throw FileError("what was written to " + (folder / name).string() + " reads back otherwise",
                        EIO);
    }
    return true;
}

bool SyncFolder::remove(const fs::path& folder, const std::string& name) {
    const auto held = hold();
    if (!held || state_of(*held) != FolderState::present) return false;
    held->remove(folder / name);
    return true;
}

void SyncFolder::sweep(const fs::path& folder) {
    for (const std::string& name : list(folder))
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

Listing list_stream(SyncFolder& folder, const fs::path& place, const std::string& sender,
                    std::initializer_list<FileKind> kinds) {
    Listing listing;
    for (const std::string& text : folder.list(place)) {
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
