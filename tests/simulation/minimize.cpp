#include "tests/simulation/minimize.h"

#include <algorithm>

namespace foyer::simulation {
namespace {

Schedule without(const Schedule& schedule, std::size_t from, std::size_t count) {
    Schedule shorter = schedule;
    const auto first = shorter.steps.begin() + std::ptrdiff_t(from);
    const std::size_t there = std::min(count, schedule.steps.size() - from);
    shorter.steps.erase(first, first + std::ptrdiff_t(there));
    return shorter;
}

}  // namespace

Schedule minimized(const Schedule& schedule, const Verdict& verdict) {
    Schedule best = schedule;
    const std::string promise = verdict(best);
    const auto keep_if_broken = [&](const Schedule& candidate) {
        if (verdict(candidate) != promise) return false;
        best = candidate;
        return true;
    };
    bool shorter = true;
    while (shorter) {
        shorter = false;
        for (std::size_t size = std::max<std::size_t>(best.steps.size() / 2, 1); size > 0;
             size /= 2) {
            for (std::size_t from = 0; from < best.steps.size();) {
                const bool spared = keep_if_broken(without(best, from, size));
                shorter |= spared;
                if (!spared) from += size;
            }
        }
    }
    for (std::size_t i = 0; i < best.steps.size(); ++i) {
        Schedule calmer = best;
        const bool clock = best.steps[i].action == Action::set_clock;
        if (best.steps[i].fault == Fault::none || clock) continue;
        calmer.steps[i].fault = Fault::none;
        keep_if_broken(calmer);
    }
    return best;
}

}  // namespace foyer::simulation
