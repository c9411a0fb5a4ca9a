#include "kiosk/input/zhuyin.h"

#include <algorithm>
#include <array>
#include <vector>

#include "shared/text/characters.h"

namespace foyer::kiosk {
namespace {

constexpr std::u32string_view initials = U"ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ";
constexpr std::array<std::string_view, 21> initial_letters = {"b",  "p",  "m",  "f", "d", "t", "n",
                                                              "l",  "g",  "k",  "h", "j", "q", "x",
                                                              "zh", "ch", "sh", "r", "z", "c", "s"};
constexpr int first_sibilant = 14;  // ㄓ; it and those after it are syllables by themselves
constexpr std::u32string_view medials = U"ㄧㄨㄩ";
constexpr std::u32string_view finals = U"ㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦ";

/// What a final is called after no medial, ㄧ, ㄨ and ㄩ; "" for what does not exist. The last row
/// is the medial by itself.
constexpr std::array<std::array<std::string_view, 4>, 14> final_letters = {{
    {"a", "ia", "ua", ""},
    {"o", "io", "uo", ""},
    {"e", "", "", ""},
    {"e", "ie", "", "ve"},
    {"ai", "iai", "uai", ""},
    {"ei", "", "ui", ""},
    {"ao", "iao", "", ""},
    {"ou", "iu", "", ""},
    {"an", "ian", "uan", "van"},
    {"en", "in", "un", "vn"},
    {"ang", "iang", "uang", ""},
    {"eng", "ing", "ong", "iong"},
    {"er", "", "", ""},
    {"", "i", "u", "v"},
}};

/// Finals that stand without an initial are written with y and w.
struct Alone {
    std::string_view final, syllable;
};
constexpr Alone standing_alone[] = {
    {"i", "yi"},    {"ia", "ya"},   {"ie", "ye"},     {"iao", "yao"},   {"iu", "you"},
    {"ian", "yan"}, {"in", "yin"},  {"iang", "yang"}, {"ing", "ying"},  {"io", "yo"},
    {"iai", "yai"}, {"u", "wu"},    {"ua", "wa"},     {"uo", "wo"},     {"uai", "wai"},
    {"ui", "wei"},  {"uan", "wan"}, {"un", "wen"},    {"uang", "wang"}, {"ong", "weng"},
    {"v", "yu"},    {"ve", "yue"},  {"van", "yuan"},  {"vn", "yun"},    {"iong", "yong"}};

struct Syllable {
    int initial = -1, medial = -1, final = -1;
    std::uint8_t tone = 0;
    std::size_t end = 0;  ///< byte after it
    bool closed = false;  ///< by a tone mark

    bool empty() const { return initial < 0 && medial < 0 && final < 0; }
};

int place(std::u32string_view list, char32_t letter) {
    const std::size_t at = list.find(letter);
    return at == std::u32string_view::npos ? -1 : int(at);
}

std::uint8_t tone_of(char32_t mark) {
    switch (mark) {
        case U' ':
        case U'ˉ':
            return 1;
        case U'ˊ':
            return 2;
        case U'ˇ':
            return 3;
        case U'ˋ':
            return 4;
        case U'˙':
            return 5;
        default:
            return 0;
    }
}

/// Takes the letter into the syllable if it may follow.
bool take(char32_t letter, Syllable& syllable) {
    if (syllable.closed) return false;
    if (const std::uint8_t tone = tone_of(letter); tone > 0) {
        syllable.tone = tone;
        return syllable.closed = true;
    }
    if (const int initial = place(initials, letter); initial >= 0) {
        if (!syllable.empty()) return false;
        syllable.initial = initial;
        return true;
    }
    if (const int medial = place(medials, letter); medial >= 0) {
        if (syllable.medial >= 0 || syllable.final >= 0) return false;
        syllable.medial = medial;
        return true;
    }
    const int final = place(finals, letter);
    if (final < 0 || syllable.final >= 0) return false;
    if (final_letters[std::size_t(final)][std::size_t(syllable.medial + 1)].empty()) return false;
    syllable.final = final;
    return true;
}

bool is_zhuyin(char32_t letter) {
    return place(initials, letter) >= 0 || place(medials, letter) >= 0 ||
           place(finals, letter) >= 0 || tone_of(letter) > 0;
}

std::vector<Syllable> syllables_of(std::string_view keys) {
    std::vector<Syllable> found;
    std::size_t at = 0;
    for (const char32_t letter : characters_of(keys)) {
        if (!is_zhuyin(letter)) break;
        at += utf8_of(letter).size();
        const bool mark = tone_of(letter) > 0;
        // A mark that ends nothing is passed over.
        if (mark && (found.empty() || found.back().closed)) {
            if (!found.empty()) found.back().end = at;
            continue;
        }
        if (found.empty() || !take(letter, found.back())) {
            found.emplace_back();
            take(letter, found.back());
        }
        found.back().end = at;
    }
    return found;
}

std::string pinyin_of(const Syllable& syllable) {
    const std::size_t row = syllable.final < 0 ? 13 : std::size_t(syllable.final);
    std::string final(final_letters[row][std::size_t(syllable.medial + 1)]);
    if (syllable.initial < 0) {
        for (const Alone& one : standing_alone) {
            if (one.final == final) return std::string(one.syllable);
        }
        return final;
    }
    const std::string initial(initial_letters[std::size_t(syllable.initial)]);
    const bool palatal = initial == "j" || initial == "q" || initial == "x";
    // ㄓ with a tone is the syllable "zhi"; without, more may follow.
    const bool whole = syllable.initial >= first_sibilant && syllable.closed;
    if (final.empty()) return whole ? initial + "i" : initial;
    if (final[0] == 'v' && palatal) final[0] = 'u';
    // ün is written un after j, q and x only, and no other initial takes it.
    return initial + final;
}

}  // namespace

PinyinKeys read_zhuyin(std::string_view keys) {
    PinyinKeys read;
    read.all_starts_known = true;
    read.bytes.push_back(0);
    for (const Syllable& syllable : syllables_of(keys)) {
        const std::string pinyin = pinyin_of(syllable);
        if (read.letters.size() + pinyin.size() > most_pinyin_letters) break;
        for (std::size_t i = 0; i < pinyin.size(); ++i) {
            read.letters += pinyin[i];
            read.syllable_starts.push_back(i == 0);
            read.tones.push_back(i == 0 ? syllable.tone : 0);
            read.bytes.push_back(syllable.end);
        }
    }
    return read;
}

std::string parted_zhuyin(std::string_view keys) {
    std::string text;
    std::size_t at = 0;
    for (const Syllable& syllable : syllables_of(keys)) {
        std::string_view part = keys.substr(at, syllable.end - at);
        while (part.ends_with(' '))
            part.remove_suffix(1);
        if (!text.empty()) text += ' ';
        text += part;
        at = syllable.end;
    }
    return text + std::string(keys.substr(at));
}

}  // namespace foyer::kiosk
