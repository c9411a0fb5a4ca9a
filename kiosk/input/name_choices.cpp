#include "kiosk/input/name_choices.h"

#include <algorithm>
#include <map>
#include <set>

#include "kiosk/input/character_tables.h"

namespace foyer::kiosk {
namespace {

/// About as many as a page shows, and how many of them are whole names, the rest being beginnings
/// of names: on the first page, on later ones.
constexpr std::size_t page = 8;
constexpr std::size_t names_head = 6, later_head = 4;
/// How many surnames or characters stand on the first page if all keys may be one syllable.
constexpr std::size_t single_head = 6;
constexpr std::size_t most_whole_names = 40;
constexpr std::ptrdiff_t compound_place = 2;
/// The likeliest that take part in combinations.
constexpr std::size_t most_surnames = 12, most_characters = 20;

constexpr float misread_share = 0.1f;
/// That the second character of a given name is the first one again (婷婷).
constexpr float twice_share = 0.03f;
/// That a compound surname is all that was typed so far.
constexpr float surname_only = 0.3f;

constexpr float spelling_share(Spelling spelling) {
    return spelling == Spelling::whole ? 1.f : spelling == Spelling::begun ? 0.1f : 0.01f;
}

enum class Role { alone, first, second };

struct Scored {
    std::u32string text;
    std::size_t letters = 0;
    float score = 0;
    bool full_compound = false;  ///< a compound surname of which every letter was typed
};

/// The best first, each text once; what scores alike stays in its order.
void rank(std::vector<Scored>& list, std::size_t most) {
    std::stable_sort(list.begin(), list.end(),
                     [](const Scored& a, const Scored& b) { return a.score > b.score; });
    std::set<std::u32string_view> seen;
    std::vector<Scored> kept;
    for (Scored& one : list) {
        if (kept.size() == most) break;
        if (!seen.insert(one.text).second) continue;
        kept.push_back(one);
    }
    list = std::move(kept);
}

/// How much of a name stands before the caret.
struct Written {
    bool chinese = true;
    std::u32string surname;      ///< empty if nothing is written
    std::size_t characters = 0;  ///< of the given name
};

bool is_han(char32_t character) {
    return (character >= 0x3400 && character <= 0x9FFF) || character == U'〇' ||
           (character >= 0x20000 && character <= 0x3FFFF);
}

Written written(std::u32string_view before, Script script) {
    Written result;
    result.chinese = std::all_of(before.begin(), before.end(), is_han);
    if (before.empty() || !result.chinese) return result;
    result.surname = before.substr(0, 1);
    for (const Surname& surname : surnames(script)) {
        if (surname.text.size() > result.surname.size() && before.starts_with(surname.text)) {
            result.surname = surname.text;
        }
    }
    result.characters = before.size() - result.surname.size();
    return result;
}

class NameReader {
  public:
    NameReader(const PinyinKeys& keys, Script script) : keys_(keys), script_(script) {
        for (std::size_t begin = 0; begin < keys.letters.size(); ++begin)
            at_.push_back(syllables_at(keys, begin));
        // Initials alone are guessed at only where the letters make no sense otherwise.
        const auto with_initials = at_;
        for (auto& here : at_)
            std::erase_if(here, [](const auto& one) { return one.spelling == Spelling::initial; });
        find_readable();
        if (readable_[0]) return;
        at_ = with_initials;
        find_readable();
    }

    std::vector<Choice> from_surname() {
        const std::vector<Scored> found = surnames_at_start();
        std::vector<Scored> whole, beginnings, names;
        for (const Scored& surname : found)
            (surname.letters == keys_.letters.size() ? whole : beginnings).push_back(surname);
        for (const Scored& surname : best(beginnings, most_surnames))
            add_given_names(surname, surname.letters, names);
        const bool one_syllable = std::any_of(whole.begin(), whole.end(), is_single);
        if (!one_syllable) names.insert(names.end(), whole.begin(), whole.end());
        rank(names, most_whole_names);
        raise_compound(names);
        rank(whole, 100);
        rank(beginnings, 100);
        std::vector<Scored> rest = std::move(beginnings);
        const std::vector<Scored> characters = characters_at_start(Role::alone);
        rest.insert(rest.end(), characters.begin(), characters.end());
        // One syllable is a surname first, whatever else it might be parted into.
        if (!one_syllable) return mixed(names, rest, names_head);
        whole.insert(whole.end(), rest.begin(), rest.end());
        return mixed(whole, names, single_head);
    }

