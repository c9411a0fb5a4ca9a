#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <memory>
#include <string>
#include <vector>

#include "tests/simulation/coverage.h"
#include "tests/simulation/schedule.h"
#include "tests/simulation/world.h"

namespace foyer::simulation {

/// A schedule that broke a promise.
struct Finding {
    std::uint64_t seed = 0;
    std::string violation;
};

/// What many schedules came to.
struct Tally {
    std::uint64_t schedules = 0;
    std::uint64_t trace_hash = 0;  ///< of all, whatever the order
    double busy_seconds = 0;       ///< of a processor, of all workers
    Coverage coverage;
    std::vector<Finding> findings;
};

/// Makes one showroom in a folder of its own, which goes with it.
class Theatre {
  public:
    explicit Theatre(const std::filesystem::path& assets);
    ~Theatre();
    Theatre(const Theatre&) = delete;
    Theatre& operator=(const Theatre&) = delete;

    Outcome run(const Schedule& schedule, bool with_trace);
    const Coverage& coverage() const { return world_->coverage(); }

  private:
    std::filesystem::path folder_;
    std::unique_ptr<Showroom> showroom_;
    std::unique_ptr<World> world_;
};

/// A tally as lines, for a pipe or a file.
std::string text_of(const Tally& tally);
/// Adds what such lines say. False if they end too early.
bool add(Tally& tally, std::istream& text);

struct RunOptions {
    std::size_t most_findings = 20;  ///< a process stops when it has so many
    bool copies = true;              ///< stores are cloned and brought back, too
};

/// Runs the schedules of `count` seeds from `first` on, on `jobs` processes.
Tally run_schedules(const std::filesystem::path& assets, std::uint64_t first, std::uint64_t count,
                    int jobs, const RunOptions& options);

}  // namespace foyer::simulation
