#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/journal/store.h"
#include "shared/world/clock.h"
#include "sync/format/envelope.h"

namespace foyer::sync {

/// What a person ought to know of: nothing of this kind is ever silent (design §3).
enum class ConflictKind {
    fork,           ///< two genuine files with one number: a cloned or restored store wrote one
    twin_event,     ///< two events with one number, both kept
    altered_event,  ///< an event that came again saying something else; the first counts
    refused_file,   ///< genuine and not to be understood; kept, not used
    refused_event,  ///< its writer may not say such a thing; kept, not used
    claimed_past,   ///< a kiosk says it was an instance that was known as another's
    new_instance,   ///< this store was cloned or restored and writes as another from now on
    epoch_raised,   ///< headquarters was restored
    second_stream,  ///< headquarters writes two streams in one epoch: it was cloned
    older_keys,     ///< a key file older than the one in use, or another of the same version
};

/// "fork": as it stands in the store and in JSON.
std::string_view word(ConflictKind kind);

struct Conflict {
    std::int64_t number = 0;
    WallTime noticed_at = 0;
    ConflictKind kind = ConflictKind::fork;
    std::string kiosk;  ///< whose file or event it is; "hq" for headquarters' own
    Id instance;
    std::uint64_t seq = 0;
    std::string subject;  ///< hash of a file, or id of an event
    std::string detail;   ///< plain English, no names of people
    std::string content;  ///< the bytes in quarantine, if any
};

/// The conflicts a store has noticed. The thread of the store.
class Conflicts {
  public:
    explicit Conflicts(Store& store) : database_(store.database()) {}

    /// Keeps it, once. True if it is news. Inside the caller's transaction, if there is one.
    bool note(const Conflict& conflict);
    /// All of them, latest first, without their content.
    std::vector<Conflict> all();
    std::int64_t count();

  private:
    Database& database_;
};

}  // namespace foyer::sync
