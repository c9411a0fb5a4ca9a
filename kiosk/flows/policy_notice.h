#pragma once

#include <vector>

#include "shared/pack/pack.h"
#include "shared/text/date.h"

namespace foyer::kiosk {

/// What is to be told about the referral policy on a day (domain §2.1). Points into the pack.
struct PolicyNotice {
    /// So many days before its end a policy says so.
    static constexpr int ends_soon_days = 30;

    const Policy* in_force = nullptr;        ///< null in a gap between two versions
    const Policy* next = nullptr;            ///< published already, in force later; null if none
    int days_left = 0;                       ///< of the one in force, the day itself included
    std::vector<const Campaign*> campaigns;  ///< running, in the pack's order

    bool ends_soon() const { return in_force && days_left <= ends_soon_days; }
};

PolicyNotice policy_notice(const Pack& pack, Date today);

}  // namespace foyer::kiosk
