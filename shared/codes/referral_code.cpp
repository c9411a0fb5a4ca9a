#include "shared/codes/referral_code.h"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "shared/codes/crockford.h"
#include "shared/codes/reed_solomon.h"

namespace foyer {
namespace {

static_assert(std::tuple_size_v<CodePublicKey> == crypto_sign_PUBLICKEYBYTES);
static_assert(sizeof(CodeSecrets::signing_key) == crypto_sign_SECRETKEYBYTES);
static_assert(std::tuple_size_v<CodeMacKey> == crypto_generichash_KEYBYTES);

// Domain tags: neither hash nor signature can be passed off as one made for another purpose.
constexpr std::string_view mac_tag = "foyer typed referral code 1\n";
constexpr std::string_view sign_tag = "foyer referral code XR1\n";
constexpr std::string_view qr_prefix = "XR1";
constexpr std::string_view aim_prefix = "]Q1";

// The signed body: headquarters 8, id 5, last valid day 3 bytes, numbers big-endian.
constexpr std::size_t id_bytes = 5;
constexpr std::size_t day_bytes = 3;
constexpr std::size_t body_bytes = std::tuple_size_v<CodeGroup> + id_bytes + day_bytes;
constexpr std::size_t signed_bytes = body_bytes + crypto_sign_BYTES;
constexpr std::size_t qr_symbols = signed_bytes * 8 / 5;
static_assert(signed_bytes * 8 % 5 == 0);
constexpr std::int64_t day_bound = std::int64_t{1} << (8 * day_bytes);

constexpr std::size_t id_symbols = 8;
constexpr std::size_t mac_symbols = 6;
static_assert(id_symbols + mac_symbols + 2 == typed_code_length);

// Room for a hyphen or space between any two symbols; whatever is longer is no code of ours.
constexpr std::size_t longest_raw = 2 * (qr_prefix.size() + qr_symbols) + 16;

using Symbols = std::vector<std::uint8_t>;

void put_number(std::vector<std::uint8_t>& bytes, std::uint64_t number, std::size_t count) {
    for (std::size_t i = count; i-- > 0;)
        bytes.push_back(std::uint8_t(number >> (8 * i)));
}

std::uint64_t number_of(std::span<const std::uint8_t> bytes) {
    std::uint64_t number = 0;
    for (std::uint8_t byte : bytes)
        number = number << 8 | byte;
    return number;
}

void check_id(std::uint64_t id) {
    if (id >= referral_id_bound) throw std::invalid_argument("referral id out of bounds");
}

std::vector<std::uint8_t> tagged(std::string_view tag, std::span<const std::uint8_t> bytes) {
    std::vector<std::uint8_t> message(tag.begin(), tag.end());
    message.insert(message.end(), bytes.begin(), bytes.end());
    return message;
}

/// Id and keyed hash as symbols, without check symbols.
Symbols typed_data(std::uint64_t id, const CodeMacKey& mac_key) {
    std::vector<std::uint8_t> id_big_endian;
    put_number(id_big_endian, id, id_bytes);
    const auto message = tagged(mac_tag, id_big_endian);
    std::array<std::uint8_t, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), message.data(), message.size(), mac_key.data(),
                       mac_key.size());
    const std::uint64_t mac = number_of({hash.data(), 4}) >> 2;
    Symbols symbols;
    for (std::size_t i = id_symbols; i-- > 0;)
        symbols.push_back(std::uint8_t(id >> (5 * i) & 31));
    for (std::size_t i = mac_symbols; i-- > 0;)
        symbols.push_back(std::uint8_t(mac >> (5 * i) & 31));
    return symbols;
}

std::uint64_t typed_id(const Symbols& symbols) {
    std::uint64_t id = 0;
    for (std::size_t i = 0; i < id_symbols; ++i)
        id = id << 5 | symbols[i];
    return id;
}

/// Whether the hash in the symbols is that of their id. Takes the same time for every hash.
bool is_genuine(const Symbols& symbols, const CodeMacKey& mac_key) {
    const Symbols expected = typed_data(typed_id(symbols), mac_key);
    return sodium_memcmp(expected.data(), symbols.data(), expected.size()) == 0;
}

CodeReading fault(CodeFault fault) {
    CodeReading reading;
    reading.fault = fault;
    return reading;
}

CodeReading read_typed(Symbols symbols, const CodeKeys& keys) {
    if (symbols.size() < typed_code_length) return fault(CodeFault::incomplete);
    const SymbolError error = find_error(symbols);
    if (error.kind == SymbolError::Kind::none) {
        if (!is_genuine(symbols, keys.mac_key)) return fault(CodeFault::forged);
        CodeReading reading = fault(CodeFault::none);
        reading.id = typed_id(symbols);
        return reading;
    }
    CodeReading reading = fault(CodeFault::wrong_symbol);
    if (error.kind == SymbolError::Kind::one) {
        // Two wrong symbols can look like one elsewhere. It is told only when putting it
        // right gives a genuine code; a forger learns no more than by trying that code itself.
        symbols[error.position] ^= error.difference;
        if (is_genuine(symbols, keys.mac_key)) {
            reading.wrong_position = int(error.position);
            reading.right_symbol = crockford_symbol(symbols[error.position]);
        }
    }
    return reading;
}

