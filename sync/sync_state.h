#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/world/clock.h"
#include "sync/sync_problem.h"

namespace foyer::sync {

/// How the exchange with headquarters stands, in one word.
enum class SyncHealth {
    no_headquarters,  ///< not enrolled: the kiosk works by itself, which is no fault
    in_order,         ///< everything written is answered
    waiting,          ///< written, and headquarters has not answered yet
    folder_missing,   ///< the folder, or its root.json, is not there: a stick out, a share down
    folder_refused,   ///< the folder belongs to another headquarters, or its root.json is altered
    disk_full,        ///< the disk with the folder, or the kiosk's own
    fault,            ///< anything else; see SyncState::detail
};

/// Everything the staff's sync page shows. Counts are of events ("records").
struct SyncState {
    SyncHealth health = SyncHealth::no_headquarters;
    std::string detail;                   ///< plain English for fault, folder_refused, disk_full
    std::string kiosk;                    ///< the name headquarters gave; empty: none
    std::int64_t records = 0;             ///< in this kiosk's journal, those of others included
    std::int64_t not_written = 0;         ///< in the journal only
    std::int64_t written_waiting = 0;     ///< written to the folder, read back, not yet answered
    std::int64_t applied = 0;             ///< headquarters has them in its own journal
    std::int64_t rejected = 0;            ///< headquarters will not take them, and said so
    std::int64_t fetched = 0;             ///< of others, taken in from headquarters so far
    std::int64_t photos_not_written = 0;  ///< on this kiosk only
    std::int64_t photos_waiting = 0;      ///< written to the folder, read back, not yet answered
    WallTime last_exchange = 0;           ///< the folder was last there and in order; 0: never
    WallTime last_answer = 0;             ///< an answer was last taken in; 0: never
    int strange_files = 0;                ///< names that are none of ours, passed over
    int files_ahead = 0;                  ///< answers that wait for one before them
    std::vector<SyncProblem> problems;
    std::string pack_version;            ///< of the pack from headquarters; empty: none yet
    std::optional<WallTime> clock_skew;  ///< this kiosk's clock less headquarters' at the last
                                         ///< answer: an upper bound, as files take their time
    /// This kiosk was cloned or restored, or another took its place. Everything captured is kept;
    /// headquarters must enrol it again.
    bool needs_enrolment = false;
    bool reserve_used = false;  ///< the disk is nearly full: the room set aside has been given up
    int conflicts = 0;          ///< what a person ought to look at, see `foyer-hq conflicts`
    bool exchanging = false;    ///< a round is under way

    /// Everything there is has been written and read back: a stick may be pulled out.
    bool safe_to_remove() const {
        return not_written == 0 && photos_not_written == 0 && !exchanging &&
               (health == SyncHealth::in_order || health == SyncHealth::waiting);
    }
    bool operator==(const SyncState&) const = default;
};

}  // namespace foyer::sync
