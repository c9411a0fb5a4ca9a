#pragma once

#include "shared/pack/pack.h"
#include "shared/pack/pack_node.h"

namespace foyer {

/// Each takes one file of the pack, already past its schema, into the pack. Throw PackRefusal for
/// dates and pictures; references between files are proven later, by check_pack().
void read_pack_json(const PackNode& root, Pack& pack);
void read_policy_json(const PackNode& root, Pack& pack);
void read_staff_json(const PackNode& root, Pack& pack);
void read_registration_json(const PackNode& root, Pack& pack);
void read_gallery_json(const PackNode& root, Pack& pack);
void read_products_json(const PackNode& root, Pack& pack);

}  // namespace foyer
