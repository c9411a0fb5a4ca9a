#include "tests/simulation/coverage.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <set>
#include <sstream>
#include <vector>

namespace foyer::simulation {
namespace {

constexpr std::array<std::string_view, 14> stage_words = {
    "rest",   "open",    "capture",    "decide", "enrol", "look", "take-in",
    "freeze", "publish", "checkpoint", "mark",   "prune", "pack", "photo"};
constexpr std::array<std::string_view, 24> fault_words = {
    "none",          "crash",        "error-once", "error-forever", "disk-full", "lose",
    "delay",         "duplicate",    "tear",       "flip",          "replay",    "rename",
    "conflict-copy", "forge",        "clock-back", "clock-ahead",   "clone",     "restore-kiosk",
    "restore-hq",    "restore-both", "rotate",     "revoke",        "upgrade",   "downgrade"};

/// A row of the table of what can happen, with the faults that can.
struct Possible {
    std::string_view where;
    std::vector<std::string_view> faults;
};

const std::vector<std::string_view> reading = {"crash", "error-once", "error-forever", "clock-back",
                                               "clock-ahead"};
const std::vector<std::string_view> writing = {"crash",     "error-once", "error-forever",
                                               "disk-full", "clock-back", "clock-ahead"};
const std::vector<std::string_view> carrying = {"lose",   "delay",  "duplicate",     "tear", "flip",
                                                "replay", "rename", "conflict-copy", "forge"};

const std::vector<std::string_view> of_root = {"lose", "tear", "flip", "forge"};

const std::vector<std::string_view> of_people = {"clone",        "restore-kiosk", "restore-hq",
                                                 "restore-both", "rotate",        "revoke",
                                                 "upgrade",      "downgrade"};

const std::vector<Possible>& possible() {
    // Opening a store that is there writes nothing that could fill a disk; reading, removing and
    // reading an enrolment do not either. The carrier knows nothing of a whole root.json but
    // whether it came and whether it is the right one.
    static const std::vector<Possible> rows = {{"kiosk open", reading},
                                               {"kiosk capture", writing},
                                               {"kiosk enrol", reading},
                                               {"kiosk look", reading},
                                               {"kiosk take-in", writing},
                                               {"kiosk freeze", writing},
                                               {"kiosk publish", writing},
                                               {"kiosk mark", writing},
                                               {"kiosk prune", reading},
                                               {"kiosk pack", writing},
                                               {"kiosk photo", writing},
                                               {"kiosk checkpoint", writing},
                                               {"hq photo", writing},
                                               {"hq checkpoint", writing},
                                               {"hq open", reading},
                                               {"hq decide", writing},
                                               {"hq look", reading},
                                               {"hq take-in", writing},
                                               {"hq freeze", writing},
                                               {"hq publish", writing},
                                               {"hq mark", writing},
                                               {"hq prune", reading},
                                               {"hq pack", writing},
                                               {"hello on its way", carrying},
                                               {"events on its way", carrying},
                                               {"answer on its way", carrying},
                                               {"pack on its way", carrying},
                                               {"picture on its way", carrying},
                                               {"snapshot on its way", carrying},
                                               {"part on its way", carrying},
                                               {"photo on its way", carrying},
                                               {"root on its way", of_root},
                                               {"records unwritten", of_people},
                                               {"files unanswered", of_people},
                                               {"all answered", of_people}};
    return rows;
}

}  // namespace

std::string_view word_of(Stage stage) {
    return stage_words[std::size_t(stage)];
}

std::string_view word_of(Fault fault) {
    return fault_words[std::size_t(fault)];
}

Fault fault_of_word(std::string_view word) {
    const auto found = std::find(fault_words.begin(), fault_words.end(), word);
    return found == fault_words.end() ? Fault::none : Fault(found - fault_words.begin());
}

void Coverage::add(const Coverage& other) {
    for (const auto& [pair, count] : other.hits_)
        hits_[pair] += count;
}

std::int64_t Coverage::total() const {
    std::int64_t sum = 0;
    for (const auto& [pair, count] : hits_)
        if (!pair.first.starts_with("clock")) sum += count;
    return sum;
}

int Coverage::below(std::int64_t least) const {
    int pairs = 0;
    for (const Possible& row : possible()) {
        for (const std::string_view fault : row.faults) {
            const auto found = hits_.find({std::string(fault), std::string(row.where)});
            pairs += found == hits_.end() || found->second < least;
        }
    }
    return pairs;
}

std::string Coverage::section(const std::vector<std::string_view>& faults,
                              const std::function<bool(const std::string&)>& belongs) const {
    std::set<std::string> places;
    for (const Possible& row : possible())
        places.emplace(row.where);
    for (const auto& [pair, count] : hits_)
        places.insert(pair.second);
    std::ostringstream text;
    text << '\n' << std::left << std::setw(20) << "" << std::right;
    for (const std::string_view fault : faults)
        text << std::setw(14) << fault;
    text << '\n';
    for (const std::string& place : places) {
        if (!belongs(place)) continue;
        text << std::left << std::setw(20) << place << std::right;
        for (const std::string_view fault : faults) {
            const auto found = hits_.find({std::string(fault), place});
            text << std::setw(14) << (found == hits_.end() ? 0 : found->second);
        }
        text << '\n';
    }
    return text.str();
}

std::string Coverage::table() const {
    const auto at_a_party = [](const std::string& place) {
        return place.starts_with("kiosk ") || place.starts_with("hq ");
    };
    const auto on_its_way = [](const std::string& place) { return place.ends_with("on its way"); };
    const auto at_large = [&](const std::string& place) {
        return !at_a_party(place) && !on_its_way(place);
    };
    return section(writing, at_a_party) + section(carrying, on_its_way) +
           section(of_people, at_large);
}

std::string Coverage::lines() const {
    std::ostringstream text;
    for (const auto& [pair, count] : hits_)
        text << "hit " << pair.first << ' ' << count << ' ' << pair.second << '\n';
    return text.str();
}

void Coverage::add_line(const std::string& line) {
    std::istringstream words(line);
    std::string hit, fault, place;
    std::int64_t count = 0;
    words >> hit >> fault >> count;
    std::getline(words >> std::ws, place);
    hits_[{fault, place}] += count;
}

}  // namespace foyer::simulation
