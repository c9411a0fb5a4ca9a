#pragma once

#include <optional>
#include <vector>

#include "shared/journal/journal.h"
#include "sync/folder/have.h"
#include "sync/format/sealed.h"

namespace foyer::sync {

/// What headquarters has, as it said at the beginning of a stream, and the kiosk has not answered
/// yet: what lacks there is to be given back.
struct ReturnDue {
    Have have;
    bool answer = false;  ///< headquarters waits for what this kiosk has, even if nothing lacks
};

/// The store's thread, all of it; changes inside the caller's transaction.
std::optional<ReturnDue> return_due(Store& store);
void set_return_due(Store& store, const ReturnDue& due);
void clear_return_due(Store& store);

/// What a kiosk holds and headquarters lacks, a part of a snapshot at a time: own events, under any
/// instance the kiosk ever was, and those of others under headquarters' own signature.
class Lacking {
  public:
    /// `current`: the events of the instance the kiosk is now, too.
    Lacking(Journal& journal, const Have& theirs, bool current);

    /// Empty content: nothing is left. The store's thread.
    SealedContent next(Journal& journal);
    /// Every own event up to this position of the journal has been given.
    std::int64_t position() const { return position_; }

  private:
    bool is_own(const Event& event) const;
    std::optional<ReturnedEvents> take(Journal& journal);

    std::vector<Id> own_;
    Common common_;
    std::int64_t position_ = 0, endorsement_ = 0;
    std::optional<ReturnedEvents> left_over_;
};

bool is_empty(const SealedContent& content);

}  // namespace foyer::sync
