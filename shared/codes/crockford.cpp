#include "shared/codes/crockford.h"

#include <array>

namespace foyer {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

constexpr std::array<std::int8_t, 256> make_values() {
    std::array<std::int8_t, 256> values{};
    for (std::int8_t& value : values)
        value = -1;
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        const auto upper = static_cast<unsigned char>(alphabet[i]);
        values[upper] = std::int8_t(i);
        if (upper >= 'A') values[upper + ('a' - 'A')] = std::int8_t(i);
    }
    values['O'] = values['o'] = 0;
    values['I'] = values['i'] = values['L'] = values['l'] = 1;
    return values;
}

constexpr std::array<std::int8_t, 256> values_of = make_values();

}  // namespace

char crockford_symbol(unsigned value) {
    return alphabet[value & 31];
}

int crockford_value(char character) {
    return values_of[static_cast<unsigned char>(character)];
}

std::string crockford_text(std::span<const std::uint8_t> values) {
    std::string text;
    text.reserve(values.size());
    for (std::uint8_t value : values)
        text += crockford_symbol(value);
    return text;
}

std::optional<std::vector<std::uint8_t>> crockford_values(std::string_view text) {
    std::vector<std::uint8_t> values;
    values.reserve(text.size());
    for (char character : text) {
        if (character == '-' || character == ' ') continue;
        const int value = crockford_value(character);
        if (value < 0) return std::nullopt;
        values.push_back(std::uint8_t(value));
    }
    return values;
}

std::string crockford_encode(std::span<const std::uint8_t> bytes) {
    std::string text;
    text.reserve((bytes.size() * 8 + 4) / 5);
    unsigned waiting = 0;
    int bits = 0;
    for (std::uint8_t byte : bytes) {
        waiting = (waiting << 8 | byte) & 0xFFF;
        for (bits += 8; bits >= 5; bits -= 5)
            text += crockford_symbol(waiting >> (bits - 5));
    }
    if (bits > 0) text += crockford_symbol(waiting << (5 - bits));
    return text;
}

std::optional<std::vector<std::uint8_t>> crockford_decode(std::string_view text) {
    const auto values = crockford_values(text);
    // Five or more filling bits would be a character that says nothing.
    if (!values || values->size() * 5 % 8 >= 5) return std::nullopt;
    std::vector<std::uint8_t> bytes;
    bytes.reserve(values->size() * 5 / 8);
    unsigned waiting = 0;
    int bits = 0;
    for (std::uint8_t value : *values) {
        waiting = (waiting << 5 | value) & 0xFFF;
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push_back(std::uint8_t(waiting >> bits));
    }
    if ((waiting & ((1u << bits) - 1)) != 0) return std::nullopt;
    return bytes;
}

}  // namespace foyer
