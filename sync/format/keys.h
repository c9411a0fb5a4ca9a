#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shared/world/random.h"

namespace foyer::sync {

/// Ed25519 and X25519 through libsodium. Functions are pure but for the Random they are given; any
/// thread. All throw std::runtime_error if libsodium cannot be used.

using KeySeed = std::array<std::uint8_t, 32>;
using SigningPublicKey = std::array<std::uint8_t, 32>;
using SealingPublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

/// Signs. Kept as its seed.
struct SigningKey {
    KeySeed seed{};
    SigningPublicKey public_key{};
};

/// Opens what was sealed to its public half. Kept as its seed, from which the secret is made once:
/// making it costs as much as opening a file.
struct SealingKey {
    KeySeed seed{};
    SealingPublicKey public_key{};
    std::array<std::uint8_t, 32> secret{};
};

KeySeed make_seed(Random& random);
SigningKey signing_key(const KeySeed& seed);
SealingKey sealing_key(const KeySeed& seed);

/// Names a public key in a file's trailer: 16 hexadecimal digits of its hash.
std::string key_id(const SigningPublicKey& key);

Signature sign(std::string_view message, const SigningKey& key);
bool verify(std::string_view message, const Signature& signature, const SigningPublicKey& key);

/// Seals to a reader, byte for byte as libsodium's crypto_box_seal, but with the ephemeral key
/// taken from `random`, so that a simulated run can be repeated.
std::string seal(std::string_view text, const SealingPublicKey& reader, Random& random);
/// What was sealed to `key`; nothing if it was sealed to another or altered.
std::optional<std::string> unseal(std::string_view sealed, const SealingKey& key);

/// Standard base-64 with padding. Decoding is strict: one text for one value, no blanks.
std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

/// 64 hexadecimal digits, lower case only, as 32 bytes.
std::optional<std::array<std::uint8_t, 32>> from_hex(std::string_view text);

}  // namespace foyer::sync
