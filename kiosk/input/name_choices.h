#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/input/composer.h"
#include "kiosk/input/pinyin_keys.h"

namespace foyer::kiosk {

/// What may be chosen for the first letters.
struct Choice {
    std::u32string text;
    std::size_t letters = 0;  ///< how many of PinyinKeys::letters it uses up
};

/// What the keys may mean in a person's name of which `before` is written, the likeliest first:
/// whole names ("zhangwei", "zw"), surnames, given names and their characters. Nothing where
/// `before` is no beginning of a Chinese name (Latin letters, a transcription with a dot).
std::vector<Choice> name_choices(const PinyinKeys& keys, std::u32string_view before, Script script);

/// Is a character read so today, tone included? A tone of 0 is any; a reading Unihan does not know
/// passes.
bool has_tone(char32_t character, int syllable, std::uint8_t tone);

}  // namespace foyer::kiosk
