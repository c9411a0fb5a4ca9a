#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <thread>

#include "tests/simulation/long_run.h"
#include "tests/simulation/memory.h"
#include "tests/simulation/minimize.h"
#include "tests/simulation/runner.h"

using namespace foyer::simulation;

namespace {

const std::filesystem::path assets = std::filesystem::path(FOYER_SOURCE_DIR) / "assets";

struct Words {
    std::uint64_t schedules = 2000, first = 1, seed = 0;
    std::int64_t least = 0;
    int jobs = int(std::max(1u, std::thread::hardware_concurrency()));
    RunOptions options;
    bool without_copies = false;
    bool minimize = false;
    std::string replay, resume;
};

int show(const Schedule& schedule, bool minimize) {
    Theatre theatre(assets);
    Schedule shown = schedule;
    const bool broken = !theatre.run(schedule, false).promise.empty();
    if (broken && minimize) {
        shown = minimized(schedule, [&](const Schedule& candidate) {
            return theatre.run(candidate, false).promise;
        });
    }
    const Outcome outcome = theatre.run(shown, true);
    std::cout << text_of(shown) << '\n'
              << outcome.trace << std::hex << "trace " << std::hex << outcome.trace_hash << std::dec
              << '\n';
    if (broken) std::cout << "VIOLATION " << outcome.violation << '\n';
    std::cout << "schedules=1 faults=" << theatre.coverage().total() << " violations=" << broken
              << '\n';
    return broken ? 1 : 0;
}

int run_many(const Words& words) {
    const Tally tally =
        run_in_parts(assets, words.first, words.schedules, words.jobs, words.options, words.resume);
    std::cout << "how often each fault met each step of the protocol\n"
              << tally.coverage.table() << '\n';
    for (const Finding& finding : tally.findings)
        std::cout << "seed " << finding.seed << ": " << finding.violation << '\n';
    if (words.minimize && !tally.findings.empty() && tally.findings.front().seed != 0) {
        show(make_schedule(tally.findings.front().seed, words.options.copies), true);
    }
    const int rare = tally.coverage.below(words.least);
    if (words.least > 0) {
        std::cout << rare << " pairs of fault and step were met fewer than " << words.least
                  << " times\n";
    }
    const double busy = std::max(tally.busy_seconds, 0.001);
    std::cout << "rate=" << std::int64_t(double(tally.schedules) / busy)
              << " schedules/s/core trace=" << std::hex << tally.trace_hash << std::dec << '\n'
              << "schedules=" << tally.schedules << " faults=" << tally.coverage.total()
              << " violations=" << tally.findings.size() << '\n';
    return tally.findings.empty() && (words.least == 0 || rare == 0) ? 0 : 1;
}

int replay(const Words& words) {
    std::ifstream stream(words.replay);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto schedule = schedule_in(text);
    if (!schedule) {
        std::cerr << words.replay << " is not a schedule\n";
        return 2;
    }
    return show(*schedule, words.minimize);
}

}  // namespace

int main(int argc, char** argv) {
    Words words;
    CLI::App program("Runs the product's stores and exchange through simulated worlds that fail.");
    program.add_option("--schedules", words.schedules, "How many schedules to run");
    program.add_option("--first", words.first, "Seed of the first of them");
    program.add_option("--seed", words.seed, "Run this one alone and print its trace");
    program
        .add_option("--replay", words.replay, "Run the schedule in this file and print its trace")
        ->check(CLI::ExistingFile);
    program.add_flag("--minimize", words.minimize,
                     "Leave out whatever a failing schedule can spare");
    program.add_option("--jobs", words.jobs, "Processes at work")->check(CLI::Range(1, 256));
    program.add_option("--least", words.least, "Fail if a fault met a step fewer times than this");
    program.add_option("--findings", words.options.most_findings, "Stop after so many violations");
    program.add_option("--resume", words.resume,
                       "Keep the tally in this file, and go on from what it says");
    program.add_flag("--without-copies", words.without_copies,
                     "No store is cloned or brought back");
    CLI11_PARSE(program, argc, argv);
    words.options.copies = !words.without_copies;
    try {
        keep_memory();
        if (!words.replay.empty()) return replay(words);
        if (words.seed != 0)
            return show(make_schedule(words.seed, words.options.copies), words.minimize);
        return run_many(words);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
}
