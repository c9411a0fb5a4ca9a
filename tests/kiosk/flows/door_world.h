#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/flows/check_in.h"
#include "shared/desk/desk.h"
#include "shared/world/clock.h"
#include "shared/world/random.h"

namespace foyer::kiosk {

/// A showroom as its visitors meet it: a real desk on a store on disk, a pack that asks for a
/// phone, a name, a purpose and one consent, two consultants on duty, and a headquarters' code
/// keys.
class DoorWorld {
  public:
    DoorWorld();
    ~DoorWorld();
    DoorWorld(const DoorWorld&) = delete;
    DoorWorld& operator=(const DoorWorld&) = delete;

    /// Types a number, ticks the required consent and hands it in, as far as the next page.
    CheckInNext hand_in_phone(CheckIn& check_in, const std::string& digits, bool consent = true);
    /// Registers what the check-in says, as its last page does.
    CheckedIn register_now(CheckIn& check_in);
    /// A visit of somebody, registered as a visitor would.
    CheckedIn visited(const std::string& digits, const std::string& name, Gender gender);
    /// A customer who has bought and was issued the code `id`.
    Id owner_with_code(const std::string& digits, const std::string& name, std::uint64_t id);
    std::string qr_of(std::uint64_t id) const;
    std::string typed_of(std::uint64_t id) const;
    std::int64_t today() const;

    const Registration& rules() const { return pack->registration; }

    ManualClock clock;
    std::shared_ptr<Pack> pack;
    std::optional<CodeKeys> keys;

  private:
    std::filesystem::path folder_;
    SeededRandom random_{11};
    CodeSecrets secrets_;
    std::unique_ptr<Store> store_;
    std::unique_ptr<Journal> journal_;

  public:
    std::unique_ptr<Desk> desk;
};

/// One character after the other, as a hand does it.
template <class Entry>
void type_into(Entry& entry, const std::string& ascii) {
    for (const char c : ascii)
        entry.type(char32_t(c));
}

}  // namespace foyer::kiosk
