#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/journal/event.h"
#include "shared/journal/hybrid_clock.h"
#include "shared/journal/store.h"
#include "shared/journal/subjects.h"
#include "shared/world/random.h"

namespace foyer {

/// Who writes here: fixed for the life of a store (a clone gets a new instance).
struct Author {
    std::string kiosk;  ///< name given by headquarters, or made up until there is one
    Id instance;
};

/// The events of a store: writes new ones and takes in those of others, folding each into the
/// projections in the same transaction (design §2.1). The thread of its store.
class Journal {
  public:
    /// Remembers the author of a new store; on an old one `kiosk` is ignored and the remembered one
    /// kept.
    Journal(Store& store, const Clock& clock, Random& random, std::string_view kiosk);

    const Author& author() const { return author_; }
    /// Headquarters has given this kiosk another name: from now on events carry it.
    void rename(std::string_view kiosk);

    struct Strange;

    /// Events that belong together, those of one command, say: all of them are kept, with their
    /// effects, or none. Whom they are about is folded once, however many of them tell.
    class Batch {
      public:
        /// Begins the transaction.
        explicit Batch(Journal& journal);
        ~Batch();
        /// Adds an event. `body` is a JSON object. Returns the event's id.
        Id add(std::string_view actor, std::string_view kind, std::string body);
        /// As Journal::take_in(), but that projections are up to date only after commit().
        std::size_t take_in(const std::vector<Event>& events, Strange* strange = nullptr);
        /// Folds, then commits with synchronous=FULL: on return the events outlive a power cut.
        void commit();

      private:
        Journal& journal_;
        Transaction transaction_;
        std::vector<Subject> subjects_;
        std::int64_t instance_ = 0;  ///< the number of this journal's, once it is needed
        HybridClock clock_before_;
        std::uint64_t sequence_before_;
        bool committed_ = false;
    };

    /// What take_in() found strange about events, by their ids.
    struct Strange {
        std::vector<Id> twins;    ///< another event has its instance and sequence: a clone's work
        std::vector<Id> altered;  ///< the event of this id that is here says something else
    };

    /// Takes in events of others inside the caller's transaction, in any order and as often as they
    /// come: an event already here is passed over. Returns how many were new. Projections are up to
    /// date on return. An id is what makes an event itself: twins are taken in, and told.
    std::size_t take_in(const std::vector<Event>& events, Strange* strange = nullptr);

    /// Every event after `position` in order of arrival, `limit` at most; `position` becomes that
    /// of the last one.
    std::vector<Event> after(std::int64_t& position, std::size_t limit);
    /// The same, of those no sync file carries yet.
    std::vector<Event> queued(std::int64_t& position, std::size_t limit);

    std::optional<Event> find(const Id& event);

    /// From now on this store writes as another: it was cloned, or brought back from a backup, and
    /// its numbers may be in use elsewhere. Events keep their ids and stamps. One transaction with
    /// what `also` does.
    void renew_instance(const std::function<void()>& also);

    /// Folds everything again from the journal. Inside a transaction of its own.
    void rebuild_projections();

    Store& store() { return store_; }
    const Clock& clock() const { return clock_; }
    Random& random() { return random_; }

  private:
    std::size_t receive(const std::vector<Event>& events, Strange* strange,
                        std::vector<Subject>& subjects);
    bool insert(const Event& event, std::int64_t instance, bool own,
                std::vector<Subject>& subjects);
    void notice(const Event& event, std::int64_t instance, bool inserted, Strange& strange);
    std::vector<Event> read(const char* which, std::int64_t& position, std::size_t limit);

    Store& store_;
    const Clock& clock_;
    Random& random_;
    Author author_;
    HybridClock hybrid_;
    std::uint64_t sequence_ = 0;
};

}  // namespace foyer
