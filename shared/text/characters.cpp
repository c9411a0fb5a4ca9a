#include "shared/text/characters.h"

#include <unicode/utf8.h>

namespace foyer {

std::u32string characters_of(std::string_view utf8) {
    std::u32string characters;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto length = std::int32_t(utf8.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(bytes, at, length, character);
        characters += char32_t(character);
    }
    return characters;
}

std::optional<std::u32string> strict_characters_of(std::string_view bytes) {
    // A byte that is no part of a character becomes U+FFFD, which has other bytes.
    std::u32string characters = characters_of(bytes);
    if (utf8_of(characters) != bytes) return std::nullopt;
    return characters;
}

std::string utf8_of(char32_t character) {
    return utf8_of(std::u32string_view(&character, 1));
}

std::string utf8_of(std::u32string_view characters) {
    std::string utf8;
    for (const char32_t character : characters) {
        std::uint8_t bytes[U8_MAX_LENGTH];
        std::int32_t length = 0;
        UBool error = false;
        U8_APPEND(bytes, length, U8_MAX_LENGTH, UChar32(character), error);
        if (!error) utf8.append(bytes, bytes + length);
    }
    return utf8;
}

void drop_last_character(std::string& utf8) {
    if (utf8.empty()) return;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    auto at = std::int32_t(utf8.size());
    U8_BACK_1(bytes, 0, at);
    utf8.resize(std::size_t(at));
}

char32_t half_width(char32_t character) {
    return character >= U'！' && character <= U'～' ? character - U'！' + U'!' : character;
}

}  // namespace foyer
