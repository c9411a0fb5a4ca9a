#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/simulation/oracles.h"
#include "tests/simulation/party.h"
#include "tests/simulation/schedule.h"

namespace foyer::simulation {

/// Headquarters, its kiosks, and the simulated disks they live on. Made once; every schedule begins
/// from one of a few images of it, so that it costs a copy instead of an enrolment.
class Showroom {
  public:
    /// `folder` exists: headquarters keeps its lock there. `assets` holds packs and schemas.
    Showroom(const std::filesystem::path& folder, const std::filesystem::path& assets);

    /// Puts everybody back to a beginning, switched off. What the oracles know of it.
    Oracles begin(Beginning beginning, std::uint64_t seed);

    Centre& centre() { return *centre_; }
    std::vector<Party*>& parties() { return parties_; }  ///< headquarters first
    Party& party(int number) { return *parties_[std::size_t(number)]; }
    Kiosk& kiosk(int number) { return *kiosks_[std::size_t(number - 1)]; }
    const Pack& pack() const { return *pack_; }

    /// The same on everybody's clock.
    void wait(WallTime time);

  private:
    struct Images {
        std::vector<Image> parties;
        Oracles oracles;
    };

    void open_first_time();
    void make_history();
    void exchange();
    void remember(Beginning beginning);

    std::shared_ptr<const Pack> pack_;
    Disk founded_;  ///< a new headquarters, made while SQLite still used the machine's own disk
    DiskVfs vfs_;
    std::unique_ptr<Centre> centre_;
    std::vector<std::unique_ptr<Kiosk>> kiosks_;
    std::vector<Party*> parties_;
    std::array<Images, 3> beginnings_;
    Coverage coverage_;  ///< of the making: thrown away
};

/// A visitor of the simulated people, as the kiosk's pages would hand it over.
Arrival arrival_of(const Pack& pack, std::size_t person);

}  // namespace foyer::simulation
