#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "shared/world/clock.h"

namespace foyer {

/// How much work one guess at a PIN costs (Argon2id).
struct PinCost {
    unsigned long long operations;
    std::size_t memory;  ///< bytes
};

/// Some 70 ms and 64 MiB a guess.
constexpr PinCost showroom_pin_cost = {2, 64u << 20};
/// The least libsodium allows, for tests and the simulator.
constexpr PinCost quick_pin_cost = {1, 8u << 10};

/// The text that proves a PIN, as a pack keeps it; salted, so that equal PINs do not look equal.
/// Throws std::runtime_error if the memory cannot be had. Slow: call on a background thread.
std::string hash_pin(std::string_view pin, const PinCost& cost);

/// Whether `pin` is the one `hash` was made from; false also for a text that is no hash. The cost
/// is in the hash. Slow: call on a background thread.
bool verify_pin(std::string_view pin, const std::string& hash);

/// Makes guessing PINs slow: after each wrong PIN of a member of staff the wait before the next
/// grows, and five in a row lock that member out for ten minutes, after which five more may be
/// tried. Counts by ticks, so that setting the wall clock does not help. One thread.
class PinGuard {
  public:
    static constexpr int tries_before_lock = 5;
    static constexpr std::int64_t lock_time = 10 * one_minute;

    /// `clock` outlives the guard.
    explicit PinGuard(const Clock& clock) : clock_(clock) {}

    /// Milliseconds until a PIN of this member may be tried; 0 when at once.
    std::int64_t wait(const std::string& staff) const;
    /// Whether the wait is the long one.
    bool locked(const std::string& staff) const;
    /// How many wrong PINs are left before the lock; 0 while locked.
    int tries_left(const std::string& staff) const;

    /// A wrong PIN was given. Keep save() before telling the person, so that pulling the plug
    /// wins nothing.
    void failed(const std::string& staff);
    /// The right PIN was given: the count starts anew.
    void succeeded(const std::string& staff);

    /// The counts and the waits that are left, as text for the store.
    std::string save() const;
    /// Takes up what save() wrote, in another run of the program: waits go on with what was left
    /// of them then. Throws std::runtime_error for any other text and changes nothing.
    void restore(std::string_view saved);

  private:
    struct Record {
        int failures = 0;
        std::int64_t free_at = 0;  ///< ticks
    };

    const Record* record(const std::string& staff) const;

    const Clock& clock_;
    std::map<std::string, Record> records_;
};

}  // namespace foyer
