#include "tests/simulation/schedule.h"

#include <array>
#include <sstream>

#include "shared/world/random.h"

namespace foyer::simulation {
namespace {

constexpr std::array<std::string_view, 21> action_words = {
    "register", "refer",   "complete",   "assign", "receive",  "depart",     "claim",
    "future",   "approve", "publish",    "round",  "carry-up", "carry-down", "wait",
    "clock",    "save",    "bring-back", "clone",  "enrol",    "repair",     "restart"};
constexpr std::array<std::string_view, 3> beginning_words = {"unpacked", "met", "busy"};

/// What a schedule is about: a world in which everything fails at once finds less.
enum class Theme { calm, carrier, disk, clock, all_faults, copies, everything };

/// How often an action is drawn, of the sum of all.
struct Weight {
    Action action;
    unsigned weight;
};
constexpr Weight weights[] = {
    {Action::register_visit, 9}, {Action::refer, 2},        {Action::complete, 2},
    {Action::assign, 1},         {Action::receive, 1},      {Action::depart, 4},
    {Action::claim, 2},          {Action::future_event, 1}, {Action::approve, 3},
    {Action::publish_pack, 1},   {Action::round, 22},       {Action::carry_up, 11},
    {Action::carry_down, 11},    {Action::wait, 3},         {Action::restart, 2},
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
    const bool carrier = theme == Theme::carrier || everything_fails(theme);
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
    constexpr std::array themes = {Theme::calm,       Theme::carrier,    Theme::carrier,
                                   Theme::disk,       Theme::disk,       Theme::disk,
                                   Theme::clock,      Theme::all_faults, Theme::all_faults,
                                   Theme::everything, Theme::copies,     Theme::copies};
    constexpr std::size_t with_copies = 3;
    return themes[random.next() % (themes.size() - (copies ? 0 : with_copies))];
}

bool headquarters_does(Action action) {
    return action == Action::approve || action == Action::publish_pack;
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

}  // namespace

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
