#include "tests/simulation/schedule.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "shared/world/random.h"

namespace foyer::simulation {
namespace {

constexpr std::array<std::string_view, 26> action_words = {
    "register", "refer",      "complete",  "assign",  "receive", "depart",     "claim",
    "future",   "photo",      "approve",   "publish", "rotate",  "revoke",     "round",
    "carry-up", "carry-down", "wait",      "clock",   "save",    "bring-back", "clone",
    "enrol",    "upgrade",    "downgrade", "repair",  "restart"};
constexpr std::array<std::string_view, 3> beginning_words = {"unpacked", "met", "busy"};

/// What a schedule is about: a world in which everything fails at once finds less.
enum class Theme { calm, carrier, disk, clock, trust, all_faults, copies, everything };

// Where the faults of rounds are aimed.
constexpr Stage targets[] = {Stage::take_in, Stage::freeze,     Stage::publish,
                             Stage::mark,    Stage::prune,      Stage::pack,
                             Stage::enrol,   Stage::checkpoint, Stage::photo};
constexpr int aim_shift = 40;

/// How often an action is drawn, of the sum of all.
struct Weight {
    Action action;
    unsigned weight;
};
constexpr Weight weights[] = {
    {Action::register_visit, 9}, {Action::refer, 2},        {Action::complete, 2},
    {Action::assign, 1},         {Action::receive, 1},      {Action::depart, 4},
    {Action::claim, 2},          {Action::future_event, 1}, {Action::photograph, 3},
    {Action::approve, 3},        {Action::publish_pack, 1}, {Action::round, 22},
    {Action::carry_up, 11},      {Action::carry_down, 11},  {Action::wait, 3},
    {Action::restart, 2},
};

constexpr std::array carrier_faults = {Fault::lose,   Fault::delay,         Fault::duplicate,
                                       Fault::tear,   Fault::flip,          Fault::replay,
                                       Fault::rename, Fault::conflict_copy, Fault::forge};
constexpr std::array disk_faults = {Fault::crash,      Fault::crash,      Fault::crash,
                                    Fault::error_once, Fault::error_once, Fault::error_forever,
                                    Fault::disk_full};

bool everything_fails(Theme theme) {
    return theme == Theme::all_faults || theme == Theme::everything;
}

Action draw_action(Random& random) {
    unsigned sum = 0;
    for (const Weight& item : weights)
        sum += item.weight;
    unsigned drawn = unsigned(random.next() % sum);
    for (const Weight& item : weights) {
        if (drawn < item.weight) return item.action;
        drawn -= item.weight;
    }
    return Action::wait;
}

bool carries(Action action) {
    return action == Action::carry_up || action == Action::carry_down;
}

bool touches_disk(Action action) {
    return !carries(action) && action != Action::wait;
}

Fault draw_fault(Theme theme, Action action, Random& random) {
    const bool often = random.next() % 4 == 0;
    const bool carrier =
        theme == Theme::carrier || theme == Theme::trust || everything_fails(theme);
    if (carries(action) && carrier && (often || random.next() % 3 == 0)) {
        return carrier_faults[random.next() % carrier_faults.size()];
    }
    const bool disk = theme == Theme::disk || everything_fails(theme);
    if (touches_disk(action) && disk && often) {
        return disk_faults[random.next() % disk_faults.size()];
    }
    return Fault::none;
}

Theme draw_theme(Random& random, bool copies) {
    // Those that copy stores come last.
    constexpr std::array themes = {
        Theme::calm,       Theme::carrier, Theme::carrier, Theme::disk,       Theme::disk,
        Theme::disk,       Theme::clock,   Theme::trust,   Theme::all_faults, Theme::all_faults,
        Theme::everything, Theme::copies,  Theme::copies};
    constexpr std::size_t with_copies = 3;
    return themes[random.next() % (themes.size() - (copies ? 0 : with_copies))];
}

bool headquarters_does(Action action) {
    return action == Action::approve || action == Action::publish_pack ||
           action == Action::rotate || action == Action::revoke;
}

bool either_does(Action action) {
    return action == Action::round || action == Action::restart;
}

/// Copying, bringing back and cloning stores.
Step draw_copy(Step step, Random& random) {
    step.party = int(random.next() % (kiosk_count + 1));
    const std::uint64_t drawn = random.next() % 10;
    if (drawn < 4) {
        step.action = Action::save;
    } else if (drawn < 8) {
        step.action = Action::bring_back;
        const bool both = step.party != 0 && random.next() % 4 == 0;
        step.fault = both              ? Fault::restore_both
                     : step.party == 0 ? Fault::restore_hq
                                       : Fault::restore_kiosk;
    } else {
        step.action = drawn == 8 ? Action::clone : Action::enrol;
        if (drawn == 8) step.fault = Fault::clone;
        step.party = 1 + int(random.next() % kiosk_count);
    }
    return step;
}

/// Keys, stolen kiosks and releases.
Step draw_trust(Step step, Theme theme, Random& random) {
    const std::uint64_t drawn = random.next() % 10;
    if (drawn < 4) {
        const bool newer = drawn < 2;
        step.action = newer ? Action::upgrade : Action::downgrade;
        step.fault = newer ? Fault::upgrade : Fault::downgrade;
        step.party = int(random.next() % (kiosk_count + 1));
        return step;
    }
    step.action = drawn < 7 ? Action::rotate : drawn < 9 ? Action::revoke : Action::enrol;
    step.party = drawn < 9 ? 0 : 1 + int(random.next() % kiosk_count);
    if (drawn < 9) step.fault = draw_fault(theme, step.action, random);
    return step;
}

Step draw_step(Theme theme, Random& random) {
    Step step;
    step.action = draw_action(random);
    step.seed = random.next();
    step.party = 1 + int(random.next() % kiosk_count);
    if (headquarters_does(step.action)) step.party = 0;
    if (either_does(step.action)) step.party = int(random.next() % (kiosk_count + 1));
    const bool clocks = theme == Theme::clock || everything_fails(theme);
    if (clocks && random.next() % 8 == 0) {
        step.action = Action::set_clock;
        step.fault = random.next() % 2 == 0 ? Fault::clock_back : Fault::clock_ahead;
        step.party = int(random.next() % (kiosk_count + 1));
        return step;
    }
    const bool trusts = theme == Theme::trust || theme == Theme::everything;
    if (trusts && random.next() % (theme == Theme::trust ? 5 : 12) == 0) {
        return draw_trust(std::move(step), theme, random);
    }
    const bool copies = theme == Theme::copies || theme == Theme::everything;
    if (copies && random.next() % 6 == 0) return draw_copy(std::move(step), random);
    step.fault = draw_fault(theme, step.action, random);
    return step;
}

template <class Words>
int index_of(const Words& words, std::string_view word) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == word) return int(i);
    return -1;
}

