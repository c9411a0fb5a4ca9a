#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "shared/desk/desk.h"
#include "shared/world/clock.h"
#include "shared/world/random.h"

namespace foyer::kiosk {

/// A showroom with a real store on disk, a real desk and a clock that stands still: four members of
/// staff, two of them consultants on duty, a waiting limit of 15 minutes.
class ReceptionWorld {
  public:
    ReceptionWorld();
    ~ReceptionWorld();
    ReceptionWorld(const ReceptionWorld&) = delete;
    ReceptionWorld& operator=(const ReceptionWorld&) = delete;

    /// Registers a party of two at the counter; an empty phone leaves no details.
    Id arrive(const std::string& phone, const std::string& name);

    ManualClock clock;
    std::shared_ptr<const Pack> pack;

  private:
    std::filesystem::path folder_;
    SeededRandom random_{7};
    std::unique_ptr<Store> store_;
    std::unique_ptr<Journal> journal_;

  public:
    std::unique_ptr<Desk> desk;
};

}  // namespace foyer::kiosk
