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

NextFile refused(SyncProblemKind kind, const std::string& file, std::string reason) {
    NextFile next;
    next.problems.push_back({kind, file, std::move(reason)});
    return next;
}

NextFile read_candidate(SyncFolder& folder, const fs::path& place, const FileName& name,
                        const NextWanted& wanted, const Signers& signers, std::string_view reader) {
    const std::string text = name.text();
    std::optional<std::string> bytes;
    try {
        bytes = folder.files().read(place / text, largest_file);
    } catch (const FileError& error) {
        if (error.code == EFBIG) {
            return {std::nullopt, {problem_of(EnvelopeFault::too_large, text)}};
        }
        return refused(SyncProblemKind::unreadable, text, error.what());
    }
    if (!bytes) return {};
    OpenedFile file = open_file(*bytes, signers, name, folder.id(), reader);
    if (file.fault != EnvelopeFault::none) {
        return {std::nullopt, {problem_of(file.fault, text)}};
    }
    const bool follows = file.header.previous == wanted.previous &&
                         (wanted.instance.empty() || file.header.instance == wanted.instance);
    if (!follows) {
        return refused(SyncProblemKind::not_permitted, text,
                       "does not follow the file that was taken in before it");
    }
    return {std::move(file), {}};
}

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
    const OpenedFile file = open_file(*bytes, only(root_));
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
    return true;
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
        } else {
            ++listing.strange;
        }
    }
    std::sort(listing.names.begin(), listing.names.end(), [](const auto& a, const auto& b) {
        return std::tie(a.instance_end, a.seq, a.hash_start) <
               std::tie(b.instance_end, b.seq, b.hash_start);
    });
    return listing;
}

NextFile read_next(SyncFolder& folder, const fs::path& place, const Listing& listing,
                   const NextWanted& wanted, const Signers& signers, std::string_view reader) {
    NextFile next;
    for (const FileName& name : listing.names) {
        if (name.instance_end != wanted.instance_end || name.seq != wanted.seq) continue;
        NextFile candidate = read_candidate(folder, place, name, wanted, signers, reader);
        next.problems.insert(next.problems.end(), candidate.problems.begin(),
                             candidate.problems.end());
        if (candidate.file && !next.file) next.file = std::move(candidate.file);
    }
    return next;
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
