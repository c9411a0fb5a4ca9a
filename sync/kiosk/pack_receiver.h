#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sync/folder/sync_folder.h"
#include "sync/format/pack_parts.h"
#include "sync/sync_options.h"

namespace foyer::sync {

/// A pack that has arrived whole and is in order.
struct ReceivedPack {
    std::uint64_t edition = 0;
    std::string version;
    std::filesystem::path folder;
};

struct PackNews {
    std::optional<ReceivedPack> pack;
    std::vector<SyncProblem> problems;
    int strange = 0;
};

/// Looks in `all/` for an edition newer than the one in use, unpacks it beside the old one, and
/// proves it: every hash, then load_pack(). A bad one is refused and the last good one stays
/// (design §2.5). File work only; the sync thread.
class PackReceiver {
  public:
    /// `files`: where the kiosk's home is.
    PackReceiver(SyncFolder& folder, Files& files, const SyncOptions& options,
                 const SigningPublicKey& publisher);

    /// Headquarters has another key for packs.
    void set_publisher(const SigningPublicKey& publisher);

    /// Throws FileError if the kiosk's own disk cannot be written.
    /// `companion` is what came sealed for an edition, see pack_companion.h.
    PackNews look(std::uint64_t edition_in_use, const std::string& companion);

  private:
    struct Edition {
        std::string file;  ///< one of its parts, to name in a problem
        std::vector<PackPart> parts;
        bool whole() const;
    };

    std::optional<Edition> newest(const Listing& listing, std::uint64_t after, PackNews& news);
    std::optional<PackPart> read_part(const FileName& name, PackNews& news);
    bool unpack(const Edition& edition, const std::filesystem::path& target,
                const std::string& companion, PackNews& news);
    std::optional<std::string> content(const PackEntry& entry, const Edition& edition,
                                       PackNews& news);

    SyncFolder& folder_;
    Files& files_;
    std::filesystem::path home_, schema_folder_;
    PackLoader load_pack_;
    SigningPublicKey publisher_;
    std::uint64_t refused_edition_ = 0;  ///< not unpacked again and again
    std::vector<SyncProblem> why_refused_;
    /// What was read through and held nothing new: not read again every round.
    std::vector<FileName> nothing_new_in_;
    std::uint64_t nothing_new_after_ = 0;
};

}  // namespace foyer::sync
