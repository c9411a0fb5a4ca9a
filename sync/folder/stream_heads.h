#pragma once

#include <vector>

#include "sync/folder/stream_reader.h"

namespace foyer::sync {

/// Of each stream in the listing the header of its first genuine file: every file of a stream names
/// its instance, its epoch and whom it is for. `source.instance` is not looked at. Tells what is
/// not genuine in `problems`. Throws FileError if the disk fails.
std::vector<Header> stream_heads(SyncFolder& folder, const StreamSource& source,
                                 const Listing& listing, std::vector<SyncProblem>& problems);

}  // namespace foyer::sync
