#pragma once

#include "shared/pack/pack.h"

namespace foyer {

/// What no single file can prove: ids are unique, references lead somewhere, policies do not
/// overlap, there is a manager. Elements must stand in the order of their files. Throws PackRefusal
/// at the first fault.
void check_pack(const Pack& pack);

}  // namespace foyer
