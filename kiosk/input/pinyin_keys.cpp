#include "kiosk/input/pinyin_keys.h"

#include <algorithm>
#include <limits>
#include <map>

#include "kiosk/input/character_tables.h"

namespace foyer::kiosk {
namespace {

constexpr std::size_t longest_syllable = 6;

bool is_letter(char key) {
    return (key >= 'a' && key <= 'z') || (key >= 'A' && key <= 'Z');
}

/// "lue", "jv" and, as passports write ü, "lyu" for what the tables call lve, ju and lv.
std::string table_spelling(std::string typed) {
    const auto begins = [&](const char* letters) { return typed.find(letters[0]) == 0; };
    if (typed.size() < 2) return typed;
    if (begins("l") || begins("n")) {
        if (typed.substr(1) == "ue") return typed.substr(0, 1) + "ve";
        if (typed.substr(1) == "yu") return typed.substr(0, 1) + "v";
        if (typed.substr(1) == "yue") return typed.substr(0, 1) + "ve";
    }
    const bool palatal = begins("j") || begins("q") || begins("x") || begins("y");
    if (palatal && typed[1] == 'v') typed[1] = 'u';
    return typed;
}

/// The letters by which a syllable may be called when more follows: "z", "zh".
std::size_t initial_length(std::string_view letters) {
    const bool retroflex = letters.size() > 1 && letters[1] == 'h' &&
                           std::string_view("zcs").find(letters[0]) != std::string_view::npos;
    return retroflex ? 2 : 1;
}

void add_beginning_with(std::string_view prefix, std::size_t end, Spelling spelling,
                        std::vector<SpelledSyllable>& found) {
    const auto all = pinyin_syllables();
    for (auto at = std::lower_bound(all.begin(), all.end(), prefix);
         at != all.end() && at->starts_with(prefix); ++at) {
        if (*at != prefix) found.push_back({end, int(at - all.begin()), spelling});
    }
}

/// Replaces the ending `from` by `to` in every spelling that has it.
void also_ending(std::vector<std::string>& spellings, std::string_view from, std::string_view to) {
    for (std::size_t i = 0, count = spellings.size(); i < count; ++i) {
        const std::string& one = spellings[i];
        if (!one.ends_with(from)) continue;
        spellings.push_back(one.substr(0, one.size() - from.size()) + std::string(to));
    }
}

/// Every way in which librime's tables let a syllable be typed, slips of fast fingers included.
std::vector<std::string> spellings_of(std::string_view syllable) {
    std::vector<std::string> all = {std::string(syllable)};
    const char first = syllable.empty() ? ' ' : syllable[0];
    const auto starts = [&](const char* letters) {
        return std::string_view(letters).find(first) != std::string_view::npos;
    };
    if (starts("nl")) {
        also_ending(all, "ue", "ve");
        also_ending(all, "ve", "ue");
    }
    if (starts("jqxy") && syllable.size() > 1 && syllable[1] == 'u') {
        all.push_back(std::string(1, first) + "v" + std::string(syllable.substr(2)));
    }
    constexpr std::pair<const char*, const char*> slips[] = {
        {"un", "uen"},    {"ui", "uei"},  {"iu", "iou"},    {"ang", "agn"},
        {"eng", "egn"},   {"ing", "ign"}, {"ong", "ogn"},   {"ou", "o"},
        {"ong", "o"},     {"ong", "on"},  {"ao", "oa"},     {"iao", "aio"},
        {"iang", "aing"}, {"ian", "ain"}, {"uang", "aung"}, {"uan", "aun"}};
    for (const auto& [from, to] : slips)
        also_ending(all, from, to);
    return all;
}

/// Where `syllable` may end that begins at `begin`.
std::vector<std::size_t> ends_of(const PinyinKeys& keys, std::size_t begin,
                                 std::string_view syllable) {
    std::vector<std::size_t> ends;
    const std::string_view rest = std::string_view(keys.letters).substr(begin);
    const auto take = [&](std::size_t length) {
        if (keys.may_be_one(begin, begin + length)) ends.push_back(begin + length);
    };
    for (const std::string& spelling : spellings_of(syllable)) {
        if (rest.starts_with(spelling)) take(spelling.size());
        if (!rest.empty() && spelling.starts_with(rest)) take(rest.size());
    }
    if (!rest.empty() && !syllable.empty() && rest[0] == syllable[0]) {
        take(1);
        const std::size_t initial = initial_length(rest);
        if (initial == 2 && syllable.starts_with(rest.substr(0, 2))) take(2);
    }
    return ends;
}

std::vector<std::string> words_of(std::string_view reading) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < reading.size();) {
        const std::size_t end = std::min(reading.find(' ', at), reading.size());
        if (end > at) words.emplace_back(reading.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

}  // namespace

std::string PinyinKeys::separated() const {
    std::string keys;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (i > 0 && syllable_starts[i]) keys += '\'';
        keys += letters[i];
    }
    return keys;
}

PinyinKeys PinyinKeys::first(std::size_t count) const {
    PinyinKeys fewer = *this;
    fewer.letters.resize(count);
    fewer.syllable_starts.resize(count);
    fewer.tones.resize(count);
    fewer.bytes.resize(count + 1);
    return fewer;
}

bool PinyinKeys::may_be_one(std::size_t begin, std::size_t end) const {
    if (end <= begin || end > letters.size()) return false;
    if (all_starts_known && end < letters.size() && !syllable_starts[end]) return false;
    return std::none_of(syllable_starts.begin() + std::ptrdiff_t(begin) + 1,
                        syllable_starts.begin() + std::ptrdiff_t(end), [](bool is) { return is; });
}

PinyinKeys read_pinyin(std::string_view keys) {
    PinyinKeys read;
    read.bytes.push_back(0);
    bool parted = false;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == '\'') {
            parted = true;
            read.bytes.back() = i + 1;
            continue;
        }
        if (!is_letter(keys[i]) || read.letters.size() == most_pinyin_letters) break;
        read.letters += char(keys[i] | 0x20);
        read.syllable_starts.push_back(parted);
        read.bytes.push_back(i + 1);
        parted = false;
    }
    read.tones.assign(read.letters.size(), 0);
    return read;
}

