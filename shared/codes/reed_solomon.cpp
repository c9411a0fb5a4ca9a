#include "shared/codes/reed_solomon.h"

namespace foyer {
namespace {

/// Powers and logarithms of the generator 2 modulo x⁵ + x² + 1.
struct Field {
    std::array<std::uint8_t, 31> power{};
    std::array<std::uint8_t, 32> logarithm{};
};

constexpr Field make_field() {
    Field field;
    unsigned value = 1;
    for (unsigned i = 0; i < 31; ++i) {
        field.power[i] = std::uint8_t(value);
        field.logarithm[value] = std::uint8_t(i);
        value <<= 1;
        if ((value & 32) != 0) value ^= 0b100101;
    }
    return field;
}

constexpr Field field = make_field();

std::uint8_t multiply(std::uint8_t a, std::uint8_t b) {
    if (a == 0 || b == 0) return 0;
    return field.power[(field.logarithm[a] + field.logarithm[b]) % 31];
}

std::uint8_t divide(std::uint8_t a, std::uint8_t b) {
    if (a == 0) return 0;
    return field.power[(31 + field.logarithm[a] - field.logarithm[b]) % 31];
}

/// The sum of the symbols, and their sum weighted by the power of their position. Both are zero for
/// a sound code.
struct Syndromes {
    std::uint8_t plain = 0;
    std::uint8_t weighted = 0;
};

Syndromes syndromes(std::span<const std::uint8_t> symbols) {
    Syndromes sums;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        sums.plain ^= symbols[i];
        sums.weighted ^= multiply(symbols[i], field.power[i % 31]);
    }
    return sums;
}

}  // namespace

std::array<std::uint8_t, 2> check_symbols(std::span<const std::uint8_t> data) {
    // Two equations for the two symbols a, b at positions n and n + 1:
    // a + b = plain, power(n)·a + power(n+1)·b = weighted.
    const Syndromes sums = syndromes(data);
    const std::uint8_t first = field.power[data.size() % 31];
    const std::uint8_t second = field.power[(data.size() + 1) % 31];
    const std::uint8_t b = divide(sums.weighted ^ multiply(first, sums.plain), first ^ second);
    return {std::uint8_t(sums.plain ^ b), b};
}

SymbolError find_error(std::span<const std::uint8_t> symbols) {
    using Kind = SymbolError::Kind;
    const Syndromes sums = syndromes(symbols);
    if (sums.plain == 0 && sums.weighted == 0) return {Kind::none, 0, 0};
    if (sums.plain == 0 || sums.weighted == 0) return {Kind::several, 0, 0};
    const std::size_t position = field.logarithm[divide(sums.weighted, sums.plain)];
    if (position >= symbols.size()) return {Kind::several, 0, 0};
    return {Kind::one, position, sums.plain};
}

}  // namespace foyer
