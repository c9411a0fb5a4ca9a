#pragma once

#include <string>
#include <vector>

#include "shared/journal/event.h"
#include "shared/security/digest.h"
#include "sync/format/envelope.h"

namespace foyer::sync {

/// Headquarters' signature under the events of one file. With it a kiosk can give events of others
/// back to a headquarters that has lost them, and cannot have made any of them up: all or some of
/// the events whose hashes it is about.
struct Endorsement {
    std::string key;  ///< id of the answers key that signed
    Signature signature{};
    std::vector<Digest> digests;  ///< event_digest() of each event of the file, in order

    bool operator==(const Endorsement&) const = default;
};

Endorsement endorse(const Id& folder, const std::vector<Event>& events, const SigningKey& answers);

/// Whether one of these signers has signed exactly this.
bool is_genuine(const Endorsement& endorsement, const Id& folder, const Signers& signers);

/// Whether the event is one the endorsement is about.
bool covers(const Endorsement& endorsement, const Event& event);

}  // namespace foyer::sync
