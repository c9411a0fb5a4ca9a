#include "tests/simulation/long_run.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "shared/security/digest.h"

namespace foyer::simulation {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t part = 5000;

/// What a kept tally is of: seeds run one after the other by the same program may be summed up.
std::string heading_of(std::uint64_t first, const RunOptions& options) {
    std::ifstream program("/proc/self/exe", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(program), {}};
    return "from " + std::to_string(first) + (options.copies ? " with copies" : "") + " by " +
           digest_hex(bytes);
}

Tally kept_in(const fs::path& file, const std::string& heading) {
    Tally tally;
    std::ifstream text(file);
    std::string line;
    if (!std::getline(text, line)) return tally;
    if (line != heading) {
        throw std::runtime_error(file.string() +
                                 " is of another program or other seeds: remove it");
    }
    if (!add(tally, text)) throw std::runtime_error(file.string() + " is torn: remove it");
    return tally;
}

void keep(const fs::path& file, const std::string& heading, const Tally& tally) {
    const fs::path unfinished = file.string() + ".new";
    std::ofstream(unfinished) << heading << '\n' << text_of(tally);
    fs::rename(unfinished, file);
}

}  // namespace

Tally run_in_parts(const fs::path& assets, std::uint64_t first, std::uint64_t count, int jobs,
                   const RunOptions& options, const fs::path& kept) {
    const std::string heading = heading_of(first, options);
    Tally tally = kept.empty() ? Tally() : kept_in(kept, heading);
    while (tally.schedules < count && tally.findings.size() < options.most_findings) {
        const std::uint64_t next = std::min(part, count - tally.schedules);
        const Tally more = run_schedules(assets, first + tally.schedules, next, jobs, options);
        std::istringstream text(text_of(more));
        add(tally, text);
        if (!kept.empty()) keep(kept, heading, tally);
        if (count <= part) continue;
        std::cerr << tally.schedules << " of " << count << " schedules, " << tally.findings.size()
                  << " violations" << std::endl;
    }
    return tally;
}

}  // namespace foyer::simulation
