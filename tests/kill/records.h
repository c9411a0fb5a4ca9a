#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "shared/journal/event.h"
#include "shared/world/clock.h"

namespace foyer::test {

/// Where everything of a run lies.
struct KillPlace {
    std::filesystem::path folder;

    std::filesystem::path kiosk() const { return folder / "kiosk"; }
    std::filesystem::path kiosk_store() const { return kiosk() / "foyer.db"; }
    std::filesystem::path headquarters() const { return folder / "hq"; }
};

/// A registration the kiosk has called done: the screen would show the number by now.
struct Acknowledged {
    std::uint64_t number = 0;  ///< of the run; the phone number is made from it
    std::array<char, 32> visit{};
};

/// The phone number of the party with this number: no two parties share one.
std::string phone_of(std::uint64_t number);

/// Makes headquarters, publishes the pack and enrols the kiosk.
void prepare(const KillPlace& place);

/// The whole kiosk without its window, in the process that calls it: opens the store, checks that
/// what was acknowledged before is there, then registers party after party from `first` on while
/// sync exchanges files in its own thread. Writes each acknowledged registration to `pipe`. Never
/// returns of its own accord; exits with 3 if something is missing.
[[noreturn]] void run_kiosk(const KillPlace& place, WallTime now, std::uint64_t first,
                            const std::vector<Acknowledged>& before, int pipe);

/// One round of headquarters in the process that calls it.
void run_headquarters(const KillPlace& place, WallTime now);

/// Exchanges until both sides have everything. False if that does not come to pass.
bool settle(const KillPlace& place, WallTime now);

/// What a run came to.
struct Verdict {
    std::int64_t visits = 0;   ///< at the kiosk, also those that were not acknowledged in time
    std::int64_t lost = 0;     ///< acknowledged, and missing at the kiosk or at headquarters
    std::int64_t doubled = 0;  ///< parties with more than one visit, on either side
    bool equal = false;        ///< both sides hold the same events
};
Verdict judge(const KillPlace& place, const std::vector<Acknowledged>& acknowledged);

}  // namespace foyer::test
