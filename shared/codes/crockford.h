#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// Crockford's base-32: ten digits and the capital letters without I, L, O and U, so that nothing
/// is lost between a printed text message, a voice and a finger. Pure functions, any thread.

/// The character of a five-bit value. Only the low five bits of `value` count.
char crockford_symbol(unsigned value);

/// The five-bit value of a character, or -1. Lower case is read like upper case, O as 0, I and L
/// as 1.
int crockford_value(char character);

/// Five-bit values as characters.
std::string crockford_text(std::span<const std::uint8_t> values);

/// Characters as five-bit values, leaving out hyphens and spaces; nothing if any other character
/// is not one of the alphabet.
std::optional<std::vector<std::uint8_t>> crockford_values(std::string_view text);

/// Bytes as characters, most significant bit first; the last character is filled up with zero bits.
std::string crockford_encode(std::span<const std::uint8_t> bytes);

/// What crockford_encode() was given, reading as leniently as crockford_values(). Nothing for a
/// strange character, a length no encoding has, or filling bits that are not zero: two different
/// texts never give the same bytes except by the lenient readings.
std::optional<std::vector<std::uint8_t>> crockford_decode(std::string_view text);

}  // namespace foyer
