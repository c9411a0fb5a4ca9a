#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/journal/event.h"
#include "shared/world/files.h"
#include "sync/format/envelope.h"
#include "sync/format/keys.h"
#include "sync/sync_problem.h"

namespace foyer::sync {

/// What the sync folder is at this moment.
enum class FolderState {
    present,
    missing,  ///< no folder or no root.json: nothing is known about anything in it
    foreign,  ///< its root.json is another folder's
    damaged,  ///< its root.json is torn, altered, or signed by somebody else
};

/// The shared folder: `up/<kiosk>/`, `down/<kiosk>/`, `all/`, `blobs/` and the signed `root.json`
/// that names it. Nothing is written or removed unless root.json is there and right at that moment:
/// absence means nothing (design §3). Whatever is done is done to the folder whose root.json was
/// read, never to another that has come to lie at its path. Paths here are relative to it. Does
/// file work: never on the store's or the UI's thread.
class SyncFolder {
  public:
    SyncFolder(Files& files, std::filesystem::path folder, Id id, const SigningPublicKey& root);

    /// Everything here means the folder that lies at the path now for as long as somebody keeps
    /// what this returns: a round does, and no longer, so that a stick can be unmounted between
    /// rounds. Nothing if there is no folder. Without it each call by itself does so.
    [[nodiscard]] std::shared_ptr<Files> hold();

    FolderState state();

    static std::filesystem::path up(const std::string& kiosk);
    static std::filesystem::path down(const std::string& kiosk);
    static std::filesystem::path all() { return "all"; }
    static std::filesystem::path blobs() { return "blobs"; }

    /// As Files does; nothing where the folder is not there. Both throw FileError.
    std::optional<std::string> read(const std::filesystem::path& path, std::uint64_t limit);
    std::vector<std::string> list(const std::filesystem::path& place);
    /// Whoever has a place to write in, sorted. Throws FileError.
    std::vector<std::string> writers();

    /// Writes a file, durably, and reads it back. False if the folder is not there or not ours:
    /// then nothing is published. Throws FileError.
    bool put(const std::filesystem::path& folder, const std::string& name, std::string_view bytes);
    /// Removes a file of our own writing. False, and nothing removed, as above. Throws FileError.
    bool remove(const std::filesystem::path& folder, const std::string& name);
    /// Removes temporary files a killed process of ours left behind.
    void sweep(const std::filesystem::path& folder);

    const Id& id() const { return id_; }

  private:
    FolderState state_of(Files& held);
    FolderState judge(const std::string& root_bytes) const;

    Files& files_;
    std::filesystem::path folder_;
    Id id_;
    SigningPublicKey root_;
    std::weak_ptr<Files> held_;
    std::string judged_bytes_;  ///< of root.json, when it was last judged
    FolderState judgement_ = FolderState::missing;
};

/// The bytes of root.json.
std::string compose_root(const Id& folder, WallTime now, const SigningKey& root);

/// The names in a folder that are files of `sender` and of one of `kinds`, by instance and
/// sequence.
struct Listing {
    std::vector<FileName> names;
    int strange = 0;  ///< others, which are passed over
};

Listing list_stream(SyncFolder& folder, const std::filesystem::path& place,
                    const std::string& sender, std::initializer_list<FileKind> kinds);

SyncProblem problem_of(EnvelopeFault fault, const std::string& file);

}  // namespace foyer::sync