/// Nothing else goes wrong until the very step at which something is to: what random steps hardly
/// ever meet is met, too.
void drill(Schedule& schedule, Random& random, bool copies) {
    const auto add = [&](Action action, int party, Fault fault = Fault::none) {
        schedule.steps.push_back({action, party, fault, random.next()});
    };
    const auto strike = [&](int party, std::optional<Stage> at = {}) {
        // A round, and so early that it is not over before.
        Step step{Action::round, party, disk_faults[random.next() % disk_faults.size()], 0};
        std::uint64_t target = random.next() % std::size(targets);
        if (at) target = std::uint64_t(std::find(targets, std::end(targets), *at) - targets);
        step.seed = (random.next() & 0xFFFFFFF8) | random.next() % 4 | target << aim_shift;
        schedule.steps.push_back(step);
        if (step.fault == Fault::error_forever || step.fault == Fault::disk_full) {
            add(Action::repair, party);
        }
    };
    const int one = 1 + int(random.next() % kiosk_count), other = 3 - one;
    const auto exchange = [&](int kiosk) {
        add(Action::register_visit, kiosk);
        add(Action::round, kiosk);
        add(Action::carry_up, kiosk);
        add(Action::round, 0);
        add(Action::carry_down, kiosk);
    };
    const auto spoil = [&] { return carrier_faults[random.next() % carrier_faults.size()]; };
    switch (random.next() % (copies ? 6 : 5)) {
        case 0:  // Others' events, acknowledgements and a pack have come.
            add(Action::publish_pack, 0);
            exchange(one);
            exchange(other);
            return strike(other);
        case 1:  // A kiosk's events and acknowledgements have come.
            exchange(one);
            add(Action::register_visit, one);
            add(Action::round, one);
            add(Action::carry_up, one);
            if (random.next() % 2 == 0) add(Action::publish_pack, 0);
            return strike(0);
        case 2:  // Much has been written since the log was last moved.
            exchange(one);
            for (int i = 0; i < 3; ++i)
                add(Action::register_visit, one);
            return strike(one);
        case 3:  // A photo is on its way.
            exchange(one);
            add(Action::photograph, one);
            if (random.next() % 4 == 0) return strike(one, Stage::photo);
            exchange(one);
            if (random.next() % 2 == 0) return add(Action::carry_up, one, spoil());
            add(Action::carry_up, one);
            return strike(random.next() % 2 == 0 ? 0 : one);
        case 4:  // A replay of what is done with.
            exchange(one);
            exchange(one);
            return add(Action::carry_down, one, Fault::replay);
        default:  // Snapshots are on their way.
            exchange(one);
            add(Action::round, one);
            add(Action::carry_up, one);
            add(Action::bring_back, 0, Fault::restore_hq);
            add(Action::round, 0);
            add(Action::carry_down, one);
            add(Action::round, one);
            if (random.next() % 2 == 0) return add(Action::carry_up, one, spoil());
            add(Action::carry_up, one);
            add(Action::round, 0);
            return add(Action::carry_up, one, Fault::replay);
    }
}

}  // namespace

