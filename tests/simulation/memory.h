#pragma once

namespace foyer::simulation {

/// Memory for a process that does nothing but run schedules, on one thread: SQLite takes its own
/// from lists of pieces that are never given back, and the rest stays with the process. Once,
/// before SQLite is used. A fifth more schedules in the same time.
void keep_memory();

}  // namespace foyer::simulation
