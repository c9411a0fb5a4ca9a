// Typing names by Pinyin: how many keys and taps a name costs in a name field against librime's own
// order in the same run, where surnames stand, and how long an answer takes.
//
// What is shared with the lists that rank candidates: how common surnames are. Given names are not:
// they come from whole names written down apart (typing_names.h), and readings from ICU.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "kiosk/input/character_tables.h"
#include "kiosk/input/rime_composer.h"
#include "shared/people/names.h"
#include "shared/text/characters.h"
#include "tests/bench/benches.h"
#include "tests/bench/typing_names.h"

namespace foyer::bench {
namespace {

using namespace kiosk;
using Steady = std::chrono::steady_clock;

constexpr std::size_t page = 8;
/// Nobody swipes through more; what is not among them counts as this many taps.
constexpr std::size_t patience = 15 * page;
constexpr int gave_up = 30;

struct Target {
    std::u32string text;
    std::vector<std::string> syllables;  ///< one a character

    /// From the character at `begin` on; ' before a syllable that begins with a vowel, as Pinyin is
    /// written.
    std::string keys(std::size_t begin) const {
        std::string typed;
        for (std::size_t i = begin; i < syllables.size(); ++i) {
            const bool vowel = std::string_view("aeo").find(syllables[i][0]) != std::string::npos;
            if (i > begin && vowel) typed += '\'';
            typed += syllables[i];
        }
        return typed;
    }
    std::string initials() const {
        std::string typed;
        for (const std::string& syllable : syllables)
            typed += syllable[0];
        return typed;
    }
};

/// Reads the name as its bearer would type it; no syllables if ICU has no reading for all.
Target target_of(const std::u32string& text) {
    Target target{text, {}};
    std::istringstream words(sort_key(utf8_of(text)));
    for (std::string word; words >> word;) {
        // ICU writes ü as passports do; keyboards have v.
        if (const std::size_t at = word.find("yu"); at == 1) word.replace(1, 2, "v");
        target.syllables.push_back(word);
    }
    if (target.syllables.size() != text.size()) target.syllables.clear();
    return target;
}

/// Types names with a composer, as a name field or as librime orders words.
class Typist {
  public:
    Typist(Composer& composer, bool name) : composer_(composer), name_(name) {}

    std::vector<Candidate> candidates(const std::string& before, const std::string& keys) {
        ComposeQuery query;
        query.name = name_;
        query.before = before;
        query.keys = keys;
        query.limit = patience;
        return composer_.compose(query).candidates;
    }

    /// The fewest swipes and taps on candidates for what is missing from `begin` on.
    int taps(const Target& target, std::size_t begin) {
        if (begin == target.text.size()) return 0;
        const std::string keys = target.keys(begin);
        const auto offered = candidates(utf8_of(target.text.substr(0, begin)), keys);
        int fewest = gave_up;
        for (std::size_t end = begin + 1; end <= target.text.size(); ++end) {
            const std::string part = utf8_of(target.text.substr(begin, end - begin));
            const std::size_t used = keys.size() - rest_of(target, keys, end).size();
            const auto at = std::find_if(offered.begin(), offered.end(), [&](const Candidate& one) {
                return one.text == part && one.keys == used;
            });
            if (at == offered.end()) continue;
            const int swipes = int(std::size_t(at - offered.begin()) / page);
            if (swipes + 1 >= fewest) continue;
            fewest = std::min(fewest, swipes + 1 + taps(target, end));
        }
        return fewest;
    }

  private:
    static std::string rest_of(const Target& target, const std::string& keys, std::size_t end) {
        const std::string rest = target.keys(end);
        return keys.substr(keys.size() - rest.size());
    }

    Composer& composer_;
    const bool name_;
};

std::vector<std::u32string> words_of(std::string_view text) {
    std::vector<std::u32string> words;
    std::istringstream stream{std::string(text)};
    for (std::string word; stream >> word;)
        words.push_back(characters_of(word));
    return words;
}

/// The same for every run and standard library.
class Names {
  public:
    Names() {
        for (const std::string_view generation : given_names)
            generations_.push_back(words_of(generation));
        for (const Surname& surname : surnames(Script::simplified)) {
            if (surname.misread) continue;
            surnames_.emplace_back(surname.text);
            shares_.push_back(surname.weight + (shares_.empty() ? 0 : shares_.back()));
        }
    }