    std::vector<Choice> from_given_name(const Written& written) {
        std::vector<Scored> names, compound = rest_of_compound(written.surname);
        if (written.characters == 0) add_given_names({{}, 0, 1}, 0, names);
        std::erase_if(names, [](const Scored& one) { return one.text.size() == 1; });
        rank(names, most_whole_names);
        const Role role = written.characters == 0 ? Role::alone : Role::second;
        std::vector<Scored> characters = characters_at_start(role);
        const std::size_t count = keys_.letters.size();
        const bool one_syllable = std::any_of(characters.begin(), characters.end(),
                                              [&](const auto& c) { return c.letters == count; });
        if (!compound.empty()) characters.insert(characters.begin(), compound[0]);
        return one_syllable ? mixed(characters, names, single_head)
                            : mixed(names, characters, names_head);
    }

  private:
    using Part = std::pair<std::size_t, std::size_t>;  ///< letters from and to

    /// From which letters on the rest can be parted into syllables.
    void find_readable() {
        const std::size_t count = keys_.letters.size();
        readable_.assign(count + 1, false);
        readable_[count] = true;
        for (std::size_t begin = count; begin-- > 0;) {
            readable_[begin] = std::any_of(at_[begin].begin(), at_[begin].end(),
                                           [&](const auto& one) { return readable_[one.end]; });
        }
    }

    static bool is_single(const Scored& surname) { return surname.text.size() == 1; }

    /// The best of each number of letters, so that no way of parting starves.
    static std::vector<Scored> best(std::vector<Scored> list, std::size_t most) {
        std::map<std::size_t, std::size_t> taken;
        std::stable_sort(list.begin(), list.end(),
                         [](const Scored& a, const Scored& b) { return a.score > b.score; });
        std::erase_if(list, [&](const Scored& one) { return ++taken[one.letters] > most; });
        return list;
    }

    /// Two lists in turns, so that every page holds both: `head` of the first and what the page
    /// still takes of the second, then page by page a few of the first and more of the second.
    static std::vector<Choice> mixed(const std::vector<Scored>& first,
                                     const std::vector<Scored>& second, std::size_t head) {
        std::vector<Choice> choices;
        auto one = first.begin();
        auto other = second.begin();
        while (one != first.end() || other != second.end()) {
            const std::size_t turn = choices.empty() ? head : later_head;
            const std::size_t page_end = choices.size() + page;
            for (std::size_t i = 0; i < turn && one != first.end(); ++i, ++one)
                choices.push_back({one->text, one->letters});
            while (choices.size() < page_end && other != second.end()) {
                choices.push_back({other->text, other->letters});
                ++other;
            }
            while (choices.size() < page_end && one != first.end()) {
                choices.push_back({one->text, one->letters});
                ++one;
            }
        }
        return choices;
    }

    /// A compound surname typed in full is on the first page, though common names may sound the
    /// same (百里 and 白丽).
    static void raise_compound(std::vector<Scored>& names) {
        const auto at = std::find_if(names.begin(), names.end(),
                                     [](const Scored& one) { return one.full_compound; });
        if (at == names.end() || at - names.begin() <= compound_place) return;
        std::rotate(names.begin() + compound_place, at, at + 1);
    }

    /// Adds every surname that may begin the keys.
    std::vector<Scored> surnames_at_start() {
        std::vector<Scored> found;
        for (const Surname& surname : surnames(script_))
            add_surname(surname, 0, 0, surname.weight, true, found);
        return found;
    }

    void add_surname(const Surname& surname, std::size_t place, std::size_t begin, float score,
                     bool exact, std::vector<Scored>& found) const {
        if (place == surname.text.size()) {
            const bool compound = surname.text.size() > 1;
            score *= (surname.misread ? misread_share : 1) * (compound ? surname_only : 1);
            const bool full = exact && begin == keys_.letters.size();
            // A finished syllable comes before one that is guessed.
            if (full && !compound) score += 1;
            if (!readable_[begin]) return;
            found.push_back({std::u32string(surname.text), begin, score, compound && full});
            return;
        }
        if (begin == keys_.letters.size()) return;
        for (const SpelledSyllable& one : at_[begin]) {
            if (one.syllable != surname.syllables[place]) continue;
            if (!has_tone(surname.text[place], one.syllable, keys_.tones[begin])) continue;
            add_surname(surname, place + 1, one.end, score * spelling_share(one.spelling),
                        exact && one.spelling == Spelling::whole, found);
        }
    }

