#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tests/simulation/beginnings.h"
#include "tests/simulation/coverage.h"
#include "tests/simulation/oracles.h"
#include "tests/simulation/schedule.h"

namespace foyer::simulation {

/// What people do to the computers, well or badly: they keep copies of stores and put them back,
/// image disks, install newer and older releases, enrol kiosks anew, and find stolen ones again.
class People {
  public:
    /// Keeps a copy of every store, as of the beginning. Parties are running.
    People(Showroom& showroom, Oracles& oracles, Coverage& coverage,
           std::function<void(const std::string&)> say);

    /// The part of the step that is theirs, if the party's disk is sound.
    void act(Party& party, const Step& step);
    /// Headquarters has done what the step asked for.
    void note(const Step& step);
    /// Somebody reads on the kiosk's page that it must be enrolled again.
    void tend(Kiosk& kiosk);
    /// The faults are over: every computer gets the newest release, and some of the stolen kiosks
    /// are found. Parties are running.
    void settle(std::uint64_t seed);
    /// Headquarters believes nothing this kiosk writes.
    bool is_revoked(const Kiosk& kiosk);
    /// Or it is a copy of such a kiosk, goes by that one's name, and is told nothing.
    bool is_outcast(Kiosk& kiosk);

  private:
    bool is_revoked(const std::string& name);
    void copy(Party& party, const Step& step);
    void put(Party& party, const Party::Copy& store);
    void install(Party& party, int newest_schema);
    void enrol(Kiosk& kiosk);
    /// Where what the kiosks captured is, of all of them the worst.
    std::string outstanding();

    Showroom& showroom_;
    Oracles& oracles_;
    Coverage& coverage_;
    std::function<void(const std::string&)> say_;
    std::map<Party*, Party::Copy> copies_;
};

}  // namespace foyer::simulation
