#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "sync/format/envelope.h"
#include "tests/simulation/party.h"

namespace foyer::simulation {

/// A promise of the product that was broken.
class Violation : public std::runtime_error {
  public:
    /// `promise`: one of few words, the same for the same fault; `what` says where.
    Violation(std::string promise, const std::string& what)
        : std::runtime_error(promise + ": " + what), promise(std::move(promise)) {}
    std::string promise;
};

/// Knows what every party has promised and seen, and compares. Each check throws Violation.
class Oracles {
  public:
    /// What running parties had written before the schedule began.
    void begin(const std::vector<Party*>& parties);
    /// After a step of a running party. `acknowledged`: the step said that it succeeded.
    void after_step(Party& party, bool acknowledged);
    /// The disk of the party fails for good, or no longer: what it writes meanwhile may leave it
    /// and is looked at later.
    void set_ailing(Party& party, bool ails);
    /// After it has exchanged files with its folder, and nothing went wrong.
    void after_round(Party& party);
    /// After the power came back and the store was opened.
    void after_recovery(Party& party);
    /// The party's store is an older one, or another's, and it runs on it. What was in the store
    /// before and in none of `others` is lost, and nobody could help it.
    void brought_back(Party& party, const std::vector<Party*>& others);
    /// Headquarters has revoked the kiosk: nothing it has not sent yet is ever taken in, unless it
    /// is trusted again.
    void revoked(const std::vector<Party*>& parties, const Party& kiosk);
    void trusted_again(const Party& kiosk);
    /// Headquarters changes a key, or tries to.
    void rotated() { expected_.insert("epoch_raised"); }
    /// Nothing more happens, all faults are gone, files have been exchanged until all were silent.
    /// `outcasts`: revoked kiosks, which are not told anything.
    void at_rest(Party& headquarters, const std::vector<Party*>& kiosks,
                 const std::vector<Party*>& outcasts, bool rebuild);
    /// How far a party's journal has been looked at. A party that starts again is looked at anew.
    std::int64_t seen(const Party& party) { return seen_[party.name()].position; }
    /// Has anything come into its journal after `position`?
    static bool has_news(Party& party, std::int64_t position);

    std::size_t events() const { return events_.size(); }

  private:
    struct Known {
        std::uint64_t digest = 0;
        Id instance;
        std::uint64_t sequence = 0;
        bool acknowledged = false;  ///< its writer was told that it is kept
    };
    /// What a party's store had in it, as far as it was looked at.
    struct Seen {
        std::int64_t position = 0;
        std::uint64_t chain = 0;  ///< digest over all events up to there
        std::map<std::string, std::int64_t> marks;
        Stamp last_own;
        Id author;
    };

    void learn(Party& party, const Event& event, bool acknowledged);
    void check_photos(Party& headquarters, const std::vector<Party*>& kiosks,
                      const std::vector<Party*>& outcasts);
    void check_revocations(Party& headquarters);
    void check_revoked(const Party& party, const Event& event);
    void check_marks(Party& party);
    void check_folder(Party& party);
    void check_file(Party& party, const std::string& path, const sync::FileName& name);
    void check_forks(const std::vector<Party*>& parties);
    void check_promise_of_safety(Party& party);
    void check_rebuilt(Party& party);
    void check_harmony(Party& party);
    void check_tickets(Party& party);

    std::unordered_map<Id, Known> events_;
    std::map<std::pair<Id, std::uint64_t>, Id> numbers_;
    std::map<std::string, Seen> seen_;
    std::map<std::string, std::string> written_;  ///< place and number of a file → its hash
    /// A kiosk that is not trusted: its instances, and what was known of it until then.
    struct Revoked {
        std::set<Id> instances, known;
    };
    std::map<std::string, Revoked> revoked_;
    std::set<Id> headquarters_had_;     ///< and has vouched for, whatever it has forgotten since
    std::set<std::string> expected_;    ///< kinds of conflicts people bring about
    std::map<std::string, Id> ailing_;  ///< parties, and as whom they write
    std::map<Id, std::uint64_t> to_be_confirmed_;  ///< digests of their events others have
    std::set<Id> brought_back_;                    ///< instances of stores that were copied
    std::set<std::pair<std::string, std::uint64_t>> forks_;  ///< end of instance, number
    std::set<std::string> read_;                             ///< files searched for plain text
};

/// Names and telephone numbers the simulated people give: none may be in a sync file.
const std::vector<std::pair<std::string, std::string>>& people();

}  // namespace foyer::simulation
