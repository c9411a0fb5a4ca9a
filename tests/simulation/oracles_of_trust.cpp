#include <algorithm>

#include "sync/headquarters/kiosk_registry.h"
#include "tests/simulation/oracles.h"

namespace foyer::simulation {

void Oracles::set_ailing(Party& party, bool ails) {
    if (!ails) {
        ailing_.erase(party.name());
    } else if (!ailing_.contains(party.name())) {
        ailing_[party.name()] =
            party.running() ? party.journal().author().instance : seen_[party.name()].author;
    }
}

void Oracles::revoked(const std::vector<Party*>& parties, const Party& kiosk) {
    Revoked& revoked = revoked_[kiosk.name()];
    revoked.known = headquarters_had_;
    sync::KioskRegistry registry(parties.front()->journal().store());
    for (const sync::KnownInstance& known : registry.instances(kiosk.name()))
        revoked.instances.insert(known.instance);
    // Whatever any other has by now may still come from there.
    for (Party* party : parties) {
        if (party == &kiosk || !party->running()) continue;
        SQLite::Statement query(party->journal().store().database(), "SELECT id FROM event");
        while (query.executeStep())
            revoked.known.insert(query.getColumn(0).getString());
    }
}

void Oracles::trusted_again(const Party& kiosk) {
    revoked_.erase(kiosk.name());
    // It becomes another instance with every enrolment, and says so.
    expected_.insert("new_instance");
}

void Oracles::check_revoked(const Party& party, const Event& event) {
    for (const auto& [name, revoked] : revoked_) {
        // A clone writes as it does until it is enrolled by a name of its own, and is trusted then.
        const bool late = revoked.instances.contains(event.stamp.instance) &&
                          !brought_back_.contains(event.stamp.instance) &&
                          !revoked.known.contains(event.id);
        if (late && party.name() != name) {
            throw Violation("nothing of a revoked kiosk is applied",
                            party.name() + " took in " + event.kind);
        }
    }
}

/// Also one that was brought back to before it said so: its kiosks tell it.
void Oracles::check_revocations(Party& headquarters) {
    Statement query(headquarters.journal().store().database(),
                    "SELECT 1 FROM event JOIN json_each(event.body, '$.instances') revoked JOIN "
                    "sync_instance ON sync_instance.instance = revoked.value AND "
                    "sync_instance.kiosk = json_extract(event.body, '$.kiosk') WHERE event.kind = "
                    "'kiosk.revoked' AND sync_instance.signing_key <> ''");
    if (query.executeStep()) {
        throw Violation("a revocation is never forgotten", "a revoked instance is believed again");
    }
}

/// Headquarters has both files before it, or the store that wrote one of them became another.
void Oracles::check_forks(const std::vector<Party*>& parties) {
    for (const auto& [instance_end, seq] : forks_) {
        bool noticed = false;
        for (Party* party : parties) {
            SQLite::Statement query(party->journal().store().database(),
                                    "SELECT 1 FROM sync_conflict WHERE instance LIKE '%' || ?1 AND "
                                    "(kind = 'new_instance' OR (kind = 'fork' AND seq = ?2))");
            query.bind(1, instance_end);
            query.bind(2, std::int64_t(seq));
            noticed = noticed || query.executeStep();
        }
        if (!noticed) {
            throw Violation("forks are never silent", instance_end + " " + std::to_string(seq));
        }
    }
}

}  // namespace foyer::simulation
