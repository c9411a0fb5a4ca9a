#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/world/random.h"
#include "sync/format/keys.h"
#include "tests/simulation/coverage.h"
#include "tests/simulation/party.h"

namespace foyer::simulation {

/// Somebody else's engine: copies files of certain folders from one party's sync folder to
/// another's, as Syncthing, rclone or a stick would, and does with one of them whatever such
/// engines, bad media and enemies do. Remembers every file it ever saw.
class Carrier {
  public:
    explicit Carrier(Coverage& coverage);

    /// What a kiosk writes, to headquarters.
    void carry_up(Party& kiosk, Party& headquarters, Fault fault, std::uint64_t seed);
    /// What headquarters writes for a kiosk and for everybody.
    void carry_down(Party& headquarters, Party& kiosk, Fault fault, std::uint64_t seed);

    /// Somebody has copied the key with which headquarters signs answers, and keeps it.
    void steal(const sync::SigningKey& answers) { stolen_ = answers; }

    /// What it did, one line each, since the last call.
    std::vector<std::string> take_notes();

  private:
    /// A file on its way; `path` is relative to the sync folder.
    struct Parcel {
        std::string path, bytes;
    };

    void carry(Party& from, Party& to, const std::vector<std::string>& folders, Fault fault,
               std::uint64_t seed);
    std::vector<Parcel> to_deliver(Party& from, Party& to, const std::vector<std::string>& folders);
    void clear_away(Party& from, Party& to, const std::vector<std::string>& folders);
    /// False if the parcel is not to be delivered as it is.
    bool spoil(Party& from, Party& to, const Parcel& parcel, Fault fault, Random& random);
    /// The file every other depends on: missing, torn, altered or another's.
    void spoil_root(Party& from, Party& to, Fault fault, Random& random);
    void replay(Party& to, const std::vector<std::string>& folders, Random& random);
    std::string forged(const std::string& bytes, Random& random);
    /// An answer in order in every way, but signed with a key that this kiosk knows to be
    /// withdrawn; nothing if it may believe it still.
    std::optional<std::string> by_a_thief(Party& to, const Parcel& parcel, Random& random);
    void deliver(const Party& from, Party& to, const Parcel& parcel);
    void note(Fault fault, const Parcel& parcel);

    Coverage& coverage_;
    sync::SigningKey enemy_;
    std::optional<sync::SigningKey> stolen_;
    std::vector<Parcel> archive_;
    std::set<std::string> archived_;
    std::set<std::string> delivered_;  ///< giver, receiver and path
    std::vector<std::string> notes_;
};

/// "answer", "picture" …: what a file is to the coverage table, by its place and name.
std::string kind_of(const std::string& path);

}  // namespace foyer::simulation
