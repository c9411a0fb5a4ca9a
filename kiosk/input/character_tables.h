#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "kiosk/input/composer.h"

/// What the composer knows of characters: readings and variants from Unihan, surnames and given
/// names from names/. Constants made at build time by make_character_tables; any thread.
namespace foyer::kiosk {

/// Pinyin without tones, in the order of the alphabet, ü as v.
std::span<const std::string_view> pinyin_syllables();
/// The place of a syllable in pinyin_syllables(); -1 if it is none.
int syllable_index(std::string_view pinyin);

/// One reading of a character.
struct CharacterReading {
    char32_t character;
    std::uint8_t tone;  ///< 1–4; 5 without one
    bool usual;         ///< of today, not only of old books
};
/// Every character of Unicode that can be read so, the usual ones first.
std::span<const CharacterReading> characters_read(int syllable);

/// How likely a character is chosen for a given name of one character, or as the first or the
/// second of two. Comparable among all characters.
struct GivenCharacter {
    char32_t character;
    float alone, first, second;
};
/// In the order of `alone`.
std::span<const GivenCharacter> given_characters(int syllable, Script script);

/// A surname in one of its readings.
struct Surname {
    std::u32string_view text;                ///< up to four characters, a syllable each
    std::array<std::uint16_t, 4> syllables;  ///< places in pinyin_syllables()
    bool misread;  ///< the reading is that of the everyday word: 解 typed as jie
    float weight;  ///< how likely, comparable among all surnames
};
std::span<const Surname> surnames(Script script);

/// How likely a character stands in any name, 0 for one that names do not use.
float name_weight(char32_t character, Script script);

/// Is it written in the other script only (張 in Simplified)?
bool is_foreign_to(Script script, char32_t character);

}  // namespace foyer::kiosk
