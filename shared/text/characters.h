#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// The characters of UTF-8 text; bytes that are none come as U+FFFD.
std::u32string characters_of(std::string_view utf8);

/// The characters of UTF-8 text; nothing if a byte of it is no part of one.
std::optional<std::u32string> strict_characters_of(std::string_view bytes);

/// Characters as UTF-8, without what is no character (surrogates, numbers beyond Unicode).
std::string utf8_of(char32_t character);
std::string utf8_of(std::u32string_view characters);

/// Takes the last character away.
void drop_last_character(std::string& utf8);

/// ASCII for its full-width form ("１" → "1"), which Chinese keyboards type; others as they are.
char32_t half_width(char32_t character);

}  // namespace foyer
