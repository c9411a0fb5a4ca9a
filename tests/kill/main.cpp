// kill_cycles [--cycles N] [--seed S] [--folder DIR]: a kiosk registers parties and syncs, is
// killed with SIGKILL at a random moment and started again, N times. Ends with one line and with 1
// if an acknowledged registration was lost or doubled, at the kiosk or at headquarters.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <functional>
#include <iostream>
#include <thread>

#include "shared/world/random.h"
#include "tests/kill/records.h"
#include "tests/shared/journal/records.h"

namespace {

using namespace foyer;
using namespace foyer::test;
using Steady = std::chrono::steady_clock;

constexpr int longest_life_us = 60'000;
constexpr int headquarters_every = 20;
// The days of a kiosk, so that they are as full as days are.
constexpr WallTime a_cycle_takes = 15 * one_minute;

pid_t start(const std::function<void()>& work) {
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("fork");
    if (child > 0) return child;
    try {
        work();
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "in a child: %s\n", fault.what());
        ::_exit(4);
    }
    ::_exit(0);
}

/// Kills a process after `life`, and gives what it came to: nothing to blame, or its exit status.
int end(pid_t child, std::chrono::microseconds life) {
    const auto until = Steady::now() + life;
    int status = 0;
    while (Steady::now() < until) {
        if (::waitpid(child, &status, WNOHANG) == child) {
            return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
        }
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

std::vector<Acknowledged> read_all(int pipe) {
    std::vector<Acknowledged> all;
    Acknowledged one;
    while (::read(pipe, &one, sizeof one) == sizeof one)
        all.push_back(one);
    return all;
}

/// The life of a run: forks from a process that holds no store, so that the pack is loaded once.
class Run {
  public:
    Run(KillPlace place, std::uint64_t seed) : place_(std::move(place)), random_(seed) {}

    bool cycle(int number) {
        int pipe[2];
        if (::pipe(pipe) != 0) throw std::runtime_error("pipe");
        const WallTime now = opening_time + number * a_cycle_takes;
        const pid_t kiosk = start([&] {
            ::close(pipe[0]);
            run_kiosk(place_, now, next_, last_, pipe[1]);
        });
        ::close(pipe[1]);
        const bool answers = number % headquarters_every == headquarters_every - 1;
        const pid_t hq = answers ? start([&] { run_headquarters(place_, now); }) : -1;
        const int status = end(kiosk, std::chrono::microseconds(random_.next() % longest_life_us));
        last_ = read_all(pipe[0]);
        ::close(pipe[0]);
        // Every other round of headquarters is killed as well.
        const auto patience = random_.next() % 2 ? std::chrono::microseconds(20'000'000)
                                                 : std::chrono::microseconds(30'000);
        const int hq_status = answers ? end(hq, patience) : 0;
        acknowledged_.insert(acknowledged_.end(), last_.begin(), last_.end());
        // A registration that was cut off may be there or not: its number is not used again.
        if (!last_.empty()) next_ = last_.back().number + 1;
        next_ += 1;
        if (status != 0 || hq_status != 0) {
            std::cerr << "cycle " << number << ": a child ended with " << status << " and "
                      << hq_status << "\n";
        }
        return status == 0 && hq_status == 0;
    }

    const std::vector<Acknowledged>& acknowledged() const { return acknowledged_; }
    const KillPlace& place() const { return place_; }

  private:
    KillPlace place_;
    SeededRandom random_;
    std::uint64_t next_ = 1;
    std::vector<Acknowledged> last_, acknowledged_;
};

int report(const Run& run, int cycles, bool good, Steady::time_point begun) {
    const bool settled = settle(run.place(), opening_time + cycles * a_cycle_takes);
    const Verdict verdict = judge(run.place(), run.acknowledged());
    const double seconds = std::chrono::duration<double>(Steady::now() - begun).count();
    std::cout << "cycles=" << cycles << " seconds=" << int(seconds)
              << " acknowledged=" << run.acknowledged().size() << " visits=" << verdict.visits
              << " lost=" << verdict.lost << " doubled=" << verdict.doubled
              << " both_sides_equal=" << (verdict.equal ? "yes" : "no") << std::endl;
    const bool right = good && settled && verdict.lost == 0 && verdict.doubled == 0 &&
                       verdict.equal && !run.acknowledged().empty();
    return right ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
    CLI::App app("Kills a kiosk again and again and counts what is lost");
    int cycles = 50;
    std::uint64_t seed = std::uint64_t(Steady::now().time_since_epoch().count());
    std::string folder;
    app.add_option("--cycles", cycles)->capture_default_str()->check(CLI::Range(1, 10'000'000));
    app.add_option("--seed", seed, "Of the moments of death");
    app.add_option("--folder", folder, "Where to work, and to leave everything");
    CLI11_PARSE(app, count, words);

    const TemporaryFolder temporary;
    const KillPlace place{folder.empty() ? temporary.path() : std::filesystem::path(folder)};
    const auto begun = Steady::now();
    tile_pack();
    prepare(place);
    Run run(place, seed);
    bool good = true;
    int done = 0;
    while (good && done < cycles) {
        good = run.cycle(done++);
        if (done % 1000 == 0) std::cerr << done << " cycles" << std::endl;
    }
    if (!good) std::cerr << "seed " << seed << std::endl;
    return report(run, done, good, begun);
}
