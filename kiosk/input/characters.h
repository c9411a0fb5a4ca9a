#pragma once

#include <string>
#include <string_view>

namespace foyer::kiosk {

/// The characters of UTF-8 text; bytes that are none come as U+FFFD.
std::u32string characters_of(std::string_view utf8);

/// One character as UTF-8; nothing for what is no character.
std::string utf8_of(char32_t character);

/// Takes the last character away.
void drop_last_character(std::string& utf8);

/// ASCII for its full-width form ("１" → "1"), which Chinese keyboards type; others as they are.
char32_t half_width(char32_t character);

}  // namespace foyer::kiosk
