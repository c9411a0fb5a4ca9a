#include "sync/format/keys.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "shared/security/digest.h"

namespace foyer::sync {
namespace {

static_assert(std::tuple_size_v<SigningPublicKey> == crypto_sign_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<SealingPublicKey> == crypto_box_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<Signature> == crypto_sign_BYTES);
static_assert(std::tuple_size_v<KeySeed> == crypto_sign_SEEDBYTES);
static_assert(std::tuple_size_v<KeySeed> == crypto_box_SEEDBYTES);

static_assert(std::tuple_size_v<decltype(SealingKey::secret)> == crypto_box_SECRETKEYBYTES);

using SigningSecret = std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES>;

void ready() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used on this machine");
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace

KeySeed make_seed(Random& random) {
    KeySeed seed{};
    random.fill(seed);
    return seed;
}

SigningKey signing_key(const KeySeed& seed) {
    ready();
    SigningKey key{seed, {}};
    SigningSecret secret{};
    crypto_sign_seed_keypair(key.public_key.data(), secret.data(), seed.data());
    sodium_memzero(secret.data(), secret.size());
    return key;
}

SealingKey sealing_key(const KeySeed& seed) {
    ready();
    SealingKey key{seed, {}, {}};
    crypto_box_seed_keypair(key.public_key.data(), key.secret.data(), seed.data());
    return key;
}

std::string key_id(const SigningPublicKey& key) {
    return digest_hex({reinterpret_cast<const char*>(key.data()), key.size()}).substr(0, 16);
}

Signature sign(std::string_view message, const SigningKey& key) {
    ready();
    // libsodium's secret key is the seed followed by the public key.
    SigningSecret secret{};
    std::copy(key.seed.begin(), key.seed.end(), secret.begin());
    std::copy(key.public_key.begin(), key.public_key.end(), secret.begin() + key.seed.size());
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(),
                         secret.data());
    sodium_memzero(secret.data(), secret.size());
    return signature;
}

bool verify(std::string_view message, const Signature& signature, const SigningPublicKey& key) {
    ready();
    return crypto_sign_verify_detached(signature.data(), bytes_of(message), message.size(),
                                       key.data()) == 0;
}

std::string seal(std::string_view text, const SealingPublicKey& reader, Random& random) {
    SealingKey ephemeral = sealing_key(make_seed(random));
    const SealingPublicKey& public_key = ephemeral.public_key;
    // As crypto_box_seal does: the nonce is the hash of both public keys.
    std::array<std::uint8_t, crypto_box_NONCEBYTES> nonce{};
    std::array<std::uint8_t, 2 * crypto_box_PUBLICKEYBYTES> both{};
    std::memcpy(both.data(), public_key.data(), public_key.size());
    std::memcpy(both.data() + public_key.size(), reader.data(), reader.size());
    crypto_generichash(nonce.data(), nonce.size(), both.data(), both.size(), nullptr, 0);
    std::string sealed(text.size() + crypto_box_SEALBYTES, '\0');
    std::memcpy(sealed.data(), public_key.data(), public_key.size());
    const int failed =
        crypto_box_easy(bytes_of(sealed) + public_key.size(), bytes_of(text), text.size(),
                        nonce.data(), reader.data(), ephemeral.secret.data());
    sodium_memzero(ephemeral.secret.data(), ephemeral.secret.size());
    if (failed != 0) throw std::runtime_error("the reader's public key is no key");
    return sealed;
}

std::optional<std::string> unseal(std::string_view sealed, const SealingKey& key) {
    ready();
    if (sealed.size() < crypto_box_SEALBYTES) return std::nullopt;
    std::string text(sealed.size() - crypto_box_SEALBYTES, '\0');
    const int failed = crypto_box_seal_open(bytes_of(text), bytes_of(sealed), sealed.size(),
                                            key.public_key.data(), key.secret.data());
    if (failed != 0) return std::nullopt;
    return text;
}

std::string to_base64(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), variant);
    text.pop_back();  // the terminating zero
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    const int failed = sodium_base642bin(bytes_of(bytes), bytes.size(), text.data(), text.size(),
                                         nullptr, &size, &end, sodium_base64_VARIANT_ORIGINAL);
    if (failed != 0 || end != text.data() + text.size()) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

std::optional<std::array<std::uint8_t, 32>> from_hex(std::string_view text) {
    std::array<std::uint8_t, 32> bytes{};
    if (text.size() != 2 * bytes.size()) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        int value = -1;
        if (c >= '0' && c <= '9') value = c - '0';
        if (c >= 'a' && c <= 'f') value = c - 'a' + 10;
        if (value < 0) return std::nullopt;
        bytes[i / 2] = std::uint8_t(bytes[i / 2] << 4 | value);
    }
    return bytes;
}

}  // namespace foyer::sync
