#include "tests/simulation/runner.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <stdexcept>

namespace foyer::simulation {
namespace {

namespace fs = std::filesystem;

fs::path new_folder() {
    std::string name = (fs::temp_directory_path() / "foyer-simulation-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    return name;
}

double processor_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return double(time.tv_sec) + double(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Tally run_some(const fs::path& assets, std::uint64_t first, std::uint64_t end, int stride,
               const RunOptions& options) {
    Theatre theatre(assets);
    Tally tally;
    const double start = processor_seconds();
    for (std::uint64_t seed = first; seed < end; seed += std::uint64_t(stride)) {
        const Outcome outcome = theatre.run(make_schedule(seed, options.copies), false);
        ++tally.schedules;
        tally.trace_hash ^= outcome.trace_hash;
        if (!outcome.promise.empty()) tally.findings.push_back({seed, outcome.violation});
        if (tally.findings.size() == options.most_findings) break;
    }
    tally.busy_seconds = processor_seconds() - start;
    tally.coverage = theatre.coverage();
    return tally;
}

struct Worker {
    pid_t process = 0;
    int pipe = -1;
};

Worker start_worker(const fs::path& assets, std::uint64_t first, std::uint64_t end, int stride,
                    const RunOptions& options) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    Worker worker{::fork(), ends[0]};
    if (worker.process < 0) throw std::runtime_error("no process");
    if (worker.process > 0) {
        ::close(ends[1]);
        return worker;
    }
    ::close(ends[0]);
    int code = 1;
    try {
        const std::string text = text_of(run_some(assets, first, end, stride, options));
        std::string_view rest = text;
        while (!rest.empty()) {
            const ssize_t written = ::write(ends[1], rest.data(), rest.size());
            if (written <= 0) break;
            rest.remove_prefix(std::size_t(written));
        }
        code = rest.empty() ? 0 : 1;
    } catch (const std::exception& error) {
        std::cerr << "a worker stopped: " << error.what() << '\n';
    }
    ::_exit(code);
}

std::string all_from(int pipe) {
    std::string text;
    std::array<char, 65536> part{};
    for (ssize_t got; (got = ::read(pipe, part.data(), part.size())) > 0;)
        text.append(part.data(), std::size_t(got));
    ::close(pipe);
    return text;
}

}  // namespace

Theatre::Theatre(const fs::path& assets)
    : folder_(new_folder()),
      showroom_(std::make_unique<Showroom>(folder_, assets)),
      world_(std::make_unique<World>(*showroom_)) {}

Theatre::~Theatre() {
    world_.reset();
    showroom_.reset();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

Outcome Theatre::run(const Schedule& schedule, bool with_trace) {
    return world_->run(schedule, with_trace);
}

std::string text_of(const Tally& tally) {
    std::ostringstream text;
    text << "ran " << tally.schedules << ' ' << tally.trace_hash << ' ' << tally.busy_seconds
         << '\n'
         << tally.coverage.lines();
    for (const Finding& finding : tally.findings) {
        text << "found " << finding.seed << ' '
             << finding.violation.substr(0, finding.violation.find('\n')) << '\n';
    }
    text << "end\n";
    return text.str();
}

bool add(Tally& tally, std::istream& text) {
    for (std::string line; std::getline(text, line);) {
        std::istringstream words(line);
        std::string word;
        words >> word;
        if (word == "end") return true;
        if (word == "hit") tally.coverage.add_line(line);
        if (word == "ran") {
            std::uint64_t schedules = 0, hash = 0;
            double seconds = 0;
            words >> schedules >> hash >> seconds;
            tally.schedules += schedules;
            tally.trace_hash ^= hash;
            tally.busy_seconds += seconds;
        }
        if (word == "found") {
            Finding finding;
            words >> finding.seed >> std::ws;
            std::getline(words, finding.violation);
            tally.findings.push_back(std::move(finding));
        }
    }
    return false;
}

Tally run_schedules(const fs::path& assets, std::uint64_t first, std::uint64_t count, int jobs,
                    const RunOptions& options) {
    std::vector<Worker> workers;
    for (int job = 0; job < jobs; ++job)
        workers.push_back(
            start_worker(assets, first + std::uint64_t(job), first + count, jobs, options));
    Tally tally;
    for (const Worker& worker : workers) {
        std::istringstream text(all_from(worker.pipe));
        int status = 0;
        ::waitpid(worker.process, &status, 0);
        if (!add(tally, text) || status != 0) {
            tally.findings.push_back({0, "a worker died"});
        }
    }
    return tally;
}

}  // namespace foyer::simulation
