#pragma once

#include <string>
#include <vector>

#include "shared/journal/event.h"

namespace foyer {

/// Whom an event is about: "visit:<id>" and "customer:<id>". Every fold reads the events of one
/// subject. Empty for a kind this release does not know, or a body it cannot read: such an event is
/// stored and waits.
std::vector<std::string> subjects_of(const Event& event);

}  // namespace foyer
