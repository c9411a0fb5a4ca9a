#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/desk/desk.h"

namespace foyer::kiosk {

/// How the reward for one friend stands, in the order a reward lives (domain §2.7).
enum class FriendStanding {
    recommended,  ///< has not been here yet
    visited,      ///< has not ordered yet
    holding,      ///< the order must be some days older
    checking,     ///< headquarters verifies
    claimable,
    registered,  ///< claimed here, headquarters has not spoken yet
    disputed,    ///< claimed twice; headquarters decides
    approved,    ///< to be paid
    rejected,
};
FriendStanding friend_standing(const FriendReward& reward);

/// One friend who bought this year: a door pushed open.
struct OpenedDoor {
    WallTime ordered_at = 0;
    FriendStanding standing = FriendStanding::holding;
    int days_left = 0;
};
/// This year's, the earliest first. Only those of the order level count towards tiers (domain
/// §2.5, §2.6).
std::vector<OpenedDoor> doors_opened(const RewardsView& rewards, const Calendar& calendar,
                                     WallTime now);

/// Which doors the picture shows: numbers `first` to `last` of the year. The next tier is always
/// among them, and so is the door opened last; six at most.
struct DoorWindow {
    int first = 1, last = 5;
};
DoorWindow door_window(int opened, const Policy* policy);

/// The friend whose condition is told without being asked for: one in dispute, else the one that
/// waits least long, else the latest of whom there is anything to say.
std::optional<Id> friend_to_explain(const RewardsView& rewards);

/// Friends whose rewards a claim takes in, the latest first.
std::vector<FriendReward> friends_to_claim(const RewardsView& rewards);

/// Whether this member of staff may enter the PIN for a claim: whoever receives customers or leads
/// those who do (design §4).
bool may_witness(const StaffMember& member);
/// All of them, reception first, then whoever is on duty.
std::vector<const StaffMember*> witnesses(const Pack& pack);

/// A claim on its way. Whatever is touched how often, one claim is asked for. Plain state, UI
/// thread.
class RewardClaim {
  public:
    /// False while one is under way or done.
    bool begin();
    bool under_way() const { return under_way_; }
    /// A fault of the world: nothing was claimed.
    void failed() { under_way_ = false; }
    void answered(const ClaimOutcome& outcome);
    /// Nothing until it is answered.
    const std::optional<ClaimOutcome>& outcome() const { return outcome_; }

  private:
    bool under_way_ = false;
    std::optional<ClaimOutcome> outcome_;
};

}  // namespace foyer::kiosk
