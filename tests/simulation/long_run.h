#pragma once

#include <filesystem>

#include "tests/simulation/runner.h"

namespace foyer::simulation {

/// Runs the schedules in parts and says after each how far it is, on the error stream. With a file
/// the tally is kept there after every part, and a run that was stopped goes on where it was; a
/// tally of another program, or of another first seed, is refused. Throws std::runtime_error.
Tally run_in_parts(const std::filesystem::path& assets, std::uint64_t first, std::uint64_t count,
                   int jobs, const RunOptions& options, const std::filesystem::path& kept);

}  // namespace foyer::simulation