    std::vector<Target> draw(std::size_t count) {
        std::vector<Target> targets;
        while (targets.size() < count) {
            Target target = target_of(surname() + given());
            if (!target.syllables.empty()) targets.push_back(std::move(target));
        }
        return targets;
    }

  private:
    double chance() { return double(random_()) / 4294967296.0; }

    const std::u32string& surname() {
        const auto at = std::lower_bound(shares_.begin(), shares_.end(), chance() * shares_.back());
        return surnames_[std::size_t(at - shares_.begin())];
    }

    /// One in five has one character.
    const std::u32string& given() {
        if (chance() < 0.2) return common_first(single_);
        return common_first(generations_[std::size_t(chance() * double(generations_.size()))]);
    }

    /// The earlier in the list, the likelier.
    const std::u32string& common_first(const std::vector<std::u32string>& list) {
        const double place = chance() * chance();
        return list[std::size_t(place * double(list.size()))];
    }

    std::mt19937 random_{20260613};
    std::vector<std::vector<std::u32string>> generations_;
    std::vector<std::u32string> single_ = words_of(single_given_names);
    std::vector<std::u32string> surnames_;
    std::vector<double> shares_;
};

struct Places {
    double first = 0, top_five = 0;  ///< per cent
};

/// Where surnames of one character, or of more, stand when they are typed in full.
Places surname_places(Typist& typist, bool compound, std::size_t most) {
    std::size_t asked = 0, first = 0, top_five = 0;
    for (const Surname& surname : surnames(Script::simplified)) {
        if (surname.misread || (surname.text.size() > 1) != compound || asked == most) continue;
        ++asked;
        Target target{std::u32string(surname.text), {}};
        for (std::size_t i = 0; i < surname.text.size(); ++i)
            target.syllables.emplace_back(pinyin_syllables()[surname.syllables[i]]);
        const auto offered = typist.candidates("", target.keys(0));
        const auto at = std::find_if(offered.begin(), offered.end(), [&](const Candidate& one) {
            return one.text == utf8_of(surname.text);
        });
        first += at == offered.begin() && at != offered.end();
        top_five += at - offered.begin() < 5 && at != offered.end();
    }
    return {100.0 * double(first) / double(asked), 100.0 * double(top_five) / double(asked)};
}

void add_surnames(Typist& ours, Typist& plain, std::vector<Row>& rows) {
    const auto add = [&](const std::string& which, bool compound, std::size_t most) {
        const Places here = surname_places(ours, compound, most);
        const Places there = surname_places(plain, compound, most);
        rows.push_back({which + ", first", here.first, "%", "librime's order",
                        here.first / there.first, ">=1"});
        rows.push_back({which + ", in the top five", here.top_five, "%", "", {}, ">=95"});
    };
    add("400 commonest surnames", false, 400);
    add("all compound surnames", true, 1000);
}

struct Effort {
    double keys = 0, taps = 0, at_once = 0;  ///< per name; share done with one tap, per cent
};

Effort effort(Typist& typist, const std::vector<Target>& targets) {
    Effort sum;
    for (const Target& target : targets) {
        const int taps = typist.taps(target, 0);
        sum.keys += double(target.keys(0).size());
        sum.taps += taps;
        sum.at_once += taps == 1;
    }
    const double count = double(targets.size());
    return {sum.keys / count, sum.taps / count, 100 * sum.at_once / count};
}

void add_names(Typist& ours, Typist& plain, const std::vector<Target>& targets,
               std::vector<Row>& rows) {
    const Effort here = effort(ours, targets), there = effort(plain, targets);
    rows.push_back({"keys and taps a name, 5,000 names", here.keys + here.taps, "",
                    "librime's order", (here.keys + here.taps) / (there.keys + there.taps),
                    "<=0.9"});
    rows.push_back({"of these, taps on candidates and swipes", here.taps, "", "librime's order",
                    here.taps / there.taps, "<=0.5"});
    rows.push_back({"names done with one tap on the first page", here.at_once, "%",
                    "librime's order", here.at_once / there.at_once, ">=1"});
}

/// How many names are on the first two pages when their first letters are typed.
void add_initials(Typist& ours, Typist& plain, const std::vector<Target>& targets,
                  std::vector<Row>& rows) {
    const auto share = [&](Typist& typist) {
        std::size_t found = 0;
        for (const Target& target : targets) {
            const auto offered = typist.candidates("", target.initials());
            const auto end = offered.begin() + std::ptrdiff_t(std::min(2 * page, offered.size()));
            found += std::any_of(offered.begin(), end, [&](const Candidate& one) {
                return one.text == utf8_of(target.text);
            });
        }
        return 100 * double(found) / double(targets.size());
    };
    const double here = share(ours), there = share(plain);
    rows.push_back({"names on the first two pages by first letters alone", here, "%",
                    "librime's order", here / std::max(there, 0.02), ""});
}

/// Microseconds from a key to its answer, for every key of a name: the best of three, since whoever
/// else uses the machine would be measured, too.
std::vector<double> key_times(Composer& composer, bool name, const std::vector<Target>& targets) {
    std::vector<double> times;
    ComposeQuery query;
    query.name = name;
    for (const Target& target : targets) {
        const std::string keys = target.keys(0);
        for (std::size_t typed = 1; typed <= keys.size(); ++typed) {
            query.keys = keys.substr(0, typed);
            double best = 1e9;
            for (int round = 0; round < 3; ++round) {
                const auto start = Steady::now();
                composer.compose(query);
                const std::chrono::duration<double, std::micro> took = Steady::now() - start;
                best = std::min(best, took.count());
            }
            times.push_back(best);
        }
    }
    std::sort(times.begin(), times.end());
    return times;
}

void add_latency(Composer& composer, const std::vector<Target>& all, std::vector<Row>& rows) {
    const std::vector<Target> some(all.begin(), all.begin() + 500);
    const auto here = key_times(composer, true, some), there = key_times(composer, false, some);
    const auto row = [&](const std::string& name, std::size_t percent, const std::string& goal) {
        const double value = here[here.size() * percent / 100];
        rows.push_back({name, value, "us", "librime's order",
                        value / there[there.size() * percent / 100], goal});
    };
    row("from a key to its candidates, median", 50, "");
    row("from a key to its candidates, p99", 99, "");
}

double resident_mebibytes() {
    std::ifstream file("/proc/self/statm");
    std::size_t all = 0, resident = 0;
    file >> all >> resident;
    return double(resident) * 4096 / (1 << 20);
}

RimeFolders rime_folders() {
    return {.schemas = std::string(FOYER_ASSETS) + "/rime"};
}

/// From nothing to the first answer, the best of five; the tables are in the system's memory.
double milliseconds_to_start() {
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const auto start = Steady::now();
        RimeComposer composer(rime_folders());
        Typist(composer, true).candidates("", "z");
        const std::chrono::duration<double, std::milli> took = Steady::now() - start;
        best = std::min(best, took.count());
    }
    return best;
}

}  // namespace

std::vector<Row> typing() {
    warm_up_names();
    const std::vector<Target> targets = Names().draw(5000);
    std::vector<Row> rows;
    const double before = resident_mebibytes(), started = milliseconds_to_start();
    RimeComposer composer(rime_folders());
    Typist ours(composer, true), plain(composer, false);
    add_surnames(ours, plain, rows);
    add_names(ours, plain, targets, rows);
    add_initials(ours, plain, targets, rows);
    add_latency(composer, targets, rows);
    rows.push_back({"start of Chinese input, first answer", started, "ms", "", {}, "<=50"});
    rows.push_back({"memory of Chinese input after 5,000 names",
                    resident_mebibytes() - before,
                    "MiB",
                    "",
                    {},
                    "<=30"});
    return rows;
}

}  // namespace foyer::bench
