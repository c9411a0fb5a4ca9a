#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "shared/world/clock.h"
#include "shared/world/random.h"

namespace foyer {

/// A BLAKE2b-256 hash.
using Digest = std::array<std::uint8_t, 32>;

Digest digest(std::string_view bytes);

/// As 64 lower-case hexadecimal digits.
std::string digest_hex(std::string_view bytes);

/// The hash only holders of `key` can make: for looking up phones without storing them in the
/// clear, say. `key` has 16 to 64 bytes; throws std::invalid_argument otherwise.
std::string keyed_digest_hex(std::string_view bytes, std::string_view key);

/// Lower-case hexadecimal digits, two a byte.
std::string to_hex(std::span<const std::uint8_t> bytes);

/// A new 128-bit id as 32 lower-case hexadecimal digits, in the layout of UUID version 7: 48 bits
/// of milliseconds, then randomness. Ids sort by the time they were made, also as text.
std::string random_id(WallTime now, Random& random);

/// The 16 bytes of an id. Throws std::invalid_argument for any other text.
std::array<std::uint8_t, 16> id_bytes(std::string_view id);

}  // namespace foyer
