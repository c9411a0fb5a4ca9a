#include "shared/security/digest.h"

#include <sodium.h>

#include <stdexcept>

namespace foyer {
namespace {

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Digest hash(std::string_view bytes, std::string_view key) {
    // Chooses the fastest implementation for this processor; does nothing the second time.
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used on this machine");
    Digest result;
    crypto_generichash(result.data(), result.size(), bytes_of(bytes), bytes.size(),
                       key.empty() ? nullptr : bytes_of(key), key.size());
    return result;
}

}  // namespace

Digest digest(std::string_view bytes) {
    return hash(bytes, {});
}

std::string digest_hex(std::string_view bytes) {
    return to_hex(digest(bytes));
}

std::string keyed_digest_hex(std::string_view bytes, std::string_view key) {
    if (key.size() < crypto_generichash_KEYBYTES_MIN ||
        key.size() > crypto_generichash_KEYBYTES_MAX) {
        throw std::invalid_argument("a key has 16 to 64 bytes");
    }
    return to_hex(hash(bytes, key));
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
    static const char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string random_id(WallTime now, Random& random) {
    std::array<std::uint8_t, 16> id;
    random.fill(id);
    for (std::size_t i = 0; i < 6; ++i) {
        id[i] = std::uint8_t(std::uint64_t(now) >> (40 - 8 * i));
    }
    id[6] = std::uint8_t(0x70 | (id[6] & 0x0F));
    id[8] = std::uint8_t(0x80 | (id[8] & 0x3F));
    return to_hex(id);
}

std::array<std::uint8_t, 16> id_bytes(std::string_view id) {
    std::array<std::uint8_t, 16> bytes{};
    std::size_t written = 0;
    const bool read = sodium_hex2bin(bytes.data(), bytes.size(), id.data(), id.size(), nullptr,
                                     &written, nullptr) == 0;
    if (!read || written != bytes.size() || id.size() != 2 * bytes.size()) {
        throw std::invalid_argument("not an id: " + std::string(id));
    }
    return bytes;
}

}  // namespace foyer
