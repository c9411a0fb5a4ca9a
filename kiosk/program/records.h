#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "kiosk/screens/app.h"
#include "shared/desk/desk.h"
#include "shared/journal/journal.h"
#include "shared/world/clock.h"
#include "shared/world/random.h"

namespace foyer::kiosk {

/// The store of this kiosk and the desk over it, opened when first needed and lent to one at a
/// time: to the screens' questions on the store's thread, and for short steps to the sync thread.
/// A store that could not be opened is tried again each time. Any thread but the UI's.
class Records {
  public:
    /// References outlive this object.
    Records(std::filesystem::path file, const Clock& clock, Random& random);

    /// Waits for its turn. Throws StoreError. There must be a pack.
    DeskTurn take();
    /// Runs a step on the journal when it is its turn. Throws StoreError and what the step throws.
    void with_journal(const std::function<void(Journal&)>& step);
    /// The desk follows this pack from now on.
    void use_pack(std::shared_ptr<const Pack> pack);

  private:
    struct Open {
        Open(const std::filesystem::path& file, const Clock& clock, Random& random);
        Store store;
        Journal journal;
        std::optional<Desk> desk;
    };

    Open& open();

    const std::filesystem::path file_;
    const Clock& clock_;
    Random& random_;
    std::mutex mutex_;
    std::shared_ptr<const Pack> pack_;
    std::unique_ptr<Open> open_;
};

}  // namespace foyer::kiosk
