#include "tests/simulation/world.h"

#include <exception>
#include <utility>

#include "tests/simulation/deeds.h"
#include "tests/simulation/people.h"

namespace foyer::simulation {
namespace {

constexpr WallTime skew_that_counts = one_day;
constexpr int rounds_to_rest = 24;
constexpr int silent_rounds = 2;
constexpr std::uint64_t rebuild_one_in = 4;
constexpr WallTime long_enough_to_ask_again = 6 * one_hour;
constexpr int most_waits = 4;
constexpr int lives_of_a_cat = 3;

std::uint64_t hash_of(std::string_view text, std::uint64_t from) {
    for (const char c : text)
        from = (from ^ std::uint8_t(c)) * 1099511628211u;
    return from;
}

DiskFault disk_fault(Fault fault) {
    switch (fault) {
        case Fault::crash:
            return DiskFault::crash;
        case Fault::error_once:
            return DiskFault::error_once;
        case Fault::error_forever:
            return DiskFault::error_forever;
        case Fault::disk_full:
            return DiskFault::full;
        default:
            return DiskFault::none;
    }
}

Fault fault_of(DiskFault fault) {
    switch (fault) {
        case DiskFault::crash:
            return Fault::crash;
        case DiskFault::error_once:
            return Fault::error_once;
        case DiskFault::error_forever:
            return Fault::error_forever;
        case DiskFault::full:
            return Fault::disk_full;
        default:
            return Fault::none;
    }
}

/// Few actions in between are as likely as many.
std::uint64_t delay_of(std::uint64_t seed) {
    return (seed >> 8) % (std::uint64_t(2) << (seed % 8));
}

}  // namespace

/// One schedule under way.
struct World::Run {
    Run(World& world, const Schedule& schedule, bool with_trace)
        : world_(world),
          showroom_(world.showroom_),
          carrier_(world.coverage_),
          oracles_(showroom_.begin(schedule.beginning, schedule.seed)),
          with_trace_(with_trace) {
        for (Party* party : showroom_.parties()) {
            watch(*party);
            power_on(*party);
        }
        people_.emplace(showroom_, oracles_, world_.coverage_,
                        [this](const std::string& line) { say(line); });
    }

    void say(const std::string& line) {
        outcome_.trace_hash = hash_of(line, outcome_.trace_hash);
        if (with_trace_) outcome_.trace += line + "\n";
    }

    void watch(Party& party) {
        party.disk.on_fault = [this, &party](DiskFault fault, DiskAction action,
                                             const std::string& path) {
            const std::string place = party.place(party.stage(action, path));
            world_.coverage_.hit(fault_of(fault), place);
            say("  " + std::string(word_of(fault_of(fault))) + " at " + place + ", action " +
                std::to_string(party.disk.actions()) + ", " + path.substr(path.rfind('/') + 1));
            struck_ = true;
        };
        party.disk.on_action = [this, &party](DiskAction action, const std::string& path) {
            if (std::abs(party.skew) < skew_that_counts) return;
            const Fault fault = party.skew < 0 ? Fault::clock_back : Fault::clock_ahead;
            const auto met = std::pair(&party, party.stage(action, path));
            if (std::exchange(last_met_, met) == met) return;
            world_.coverage_.hit(fault, party.place(met.second));
        };
    }

    void step(const Step& step);
    void power_on(Party& party);
    void after_round(Party& party);
    void arm(Party& party, const Step& step);
    void finish(const Schedule& schedule);
    bool exchange();
    std::string shape();
    std::string standing();
    /// The temporary folder's name is another one every time.
    std::string without_root(std::string text) const;

