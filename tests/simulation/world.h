#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/simulation/beginnings.h"
#include "tests/simulation/carrier.h"
#include "tests/simulation/coverage.h"
#include "tests/simulation/oracles.h"
#include "tests/simulation/schedule.h"

namespace foyer::simulation {

/// What a schedule came to.
struct Outcome {
    std::string promise, violation;  ///< empty: none
    std::uint64_t trace_hash = 0;    ///< the same whenever the same schedule runs
    std::string trace;               ///< only if it was asked for
};

/// Runs schedules one after the other in one showroom.
class World {
  public:
    explicit World(Showroom& showroom) : showroom_(showroom) {}

    Outcome run(const Schedule& schedule, bool with_trace);

    const Coverage& coverage() const { return coverage_; }

  private:
    struct Run;

    Showroom& showroom_;
    Coverage coverage_;
};

}  // namespace foyer::simulation
