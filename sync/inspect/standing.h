#pragma once

#include "shared/journal/store.h"
#include "sync/inspect/file_report.h"

namespace foyer::sync {

/// Says in `report` what became of the file, as headquarters' store knows it. The thread of the
/// store.
void find_standing(Store& store, FileReport& report);

}  // namespace foyer::sync
