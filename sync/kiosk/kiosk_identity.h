#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/journal/journal.h"
#include "sync/enrolment.h"
#include "sync/format/envelope.h"
#include "sync/format/keys.h"

namespace foyer::sync {

/// Who a kiosk is to its headquarters. Its secret keys were made here and stay in its store.
struct KioskIdentity {
    std::string kiosk;
    Id instance;
    Id folder;
    SigningKey signing;
    SealingKey sealing;
};

/// The identity of an enrolled store; nothing if the store has never been enrolled, or has become
/// another instance since.
std::optional<KioskIdentity> identity_of(Journal& journal);

/// Enrols a store: remembers headquarters, takes name and ticket letter, keeps the keys, and
/// freezes the hello that introduces them. One transaction. The store's thread.
KioskIdentity enrol(Journal& journal, const Enrolment& enrolment, const KeySeed& signing_seed,
                    const KeySeed& sealing_seed);

/// Whether the store was enrolled with this very file before. Its secret is used up.
bool was_enrolled_with(Store& store, const Enrolment& enrolment);

/// The sync folder the store was first enrolled for; empty: it never was.
Id folder_of(Store& store);

/// The instances this store was before.
std::vector<Id> former_instances(Store& store);

/// The store becomes another instance: its numbers may be in use elsewhere. Events that are not
/// certainly at headquarters are queued anew, under their old ids; the identity is forgotten, and
/// an enrolment with a new file is needed if there was one. The reason is kept as a conflict. The
/// store's thread.
void renew(Journal& journal, const std::string& reason);

/// Whether an anchor has been written for the instance the store is now.
bool has_anchor(Store& store);
void set_anchored(Store& store);

/// Which of headquarters' streams counts.
struct Following {
    Id stream;  ///< empty: none yet
    std::uint64_t epoch = 1;
    int reads_from = oldest_schema, reads_to = schema_version;  ///< schemas headquarters reads
};
Following following(Store& store);
/// Inside the caller's transaction.
void follow(Store& store, const Following& stream);

/// There is something headquarters must hear of, though there are no events to write.
void speak_up(Store& store);
bool has_to_speak(Store& store);
/// It has been said. Inside the caller's transaction.
void has_spoken(Store& store);

/// What every file of a kiosk to headquarters has in its header.
Header header_to_headquarters(const KioskIdentity& identity, WallTime now,
                              const Release& release = {});

}  // namespace foyer::sync
