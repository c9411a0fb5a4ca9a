#include "kiosk/input/character_tables.h"

#include <algorithm>
#include <unordered_map>

#include "kiosk/input/character_tables_data.h"

namespace foyer::kiosk {
namespace {

using Weights = std::unordered_map<char32_t, float>;

Weights weights_of(Script script) {
    Weights weights;
    const auto raise = [&](char32_t character, float weight) {
        float& known = weights[character];
        known = std::max(known, weight);
    };
    for (int syllable = 0; syllable < int(tables::syllable_count); ++syllable) {
        for (const GivenCharacter& one : given_characters(syllable, script))
            raise(one.character, std::max(one.first, one.second));
    }
    for (const Surname& surname : surnames(script)) {
        for (const char32_t character : surname.text)
            raise(character, surname.weight);
    }
    return weights;
}

template <class Item>
std::span<const Item> part(const Item* items, const std::uint32_t* begins, int syllable) {
    const std::uint32_t begin = begins[syllable];
    return {items + begin, begins[syllable + 1] - begin};
}

}  // namespace

std::span<const std::string_view> pinyin_syllables() {
    return {tables::syllables, tables::syllable_count};
}

int syllable_index(std::string_view pinyin) {
    const auto all = pinyin_syllables();
    const auto at = std::lower_bound(all.begin(), all.end(), pinyin);
    return at != all.end() && *at == pinyin ? int(at - all.begin()) : -1;
}

std::span<const CharacterReading> characters_read(int syllable) {
    return part(tables::readings, tables::reading_begins, syllable);
}

std::span<const GivenCharacter> given_characters(int syllable, Script script) {
    return script == Script::simplified
               ? part(tables::given_simplified, tables::given_begins_simplified, syllable)
               : part(tables::given_traditional, tables::given_begins_traditional, syllable);
}

std::span<const Surname> surnames(Script script) {
    if (script == Script::simplified) {
        return {tables::surnames_simplified, tables::surname_count_simplified};
    }
    return {tables::surnames_traditional, tables::surname_count_traditional};
}

float name_weight(char32_t character, Script script) {
    static const Weights simplified = weights_of(Script::simplified);
    static const Weights traditional = weights_of(Script::traditional);
    const Weights& weights = script == Script::simplified ? simplified : traditional;
    const auto found = weights.find(character);
    return found == weights.end() ? 0 : found->second;
}

bool is_foreign_to(Script script, char32_t character) {
    const bool simplified = script == Script::simplified;
    const char32_t* list =
        simplified ? tables::foreign_to_simplified : tables::foreign_to_traditional;
    const std::size_t count =
        simplified ? tables::foreign_count_simplified : tables::foreign_count_traditional;
    return std::binary_search(list, list + count, character);
}

}  // namespace foyer::kiosk
