#pragma once

#include <filesystem>
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
/// absence means nothing (design §3). Does file work: never on the store's or the UI's thread.
class SyncFolder {
  public:
    SyncFolder(Files& files, std::filesystem::path folder, Id id, const SigningPublicKey& root);

    FolderState state();

    std::filesystem::path up(const std::string& kiosk) const { return folder_ / "up" / kiosk; }
    std::filesystem::path down(const std::string& kiosk) const { return folder_ / "down" / kiosk; }
    std::filesystem::path all() const { return folder_ / "all"; }
    std::filesystem::path blobs() const { return folder_ / "blobs"; }

    /// Writes a file, durably, and reads it back. False if the folder is not there or not ours,
    /// before or afterwards: then nothing is published. Throws FileError.
    bool put(const std::filesystem::path& folder, const std::string& name, std::string_view bytes);
    /// Removes a file of our own writing. False, and nothing removed, as above. Throws FileError.
    bool remove(const std::filesystem::path& folder, const std::string& name);
    /// Removes temporary files a killed process of ours left behind.
    void sweep(const std::filesystem::path& folder);

    const Id& id() const { return id_; }
    Files& files() { return files_; }

  private:
    FolderState judge(const std::string& root_bytes) const;

    Files& files_;
    std::filesystem::path folder_;
    Id id_;
    SigningPublicKey root_;
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

Listing list_stream(Files& files, const std::filesystem::path& folder, const std::string& sender,
                    std::initializer_list<FileKind> kinds);

SyncProblem problem_of(EnvelopeFault fault, const std::string& file);

}  // namespace foyer::sync
