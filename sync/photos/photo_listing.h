#pragma once

#include <string>

#include "sync/headquarters.h"

namespace foyer::sync {

/// What `foyer-hq photos` prints. Names of people are in it, for its reader alone.
std::string photos_text(Headquarters& headquarters);
std::string photos_json(Headquarters& headquarters);

}  // namespace foyer::sync
