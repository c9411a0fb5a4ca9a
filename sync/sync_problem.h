#pragma once

#include <string>

namespace foyer::sync {

/// Why a file in the folder was not used.
enum class SyncProblemKind {
    torn,           ///< not all of it is there, or not yet
    altered,        ///< its bytes, its name and its signature do not agree
    foreign,        ///< signed by somebody else, or for somebody else
    newer_release,  ///< this release cannot read it
    not_permitted,  ///< its writer may not say such a thing, or says it twice
    pack_refused,   ///< the pack in it is not in order
    unreadable,     ///< the system refuses to read it
};

/// A file that is left alone.
struct SyncProblem {
    SyncProblemKind kind = SyncProblemKind::torn;
    std::string file;    ///< its name, without folder
    std::string reason;  ///< plain English, for the log and for whoever looks after the folder
    bool operator==(const SyncProblem&) const = default;
};

}  // namespace foyer::sync
