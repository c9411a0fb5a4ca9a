#pragma once

#include <string>

#include "shared/desk/desk.h"
#include "shared/world/clock.h"

namespace foyer::kiosk {

/// The months before the demonstration, told to a desk in the order in which they happened. Each
/// chapter moves the clock on.
class DemoHistory {
  public:
    /// `opening` is the moment at which the demonstration begins.
    DemoHistory(Desk& desk, ManualClock& clock, WallTime opening);

    /// A customer buys and later sends a first friend, who buys as well.
    void first_friend();
    /// A second friend buys, long enough ago for the reward to be claimed.
    void second_friend();
    /// The reward for the first friend is claimed at reception.
    void first_claim();
    /// Two more friends: one has bought not long enough ago, one has only come by.
    void more_friends();
    /// The morning before the doors of the demonstration open.
    void this_morning();

    /// The customer who sends the friends (E.164).
    static const std::string& referrer_phone();

  private:
    struct Party;
    Id arrive(const Party& party, const Id& referrer = {});
    void meet(const Id& visit);
    void leave(const Id& visit, VisitOutcome outcome);
    void at(int days_before, int hour, int minute);

    Desk& desk_;
    ManualClock& clock_;
    const WallTime opening_;
    const WallTime midnight_;  ///< of the opening's day, in the showroom
    Id referrer_;
};

}  // namespace foyer::kiosk
