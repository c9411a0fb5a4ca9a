#include "shared/codes/receipt_code.h"

#include <sodium.h>

#include <array>

#include "shared/codes/crockford.h"
#include "shared/codes/reed_solomon.h"

namespace foyer {
namespace {

constexpr std::string_view receipt_tag = "foyer receipt 1\n";
constexpr std::size_t data_symbols = 8;
constexpr std::size_t receipt_length = data_symbols + 2;
constexpr std::size_t longest_raw = 64;

}  // namespace

std::string receipt_code(std::span<const std::uint8_t, 16> claim_id) {
    std::array<std::uint8_t, crypto_generichash_BYTES> hash{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(receipt_tag.data()),
                              receipt_tag.size());
    crypto_generichash_update(&state, claim_id.data(), claim_id.size());
    crypto_generichash_final(&state, hash.data(), hash.size());
    std::array<std::uint8_t, receipt_length> symbols{};
    for (std::size_t i = 0; i < data_symbols; ++i)
        symbols[i] = hash[i] & 31;
    const auto checks = check_symbols({symbols.data(), data_symbols});
    symbols[data_symbols] = checks[0];
    symbols[data_symbols + 1] = checks[1];
    return crockford_text(symbols);
}

std::string format_receipt(std::string_view code) {
    if (code.size() <= receipt_length / 2) return std::string(code);
    return std::string(code.substr(0, receipt_length / 2)) + '-' +
           std::string(code.substr(receipt_length / 2));
}

std::optional<std::string> read_receipt_code(std::string_view raw) {
    if (raw.size() > longest_raw) return std::nullopt;
    const auto symbols = crockford_values(raw);
    if (!symbols || symbols->size() != receipt_length) return std::nullopt;
    if (find_error(*symbols).kind != SymbolError::Kind::none) return std::nullopt;
    return crockford_text(*symbols);
}

bool is_receipt_of(std::string_view raw, std::span<const std::uint8_t, 16> claim_id) {
    return read_receipt_code(raw) == receipt_code(claim_id);
}

}  // namespace foyer