    World& world_;
    Showroom& showroom_;
    Carrier carrier_;
    Oracles oracles_;
    Outcome outcome_;
    bool with_trace_, struck_ = false;
    std::optional<People> people_;
    std::pair<Party*, Stage> last_met_{nullptr, Stage::rest};
};

void World::Run::power_on(Party& party) {
    const bool had_stopped = party.disk.dead();
    if (had_stopped) party.disk.restart();
    party.start();
    if (!party.running()) {
        say("  " + party.name() + " does not start");
        const bool ails = party.disk.ails() != DiskFault::none || struck_;
        if (!ails) throw Violation("a store opens after every crash", party.trouble());
        return;
    }
    if (party.disk.ails() != DiskFault::none) return;
    party.disk.heal();
    oracles_.after_recovery(party);
    oracles_.after_step(party, false);
}

void World::Run::arm(Party& party, const Step& step) {
    Disk::Aim aim;
    const auto target = aim_of(step);
    if (target) {
        aim = [&party, target](DiskAction action, const std::string& path) {
            return party.stage(action, path) == *target;
        };
    }
    const std::uint64_t delay = delay_of(step.seed) / (target ? 4 : 1);
    party.disk.arm(disk_fault(step.fault), delay, step.seed, std::move(aim));
}

void World::Run::after_round(Party& party) {
    if (party.disk.dead()) return;
    const bool ails = struck_ || party.disk.ails() != DiskFault::none;
    if (party.complains() && !ails) {
        throw Violation("no fault without a cause", party.name() + ": " + party.trouble());
    }
    if (party.disk.ails() == DiskFault::none) oracles_.after_round(party);
}

void World::Run::step(const Step& step) {
    Party& party = showroom_.party(step.party);
    say(std::string(word_of(step.action)) + " " + party.name() + " " +
        std::string(word_of(step.fault)));
    struck_ = false;
    const DiskFault fault = disk_fault(step.fault);
    if (fault != DiskFault::none && party.disk.ails() == DiskFault::none) arm(party, step);
    if (step.action == Action::repair) party.disk.heal();
    if (step.action == Action::restart) party.stop();
    if (step.action == Action::restart && fault != DiskFault::none) {
        party.disk.restart();
        arm(party, step);
    }
    if (!party.running()) power_on(party);
    people_->act(party, step);
    const std::int64_t seen = oracles_.seen(party);
    bool done = false;
    if (party.running()) {
        // A fault may strike after the new key is signed: it is in use all the same.
        if (step.action == Action::rotate) oracles_.rotated();
        try {
            done = simulation::act(step, showroom_, carrier_);
            people_->note(step);
            if (step.action == Action::round) after_round(party);
        } catch (const Violation&) {
            throw;
        } catch (const std::exception& error) {
            say("  refused: " + without_root(error.what()));
            const bool ails = struck_ || party.disk.ails() != DiskFault::none;
            if (!ails) throw Violation("no fault without a cause", error.what());
        }
    }
    party.busy_with(Stage::rest);
    for (const std::string& note : carrier_.take_notes())
        say("  " + note);
    // What was to strike and did not is forgotten: a step's fault is the step's own.
    if (fault != DiskFault::none && party.disk.ails() == DiskFault::none) party.disk.heal();
    for (int life = 0; party.disk.dead() && life < lives_of_a_cat; ++life) {
        party.stop();
        power_on(party);
    }
    if (party.running() && party.disk.ails() == DiskFault::none) {
        const bool records = step.action == Action::register_visit ||
                             step.action == Action::refer || step.action == Action::future_event;
        if (records && done && !Oracles::has_news(party, seen)) {
            throw Violation("what is confirmed is kept", party.name());
        }
        oracles_.after_step(party, done);
    }
    oracles_.set_ailing(party, party.disk.ails() != DiskFault::none);
    showroom_.wait(one_second);
}

bool World::Run::exchange() {
    const std::string before = shape();
    for (int number = 1; number <= kiosk_count; ++number) {
        perform(showroom_.party(number), Stage::look, [](Party& party) { party.round(); });
        after_round(showroom_.party(number));
        people_->tend(showroom_.kiosk(number));
        carrier_.carry_up(showroom_.party(number), showroom_.centre(), Fault::none, 0);
    }
    perform(showroom_.centre(), Stage::look, [](Party& party) { party.round(); });
    after_round(showroom_.centre());
    for (int number = 1; number <= kiosk_count; ++number)
        carrier_.carry_down(showroom_.centre(), showroom_.party(number), Fault::none, 0);
    for (Party* party : showroom_.parties())
        oracles_.after_step(*party, true);
    // Long enough for whoever asks again after a while to ask again.
    showroom_.wait(one_hour);
    return shape() == before;
}

std::string World::Run::without_root(std::string text) const {
    const std::string root = folder_of(showroom_.centre().root());
    for (std::size_t at; (at = text.find(root)) != std::string::npos;)
        text.erase(at, root.size());
    return text;
}

/// Which files lie where and how many events there are: at rest it does not change.
std::string World::Run::shape() {
    std::string text;
    for (Party* party : showroom_.parties()) {
        text += party->name() + " " + std::to_string(party->journal().store().event_count()) + "\n";
        for (const char* below :
             {"/up/kiosk-1", "/up/kiosk-1/blobs", "/up/kiosk-2", "/up/kiosk-2/blobs",
              "/down/kiosk-1", "/down/kiosk-2", "/all", "/blobs", ""}) {
            for (const std::string& name : party->disk.files_in(party->sync_folder() + below))
                text += name + "\n";
        }
    }
    return text;
}

/// What each party says of itself, for whoever reads the trace.
std::string World::Run::standing() {
    std::string text;
    for (int number = 1; number <= kiosk_count; ++number) {
        const Kiosk& kiosk = showroom_.kiosk(number);
        const sync::SyncState& state = kiosk.state();
        text += kiosk.name() + (state.needs_enrolment ? " needs enrolment: " : ": ") +
                std::to_string(state.not_written) + " unwritten, " +
                std::to_string(state.written_waiting) + " unanswered " + state.detail + "\n";
        for (const sync::SyncProblem& problem : state.problems)
            text += "  " + problem.file + " " + problem.reason + "\n";
    }
    const sync::RunReport& report = showroom_.centre().report();
    text += "hq: epoch " + std::to_string(showroom_.centre().hq().epoch()) + "\n";
    for (const sync::SyncProblem& problem : report.problems)
        text += "  " + problem.file + " " + problem.reason + "\n";
    return text;
}

void World::Run::finish(const Schedule& schedule) {
    struck_ = false;
    for (Party* party : showroom_.parties()) {
        party->disk.heal();
        if (!party->running()) power_on(*party);
        if (!party->running()) throw Violation("a store opens after every crash", party->trouble());
        oracles_.after_recovery(*party);
        oracles_.after_step(*party, false);
    }
    people_->settle(schedule.seed);
    int rounds = 0, waits = 0;
    for (int silent = 0; silent < silent_rounds; ++rounds) {
        silent = exchange() ? silent + 1 : 0;
        // Who asked in vain asks again now and then, for ever: that is no unrest.
        if (silent == 1 && ++waits <= most_waits) showroom_.wait(long_enough_to_ask_again);
        if (rounds == rounds_to_rest)
            throw Violation("the exchange comes to rest", shape() + standing());
    }
    say("at rest after " + std::to_string(rounds) + " rounds, " +
        std::to_string(oracles_.events()) + " events");
    std::vector<Party*> kiosks, outcasts;
    for (int number = 1; number <= kiosk_count; ++number) {
        Kiosk& kiosk = showroom_.kiosk(number);
        (people_->is_outcast(kiosk) ? outcasts : kiosks).push_back(&kiosk);
    }
    say(shape());
    say(standing());
    oracles_.at_rest(showroom_.centre(), kiosks, outcasts, schedule.seed % rebuild_one_in == 0);
}

Outcome World::run(const Schedule& schedule, bool with_trace) {
    Outcome failed;
    std::unique_ptr<Run> run;
    try {
        run = std::make_unique<Run>(*this, schedule, with_trace);
        for (const Step& step : schedule.steps)
            run->step(step);
        run->finish(schedule);
    } catch (const Violation& violation) {
        failed.promise = violation.promise;
        failed.violation = violation.what();
    }
    for (Party* party : showroom_.parties()) {
        party->disk.on_action = nullptr;
        party->disk.on_fault = nullptr;
        party->stop();
    }
    if (!run) return failed;
    Outcome outcome = std::move(run->outcome_);
    outcome.promise = failed.promise;
    outcome.violation = failed.violation;
    return outcome;
}

}  // namespace foyer::simulation
