#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace foyer {

/// Two Reed–Solomon check symbols over GF(32) for up to 29 symbols before them: any one wrong
/// symbol is located, any two symbols that changed places are noticed. Pure functions, any thread.

/// The two symbols to append to `data`.
std::array<std::uint8_t, 2> check_symbols(std::span<const std::uint8_t> data);

/// What is wrong with symbols whose last two are check symbols.
struct SymbolError {
    enum class Kind {
        none,
        one,      ///< looks like one wrong symbol at `position`; more than one can look so, too
        several,  ///< surely more than one, for instance two that changed places
    };
    Kind kind = Kind::none;
    std::size_t position = 0;
    std::uint8_t difference = 0;  ///< XOR of the wrong symbol and the right one
};
SymbolError find_error(std::span<const std::uint8_t> symbols);

}  // namespace foyer
