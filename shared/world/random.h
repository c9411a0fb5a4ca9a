#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace foyer {

/// Where unpredictable bytes come from. A seam: tests and the simulator hold a seeded one (design
/// §2.6).
class Random {
  public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;

    std::uint64_t next() {
        std::uint8_t bytes[8];
        fill(bytes);
        std::uint64_t value = 0;
        for (std::uint8_t byte : bytes)
            value = value << 8 | byte;
        return value;
    }
};

/// The operating system's generator, fit for keys. Any thread.
class SystemRandom : public Random {
  public:
    void fill(std::span<std::uint8_t> bytes) override;
};

/// The same bytes for the same seed. Not for keys. One thread.
class SeededRandom : public Random {
  public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

  private:
    std::uint64_t state_;
};

}  // namespace foyer
