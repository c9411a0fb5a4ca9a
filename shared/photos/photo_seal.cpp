#include "shared/photos/photo_seal.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "shared/security/digest.h"

namespace foyer {
namespace {

constexpr std::size_t key_size = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t largest_piece = largest_photo_part - tag_size;

using Key = std::array<std::uint8_t, key_size>;
using Nonce = std::array<std::uint8_t, nonce_size>;

/// The key is used once, so the number is nonce enough.
Nonce nonce_of(std::size_t number) {
    Nonce nonce{};
    std::uint64_t left = number + 1;
    for (std::size_t at = nonce_size; left > 0; left >>= 8)
        nonce[--at] = std::uint8_t(left);
    return nonce;
}

/// What a part belongs to: parts can be neither exchanged, moved nor left out.
std::string place_of(const Id& id, std::size_t number, std::size_t count) {
    return "foyer photo 1\n" + id + "\n" + std::to_string(number + 1) + " " +
           std::to_string(count) + "\n";
}

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string seal(std::string_view piece, const std::string& place, const Nonce& nonce,
                 const Key& key) {
    std::string sealed(piece.size() + tag_size, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(sealed.data()),
                                               nullptr, raw(piece), piece.size(), raw(place),
                                               place.size(), nullptr, nonce.data(), key.data());
    return sealed;
}

}  // namespace

SealedPhoto seal_photo(std::string_view bytes, const Id& id, Random& random) {
    const std::size_t count = (bytes.size() + largest_piece - 1) / largest_piece;
    if (count == 0 || count > most_photo_parts) {
        throw std::invalid_argument("a photo of " + std::to_string(bytes.size()) + " bytes");
    }
    Key key;
    random.fill(key);
    SealedPhoto sealed;
    sealed.photo.id = id;
    sealed.photo.size = bytes.size();
    sealed.photo.key = to_hex(key);
    for (std::size_t number = 0; number < count; ++number) {
        const std::string_view piece = bytes.substr(number * largest_piece, largest_piece);
        sealed.parts.push_back(seal(piece, place_of(id, number, count), nonce_of(number), key));
        const std::string& part = sealed.parts.back();
        sealed.photo.parts.push_back({digest_hex(part), part.size()});
    }
    return sealed;
}

std::optional<std::string> open_photo_part(const Photo& photo, std::size_t number,
                                           std::string_view sealed) {
    const PhotoPart& part = photo.parts.at(number);
    if (sealed.size() != part.size || sealed.size() < tag_size || digest_hex(sealed) != part.hash) {
        return std::nullopt;
    }
    Key key;
    std::size_t length = 0;
    if (sodium_hex2bin(key.data(), key.size(), photo.key.data(), photo.key.size(), nullptr, &length,
                       nullptr) != 0 ||
        length != key.size()) {
        return std::nullopt;
    }
    const std::string place = place_of(photo.id, number, photo.parts.size());
    std::string piece(sealed.size() - tag_size, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            reinterpret_cast<unsigned char*>(piece.data()), nullptr, nullptr, raw(sealed),
            sealed.size(), raw(place), place.size(), nonce_of(number).data(), key.data()) != 0) {
        return std::nullopt;
    }
    return piece;
}

}  // namespace foyer
