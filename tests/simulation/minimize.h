#pragma once

#include <functional>
#include <string>

#include "tests/simulation/schedule.h"

namespace foyer::simulation {

/// The promise a schedule breaks; empty: none.
using Verdict = std::function<std::string(const Schedule&)>;

/// Leaves out steps, then faults, as long as the same promise is broken: what remains cannot spare
/// a single one of them. `schedule` breaks a promise.
Schedule minimized(const Schedule& schedule, const Verdict& verdict);

}  // namespace foyer::simulation