CodeReading read_signed(std::string_view text, const CodeKeys& keys, std::int64_t today) {
    const auto bytes = crockford_decode(text);
    if (!bytes || bytes->size() != signed_bytes) return fault(CodeFault::not_a_code);
    const std::span<const std::uint8_t> all(*bytes);
    const auto body = all.first<body_bytes>();
    const auto group = body.first(keys.group.size());
    if (!std::equal(group.begin(), group.end(), keys.group.begin())) {
        return fault(CodeFault::foreign);
    }
    const auto message = tagged(sign_tag, body);
    if (crypto_sign_verify_detached(all.subspan(body_bytes).data(), message.data(), message.size(),
                                    keys.public_key.data()) != 0) {
        return fault(CodeFault::forged);
    }
    CodeReading reading = fault(CodeFault::none);
    reading.is_signed = true;
    reading.id = number_of(body.subspan(keys.group.size(), id_bytes));
    reading.expires_on = std::int64_t(number_of(body.last(day_bytes)));
    if (today > *reading.expires_on) reading.fault = CodeFault::expired;
    return reading;
}

bool is_blank(char character) {
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

std::string_view without_blanks_around(std::string_view text) {
    while (!text.empty() && is_blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

bool same_letters(std::string_view text, std::string_view upper) {
    return std::equal(text.begin(), text.end(), upper.begin(), upper.end(), [](char a, char b) {
        return a == b || (a >= 'a' && a <= 'z' && a - ('a' - 'A') == b);
    });
}

}  // namespace

CodeSecrets make_code_secrets(Random& random) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used on this machine");
    std::array<std::uint8_t, crypto_sign_SEEDBYTES> seed{};
    random.fill(seed);
    CodeSecrets secrets;
    CodePublicKey public_key{};
    crypto_sign_seed_keypair(public_key.data(), secrets.signing_key.data(), seed.data());
    sodium_memzero(seed.data(), seed.size());
    random.fill(secrets.mac_key);
    return secrets;
}

CodeKeys code_keys(const CodeSecrets& secrets) {
    CodeKeys keys;
    crypto_sign_ed25519_sk_to_pk(keys.public_key.data(), secrets.signing_key.data());
    keys.group = code_group(keys.public_key);
    keys.mac_key = secrets.mac_key;
    return keys;
}

CodeGroup code_group(const CodePublicKey& public_key) {
    std::array<std::uint8_t, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), public_key.data(), public_key.size(), nullptr, 0);
    CodeGroup group{};
    std::copy_n(hash.begin(), group.size(), group.begin());
    return group;
}

std::string typed_code(std::uint64_t id, const CodeMacKey& mac_key) {
    check_id(id);
    Symbols symbols = typed_data(id, mac_key);
    const auto checks = check_symbols(symbols);
    symbols.insert(symbols.end(), checks.begin(), checks.end());
    return crockford_text(symbols);
}

std::string format_typed(std::string_view symbols) {
    std::string text;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += '-';
        text += symbols[i];
    }
    return text;
}

std::string qr_payload(const ReferralCode& code, const CodeSecrets& secrets) {
    check_id(code.id);
    if (code.expires_on < 0 || code.expires_on >= day_bound) {
        throw std::invalid_argument("last valid day out of bounds");
    }
    const CodeKeys keys = code_keys(secrets);
    std::vector<std::uint8_t> body(keys.group.begin(), keys.group.end());
    put_number(body, code.id, id_bytes);
    put_number(body, std::uint64_t(code.expires_on), day_bytes);
    const auto message = tagged(sign_tag, body);
    body.resize(signed_bytes);
    crypto_sign_detached(body.data() + body_bytes, nullptr, message.data(), message.size(),
                         secrets.signing_key.data());
    return std::string(qr_prefix) + crockford_encode(body);
}

CodeReading read_code(std::string_view raw, const CodeKeys& keys, std::int64_t today) {
    if (raw.size() > longest_raw) return fault(CodeFault::not_a_code);
    std::string_view text = without_blanks_around(raw);
    if (same_letters(text.substr(0, aim_prefix.size()), aim_prefix)) {
        text.remove_prefix(aim_prefix.size());
    }
    auto symbols = crockford_values(text);
    if (!symbols) return fault(CodeFault::not_a_code);
    // A typed code may happen to begin with XR1, too: the length decides.
    if (symbols->size() <= typed_code_length) return read_typed(std::move(*symbols), keys);
    if (!same_letters(text.substr(0, qr_prefix.size()), qr_prefix)) {
        return fault(CodeFault::not_a_code);
    }
    if (symbols->size() < qr_prefix.size() + qr_symbols) return fault(CodeFault::incomplete);
    return read_signed(text.substr(qr_prefix.size()), keys, today);
}

}  // namespace foyer
