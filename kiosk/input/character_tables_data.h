#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kiosk/input/character_tables.h"

/// What make_character_tables writes; read it through character_tables.h. Lists by syllable are
/// flat: those of syllable i stand at [begins[i], begins[i + 1]).
namespace foyer::kiosk::tables {

extern const std::size_t syllable_count;
extern const std::string_view syllables[];

extern const CharacterReading readings[];
extern const std::uint32_t reading_begins[];

extern const GivenCharacter given_simplified[], given_traditional[];
extern const std::uint32_t given_begins_simplified[], given_begins_traditional[];

extern const Surname surnames_simplified[], surnames_traditional[];
extern const std::size_t surname_count_simplified, surname_count_traditional;

extern const char32_t foreign_to_simplified[], foreign_to_traditional[];
extern const std::size_t foreign_count_simplified, foreign_count_traditional;

}  // namespace foyer::kiosk::tables
