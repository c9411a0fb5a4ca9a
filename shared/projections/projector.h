#pragma once

#include <vector>

#include "shared/journal/subjects.h"

namespace foyer {

/// Raised whenever a fold gives other rows for the same events: stores then fold everything again
/// on opening.
inline constexpr int projection_version = 4;

/// Folds the events of these subjects and replaces their rows. A subject's rows depend only on the
/// set of events in the journal, never on the order in which they came (design §2.2): every fold
/// starts from nothing and reads its events by stamp. Inside the caller's transaction.
void fold_subjects(Database& database, const std::vector<Subject>& subjects);

/// Drops every projected row, finds the subjects of every event again, and folds all of them.
/// Inside the caller's transaction.
void fold_everything(Database& database);

}  // namespace foyer
