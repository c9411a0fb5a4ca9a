#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/headquarters.h"
#include "sync/inspect/folder_report.h"

namespace foyer::sync {

/// What a round of headquarters would do with a folder, or with one file more.
struct DryRun {
    struct Change {
        std::string file;  ///< "up/showroom-1/events-…"
        Standing before = Standing::unknown, after = Standing::unknown;
        std::string why;  ///< about `after`
    };
    RunReport report;
    std::vector<Change> changes;      ///< files whose standing a round would change
    std::vector<Conflict> conflicts;  ///< it would notice, latest first
};

/// Runs the real round on a copy of headquarters' store, over a disk that keeps nothing of what is
/// written. The copy lies below headquarters' root while this runs, readable by its user only.
/// `subject` is a sync folder, or a file to be tried in headquarters' own. Throws what a round
/// throws, and std::runtime_error for a file whose name is none of ours.
DryRun try_out(const HeadquartersOptions& options, const std::filesystem::path& subject,
               const Clock& clock, Random& random, Files& files);

std::string dry_run_text(const DryRun& run);
nlohmann::json dry_run_json(const DryRun& run);

}  // namespace foyer::sync
