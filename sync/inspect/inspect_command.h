#pragma once

#include <filesystem>
#include <ostream>

#include "sync/headquarters.h"

namespace foyer::sync {

struct InspectOptions {
    std::filesystem::path subject;     ///< a file or a folder
    HeadquartersOptions headquarters;  ///< whose keys and records to look with; root may be empty
    std::filesystem::path enrolment;   ///< instead: a kiosk's enrolment file; may be empty
    bool dry_run = false;              ///< say what taking it in would do
    bool json = false;
};

/// `foyer-hq inspect`. Writes to `out` only. True if everything looked at is in order. Throws
/// std::runtime_error for what stands in its own way: no such file, a headquarters without keys.
bool inspect(const InspectOptions& options, const Clock& clock, Random& random, Files& files,
             std::ostream& out);

}  // namespace foyer::sync
