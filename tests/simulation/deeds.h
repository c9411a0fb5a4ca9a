#pragma once

#include <functional>

#include "tests/simulation/beginnings.h"
#include "tests/simulation/carrier.h"
#include "tests/simulation/schedule.h"

namespace foyer::simulation {

/// Does what a step says, its disk faults apart. True if the party was told that it is done; what
/// the world refuses is thrown.
bool act(const Step& step, Showroom& showroom, Carrier& carrier);

/// Lets a party do something under a name the coverage table knows.
void perform(Party& party, Stage stage, const std::function<void(Party&)>& deed);

}  // namespace foyer::simulation
