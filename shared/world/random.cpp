#include "shared/world/random.h"

#include <sodium.h>

#include <stdexcept>

namespace foyer {

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used on this machine");
    randombytes_buf(bytes.data(), bytes.size());
}

void SeededRandom::fill(std::span<std::uint8_t> bytes) {
    for (std::uint8_t& byte : bytes) {
        // SplitMix64: every seed, also 0, gives a full-period stream.
        state_ += 0x9E3779B97F4A7C15u;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
        byte = std::uint8_t(mixed ^ mixed >> 31);
    }
}

}  // namespace foyer