std::vector<SpelledSyllable> syllables_at(const PinyinKeys& keys, std::size_t begin) {
    std::vector<SpelledSyllable> found;
    const std::string_view rest = std::string_view(keys.letters).substr(begin);
    for (std::size_t length = std::min(longest_syllable, rest.size()); length > 0; --length) {
        if (!keys.may_be_one(begin, begin + length)) continue;
        const int syllable = syllable_index(table_spelling(std::string(rest.substr(0, length))));
        if (syllable >= 0) found.push_back({begin + length, syllable, Spelling::whole});
    }
    const bool last = keys.may_be_one(begin, keys.letters.size()) && !keys.all_starts_known;
    if (last && rest.size() > initial_length(rest)) {
        add_beginning_with(rest, keys.letters.size(), Spelling::begun, found);
    }
    const std::size_t initial = initial_length(rest);
    if (keys.may_be_one(begin, begin + initial)) {
        add_beginning_with(rest.substr(0, initial), begin + initial, Spelling::initial, found);
    }
    return found;
}

std::vector<std::size_t> syllable_ends(const PinyinKeys& keys, std::string_view reading) {
    // By syllable: each place where it may end, and where it began then.
    std::vector<std::map<std::size_t, std::size_t>> steps;
    std::vector<std::size_t> begins = {0};
    for (const std::string& syllable : words_of(reading)) {
        std::map<std::size_t, std::size_t> ends;
        for (const std::size_t begin : begins) {
            for (const std::size_t end : ends_of(keys, begin, syllable))
                ends.insert_or_assign(end, begin);
        }
        begins.clear();
        for (const auto& [end, begin] : ends)
            begins.push_back(end);
        steps.push_back(std::move(ends));
    }
    if (steps.empty() || begins.empty()) return {};
    std::vector<std::size_t> path(steps.size());
    std::size_t end = begins.back();
    for (std::size_t i = steps.size(); i-- > 0;) {
        path[i] = end;
        end = steps[i].at(end);
    }
    return path;
}

std::vector<std::size_t> likely_ends(const PinyinKeys& keys, std::vector<std::size_t> ends) {
    const std::size_t begin = ends.empty() ? 0 : ends.back();
    const std::size_t count = keys.letters.size();
    constexpr int unreachable = std::numeric_limits<int>::max() / 2;
    // From the back: what parting the letters from here on costs, and where its first part ends.
    std::vector<int> cost(count + 1, unreachable);
    std::vector<std::size_t> next(count + 1, count);
    cost[count] = 0;
    for (std::size_t at = count; at-- > begin;) {
        // A letter that begins no syllable stands alone.
        cost[at] = 40 + cost[at + 1];
        next[at] = at + 1;
        for (const SpelledSyllable& one : syllables_at(keys, at)) {
            constexpr int price[] = {10, 14, 25};
            const int sum = price[int(one.spelling)] + cost[one.end];
            if (sum < cost[at]) {
                cost[at] = sum;
                next[at] = one.end;
            }
        }
    }
    for (std::size_t at = begin; at < count; at = next[at])
        ends.push_back(next[at]);
    return ends;
}

std::string parted(const PinyinKeys& keys, const std::vector<std::size_t>& ends) {
    std::string text;
    std::size_t at = 0;
    for (const std::size_t end : ends) {
        if (!text.empty()) text += ' ';
        text += keys.letters.substr(at, end - at);
        at = end;
    }
    return text;
}

}  // namespace foyer::kiosk
