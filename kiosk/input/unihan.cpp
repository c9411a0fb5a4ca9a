#include "kiosk/input/unihan.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <stdexcept>

#include "shared/text/characters.h"

namespace foyer::kiosk {
namespace {

namespace fs = std::filesystem;

using Row = std::function<void(char32_t, std::string_view field, std::string_view value)>;

/// Rows of a Unihan file: U+5F20, kMandarin, value, parted by tabs.
void each_row(const fs::path& path, const Row& take) {
    std::ifstream file(path);
    std::size_t rows = 0;
    for (std::string line; std::getline(file, line);) {
        const std::size_t field = line.find('\t'), value = line.find('\t', field + 1);
        if (!line.starts_with("U+") || value == std::string::npos) continue;
        const std::string_view text = line;
        take(char32_t(std::stoul(line.substr(2), nullptr, 16)),
             text.substr(field + 1, value - field - 1), text.substr(value + 1));
        ++rows;
    }
    if (rows == 0) throw std::runtime_error("no Unihan rows in " + path.string());
}

struct ToneMark {
    char32_t marked, plain;
    int tone;
};
constexpr ToneMark tone_marks[] = {
    {U'ā', U'a', 1}, {U'á', U'a', 2}, {U'ǎ', U'a', 3}, {U'à', U'a', 4}, {U'ē', U'e', 1},
    {U'é', U'e', 2}, {U'ě', U'e', 3}, {U'è', U'e', 4}, {U'ī', U'i', 1}, {U'í', U'i', 2},
    {U'ǐ', U'i', 3}, {U'ì', U'i', 4}, {U'ō', U'o', 1}, {U'ó', U'o', 2}, {U'ǒ', U'o', 3},
    {U'ò', U'o', 4}, {U'ū', U'u', 1}, {U'ú', U'u', 2}, {U'ǔ', U'u', 3}, {U'ù', U'u', 4},
    {U'ǖ', U'v', 1}, {U'ǘ', U'v', 2}, {U'ǚ', U'v', 3}, {U'ǜ', U'v', 4}, {U'ü', U'v', 5}};

/// "zhāng" → "zhang1"; "" for what is no syllable of today's Pinyin (ê, m̄, hng).
std::string numbered(std::string_view marked) {
    std::string letters;
    int tone = 5;
    for (const char32_t character : characters_of(marked)) {
        const auto mark = std::find_if(std::begin(tone_marks), std::end(tone_marks),
                                       [&](const ToneMark& m) { return m.marked == character; });
        const char32_t plain = mark == std::end(tone_marks) ? character : mark->plain;
        if (mark != std::end(tone_marks)) tone = mark->tone;
        if (plain < U'a' || plain > U'z') return "";
        letters += char(plain);
    }
    const bool has_vowel = letters.find_first_of("aeiouv") != std::string::npos;
    return has_vowel ? letters + std::to_string(tone) : "";
}

/// The syllables of a value: "036.140:chán 064.090:dān", "wàn,mò", "dān(603)".
std::vector<std::string> syllables_in(std::string_view value) {
    std::vector<std::string> found;
    std::string one;
    const auto end = [&] {
        // What stands before the colon says where a dictionary has it.
        const std::size_t colon = one.rfind(':');
        if (colon != std::string::npos) one.erase(0, colon + 1);
        one.erase(std::min(one.find('('), one.size()));
        if (std::string syllable = numbered(one); !syllable.empty()) found.push_back(syllable);
        one.clear();
    };
    for (const char byte : value) {
        if (byte == ' ' || byte == ',') {
            end();
        } else {
            one += byte;
        }
    }
    end();
    return found;
}

bool is_basic(char32_t character) {
    return character >= 0x4E00 && character <= 0x9FFF;
}

/// Where readings come from, from everyday speech to the large dictionaries.
constexpr std::string_view sources[] = {"kHanyuPinlu", "kMandarin", "kTGHZ2013", "kXHC1983",
                                        "kHanyuPinyin"};
constexpr std::string_view list_in_use = "kTGHZ2013";
constexpr int dictionary = 3;

std::string without_tone(const std::string& syllable) {
    return syllable.substr(0, syllable.size() - 1);
}

std::vector<char32_t> variants_in(std::string_view value) {
    std::vector<char32_t> found;
    for (std::size_t at = value.find("U+"); at != std::string_view::npos;
         at = value.find("U+", at + 2)) {
        found.push_back(char32_t(std::stoul(std::string(value.substr(at + 2, 6)), nullptr, 16)));
    }
    return found;
}

}  // namespace

Unihan::Unihan(const fs::path& readings, const fs::path& variants) {
    read_readings(readings);
    read_variants(variants);
}

void Unihan::add(char32_t character, std::string_view field, std::string_view value) {
    const auto source = std::find(std::begin(sources), std::end(sources), field);
    if (source == std::end(sources)) return;
    const int rarity = int(source - std::begin(sources));
    for (const std::string& syllable : syllables_in(value)) {
        if (field == "kMandarin") usual_.emplace(character, without_tone(syllable));
        int& known = rarity_[character].try_emplace(syllable, rarity).first->second;
        known = std::min(known, rarity);
    }
}

void Unihan::read_readings(const fs::path& file) {
    std::set<char32_t> in_use;
    each_row(file, [&](char32_t character, std::string_view field, std::string_view value) {
        add(character, field, value);
        if (field == list_in_use) in_use.insert(character);
    });
    for (const auto& [character, readings] : rarity_) {
        for (const auto& [syllable, rarity] : readings) {
            // Of characters in use the older dictionary also has 一 as it sounds before others.
            const bool usual =
                rarity < dictionary || (rarity == dictionary && !in_use.count(character));
            by_syllable_[without_tone(syllable)].push_back(
                {character, syllable.back() - '0', usual});
        }
    }
    for (auto& [syllable, characters] : by_syllable_) {
        std::stable_sort(characters.begin(), characters.end(), [](const auto& a, const auto& b) {
            return std::pair(!a.usual, !is_basic(a.character)) <
                   std::pair(!b.usual, !is_basic(b.character));
        });
    }
}

void Unihan::read_variants(const fs::path& file) {
    each_row(file, [this](char32_t character, std::string_view field, std::string_view value) {
        const bool to_traditional = field == "kTraditionalVariant";
        if (!to_traditional && field != "kSimplifiedVariant") return;
        std::vector<char32_t> forms = variants_in(value);
        if (to_traditional) {
            // Unihan also lists a form itself where old texts had it with another meaning.
            std::erase(forms, character);
            if (forms.empty()) return;
            traditional_[character] = forms;
            only_simplified_.insert(character);
        } else if (std::find(forms.begin(), forms.end(), character) == forms.end()) {
            only_traditional_.insert(character);
        }
    });
}

std::string Unihan::usual_reading(char32_t character) const {
    const auto found = usual_.find(character);
    return found == usual_.end() ? "" : found->second;
}

bool Unihan::can_be_read(char32_t character, const std::string& syllable) const {
    const auto found = rarity_.find(character);
    if (found == rarity_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const auto& reading) {
        return without_tone(reading.first) == syllable;
    });
}

std::vector<char32_t> Unihan::traditional(char32_t simplified) const {
    const auto found = traditional_.find(simplified);
    return found == traditional_.end() ? std::vector<char32_t>{simplified} : found->second;
}

}  // namespace foyer::kiosk