    /// What completes a compound surname of which a part is written: 欧 and "yang".
    std::vector<Scored> rest_of_compound(std::u32string_view begun) {
        std::vector<Scored> found;
        for (const Surname& surname : surnames(script_)) {
            if (surname.text.size() <= begun.size() || !surname.text.starts_with(begun)) continue;
            std::vector<Scored> ends;
            add_surname(surname, begun.size(), 0, surname.weight, true, ends);
            for (const Scored& end : ends) {
                found.push_back(
                    {std::u32string(surname.text.substr(begun.size())), end.letters, end.score});
            }
        }
        // 张 is a surname much rather than the beginning of 张简.
        float alone = 0;
        for (const Surname& surname : surnames(script_)) {
            if (surname.text == begun) alone = std::max(alone, surname.weight);
        }
        std::erase_if(found, [&](const Scored& one) { return one.score * 10 < alone; });
        rank(found, 3);
        return found;
    }

    static float weight_of(const GivenCharacter& one, Role role) {
        switch (role) {
            case Role::alone:
                return one.alone;
            case Role::first:
                return one.first;
            case Role::second:
                return one.second;
        }
        return 0;
    }

    /// Characters of given names for the letters of a part, the likeliest first.
    const std::vector<Scored>& characters(Part part, Role role) {
        const auto [at, is_new] = lists_.try_emplace({part, role});
        if (!is_new) return at->second;
        for (const SpelledSyllable& one : at_[part.first]) {
            if (one.end != part.second) continue;
            const float share = spelling_share(one.spelling);
            for (const GivenCharacter& each : given_characters(one.syllable, script_)) {
                if (!has_tone(each.character, one.syllable, keys_.tones[part.first])) continue;
                at->second.push_back(
                    {{each.character}, part.second, weight_of(each, role) * share});
            }
        }
        rank(at->second, most_characters);
        return at->second;
    }

    std::set<std::size_t> ends_after(std::size_t begin) const {
        std::set<std::size_t> ends;
        if (begin < at_.size()) {
            for (const SpelledSyllable& one : at_[begin]) {
                if (readable_[one.end]) ends.insert(one.end);
            }
        }
        return ends;
    }

    /// Given names of one or two characters for all letters from `begin`.
    void add_given_names(const Scored& surname, std::size_t begin, std::vector<Scored>& names) {
        const std::size_t count = keys_.letters.size();
        for (const std::size_t end : ends_after(begin)) {
            if (end == count) {
                for (const Scored& one : characters({begin, end}, Role::alone))
                    names.push_back({surname.text + one.text, count, surname.score * one.score});
            } else if (ends_after(end).count(count) > 0) {
                for (const Scored& first : characters({begin, end}, Role::first)) {
                    for (const Scored& second : characters({end, count}, Role::second)) {
                        const bool twice = first.text == second.text;
                        names.push_back(
                            {surname.text + first.text + second.text, count,
                             surname.score * first.score * (twice ? twice_share : second.score)});
                    }
                }
            }
        }
    }

    /// Single characters for the first syllable, those that use up more letters first; guesses at
    /// an unfinished one only where none is finished.
    std::vector<Scored> characters_at_start(Role role) {
        const auto whole = [](const SpelledSyllable& one) {
            return one.spelling == Spelling::whole;
        };
        const bool guess = std::none_of(at_[0].begin(), at_[0].end(), whole);
        std::vector<Scored> all;
        for (const SpelledSyllable& one : at_[0]) {
            if (!readable_[one.end] || (!guess && !whole(one))) continue;
            for (const GivenCharacter& each : given_characters(one.syllable, script_)) {
                if (!has_tone(each.character, one.syllable, keys_.tones[0])) continue;
                const float weight =
                    role == Role::alone ? std::max(each.alone, each.first) : weight_of(each, role);
                // Weights are less than 1, so that letters go before them.
                all.push_back({{each.character}, one.end, float(one.end) + weight});
            }
        }
        rank(all, 120);
        return all;
    }

    const PinyinKeys& keys_;
    const Script script_;
    std::vector<std::vector<SpelledSyllable>> at_;  ///< by letter
    std::vector<bool> readable_;                    ///< by letter: the rest can be parted
    std::map<std::pair<Part, Role>, std::vector<Scored>> lists_;
};

}  // namespace

bool has_tone(char32_t character, int syllable, std::uint8_t tone) {
    if (tone == 0) return true;
    bool known = false;
    for (const CharacterReading& reading : characters_read(syllable)) {
        if (reading.character != character || !reading.usual) continue;
        if (reading.tone == tone) return true;
        known = true;
    }
    return !known;
}

std::vector<Choice> name_choices(const PinyinKeys& keys, std::u32string_view before,
                                 Script script) {
    if (keys.letters.empty()) return {};
    const Written name = written(before, script);
    if (!name.chinese) return {};
    NameReader reader(keys, script);
    return name.surname.empty() ? reader.from_surname() : reader.from_given_name(name);
}

}  // namespace foyer::kiosk