int kiosk_revoked_by(const Step& step) {
    return 1 + int((step.seed >> 16) % kiosk_count);
}

std::optional<Stage> aim_of(const Step& step) {
    const std::uint64_t drawn = (step.seed >> aim_shift) % (2 * std::size(targets));
    if (step.action != Action::round || drawn >= std::size(targets)) return std::nullopt;
    return targets[drawn];
}

std::string_view word_of(Action action) {
    return action_words[std::size_t(action)];
}

Schedule make_schedule(std::uint64_t seed, bool copies) {
    SeededRandom random(seed);
    Schedule schedule;
    schedule.seed = seed;
    constexpr std::array beginnings = {Beginning::unpacked, Beginning::met, Beginning::met,
                                       Beginning::busy, Beginning::busy};
    schedule.beginning = beginnings[random.next() % beginnings.size()];
    const Theme theme = draw_theme(random, copies);
    const std::size_t length = 16 + random.next() % 25;
    if (random.next() % 5 == 0) drill(schedule, random, copies);
    while (schedule.steps.size() < length) {
        schedule.steps.push_back(draw_step(theme, random));
        const Step step = schedule.steps.back();
        const bool lasts = step.fault == Fault::error_forever || step.fault == Fault::disk_full;
        if (!lasts) continue;
        // Life goes on beside it for a while.
        for (std::uint64_t i = random.next() % 4; i > 0; --i)
            schedule.steps.push_back(draw_step(Theme::calm, random));
        schedule.steps.push_back({Action::repair, step.party, Fault::none, random.next()});
    }
    return schedule;
}

std::string text_of(const Schedule& schedule) {
    std::ostringstream text;
    text << "begin " << beginning_words[std::size_t(schedule.beginning)] << ' ' << schedule.seed
         << '\n';
    for (const Step& step : schedule.steps) {
        text << word_of(step.action) << ' ' << step.party << ' ' << word_of(step.fault) << ' '
             << step.seed << '\n';
    }
    return text.str();
}

std::optional<Schedule> schedule_in(const std::string& text) {
    std::istringstream lines(text);
    Schedule schedule;
    std::string word, fault;
    if (!(lines >> word >> fault >> schedule.seed) || word != "begin") return std::nullopt;
    const int beginning = index_of(beginning_words, fault);
    if (beginning < 0) return std::nullopt;
    schedule.beginning = Beginning(beginning);
    Step step;
    while (lines >> word >> step.party >> fault >> step.seed) {
        const int action = index_of(action_words, word);
        if (action < 0 || step.party < 0 || step.party > kiosk_count) return std::nullopt;
        step.action = Action(action);
        step.fault = fault_of_word(fault);
        schedule.steps.push_back(step);
    }
    if (!lines.eof()) return std::nullopt;
    return schedule;
}

}  // namespace foyer::simulation
