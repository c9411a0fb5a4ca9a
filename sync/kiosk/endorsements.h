#pragma once

#include <cstdint>
#include <vector>

#include "shared/journal/journal.h"
#include "sync/folder/have.h"
#include "sync/format/sealed.h"

namespace foyer::sync {

/// Headquarters' signatures under the events of others that a kiosk holds: what it needs to give
/// them back. The store's thread.
class Endorsements {
  public:
    explicit Endorsements(Journal& journal) : journal_(journal) {}

    /// Inside the transaction that takes the events in.
    void keep(const Endorsement& endorsement, const std::vector<Event>& events);
    /// The next endorsement after `number` that is about events the other store may lack, with
    /// those events; `number` becomes its own. Nothing: there is none left.
    std::optional<ReturnedEvents> next(std::int64_t& number, const Common& common);

  private:
    std::vector<Event> events_of(const std::string& ids, const Common& common);

    Journal& journal_;
};

}  // namespace foyer::sync
