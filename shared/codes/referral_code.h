#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/world/random.h"

namespace foyer {

/// A referral code says who referred somebody, in two shapes (domain §2.3, design §4):
///
/// * typed, 16 Crockford symbols: an id of 40 bits, 30 bits of a keyed hash of it, and two
///   Reed–Solomon symbols. Short enough for a text message and a telephone.
/// * QR, `XR1` and 128 symbols: headquarters, id and last valid day under an Ed25519 signature.
///
/// Both are verified without a network. A code proves who referred, not who is standing there:
/// whoever pays out asks for a second factor (design §4). All functions are pure; any thread.

using CodePublicKey = std::array<std::uint8_t, 32>;
using CodeMacKey = std::array<std::uint8_t, 32>;
using CodeGroup = std::array<std::uint8_t, 8>;

/// Ids are below this bound (40 bits).
constexpr std::uint64_t referral_id_bound = std::uint64_t{1} << 40;
/// Symbols of a typed code, not counting hyphens.
constexpr std::size_t typed_code_length = 16;

/// What a kiosk needs to verify codes of its headquarters. The hash key is as secret as the kiosk's
/// store: whoever has it can make typed codes, but no QR codes.
struct CodeKeys {
    CodePublicKey public_key{};
    CodeGroup group{};  ///< code_group(public_key): names the headquarters
    CodeMacKey mac_key{};
};

/// What only headquarters has: it alone can sign.
struct CodeSecrets {
    std::array<std::uint8_t, 64> signing_key{};  ///< Ed25519, as libsodium lays it out
    CodeMacKey mac_key{};
};

struct ReferralCode {
    std::uint64_t id = 0;         ///< below referral_id_bound
    std::int64_t expires_on = 0;  ///< last valid day in the showroom's calendar, days since
                                  ///< 1970-01-01; 0 … 16,777,215
};

/// New keys for a headquarters. Throws std::runtime_error if libsodium cannot be used.
CodeSecrets make_code_secrets(Random& random);

/// What kiosks are given of the secrets.
CodeKeys code_keys(const CodeSecrets& secrets);

/// The eight bytes that name a headquarters: BLAKE2b of its public key.
CodeGroup code_group(const CodePublicKey& public_key);

/// The 16 symbols a person can type, without hyphens. Throws std::invalid_argument for an id out of
/// bounds.
std::string typed_code(std::uint64_t id, const CodeMacKey& mac_key);

/// Hyphens after every fourth symbol: "7K3M9QXT4HVRD2W8" → "7K3M-9QXT-4HVR-D2W8". Takes parts, too,
/// as they are typed.
std::string format_typed(std::string_view symbols);

/// The text of the QR code: 131 characters, all in the QR alphanumeric set and on the same keys of
/// every Latin keyboard layout. Throws std::invalid_argument for an id or a day out of bounds.
std::string qr_payload(const ReferralCode& code, const CodeSecrets& secrets);

enum class CodeFault {
    none,
    not_a_code,    ///< something else: a web address, another shop's card
    incomplete,    ///< the beginning of a code
    wrong_symbol,  ///< a slip in typing, see CodeReading::wrong_position
    forged,        ///< well-formed, but not made by the headquarters it claims
    foreign,       ///< of another headquarters; only a QR code tells
    expired,       ///< genuine, but its last day is over; only a QR code tells
};

struct CodeReading {
    CodeFault fault = CodeFault::not_a_code;
    std::uint64_t id = 0;                    ///< set for none and expired
    std::optional<std::int64_t> expires_on;  ///< set for a genuine QR code
    bool is_signed = false;                  ///< true for a genuine QR code
    /// For wrong_symbol: where it is (0 … 15), if exactly one symbol is wrong; nothing if more are,
    /// or if two have changed places.
    std::optional<int> wrong_position;
    /// With wrong_position: what it must have been. Telling it makes no code easier to guess: it is
    /// told of a genuine code only, which whoever tries codes could as well have tried itself.
    std::optional<char> right_symbol;

    bool accepted() const { return fault == CodeFault::none; }
};

/// Reads whatever a camera, a hardware scanner (with or without its AIM prefix `]Q1`, in any case,
/// ended by a key) or a finger gives. `today` is the day number in the showroom's calendar. Never
/// throws for any input; looks at the length before anything else.
CodeReading read_code(std::string_view raw, const CodeKeys& keys, std::int64_t today);

}  // namespace foyer
