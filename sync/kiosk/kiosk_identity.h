#pragma once

#include <optional>
#include <string>

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

/// The identity of an enrolled store; nothing if the store has never been enrolled.
std::optional<KioskIdentity> identity_of(Journal& journal);

/// Enrols a store: remembers headquarters, takes name and ticket letter, keeps the keys, and
/// freezes the hello that introduces them. One transaction. The store's thread.
KioskIdentity enrol(Journal& journal, const Enrolment& enrolment, const KeySeed& signing_seed,
                    const KeySeed& sealing_seed);

/// What every file of a kiosk to headquarters has in its header.

Header header_to_headquarters(const KioskIdentity& identity, WallTime now);

}  // namespace foyer::sync
