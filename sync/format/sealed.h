#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sync/format/endorsement.h"
#include "sync/format/envelope.h"
#include "sync/photos/photo_words.h"

namespace foyer::sync {

/// Sealed bodies: what a file carries that only its reader may see; sync/FORMAT.md. Pure functions,
/// any thread.

/// What a store says it has of one instance: every event up to this sequence, and the hash of their
/// ids by which another store can tell whether it has the same.
struct HaveEntry {
    std::uint64_t upto = 0;
    std::string ids;  ///< 16 digits
    bool operator==(const HaveEntry&) const = default;
};
using Have = std::map<Id, HaveEntry>;
constexpr std::size_t most_instances = 10'000;

/// Events of others that a kiosk gives back, with headquarters' own signature under them.
struct ReturnedEvents {
    Endorsement endorsement;
    std::vector<Event> events;
    bool operator==(const ReturnedEvents&) const = default;
};

/// What belongs to an edition of a pack and must not lie about in public: the staff's PIN hashes.
struct PackCompanion {
    std::uint64_t edition = 0;
    std::string text;  ///< JSON, see pack_companion.h
    bool operator==(const PackCompanion&) const = default;
};

struct SealedContent {
    std::vector<Event> events;
    std::optional<Endorsement> endorsement;  ///< of `events`; in what headquarters writes
    std::vector<ReturnedEvents> returned;    ///< in what kiosks write
    std::optional<Have> have;                ///< what the writer has, where it says so
    std::optional<PackCompanion> companion;
    std::optional<PhotoWords> photos;  ///< in what headquarters writes
};

/// Sets header.count and header.length. Throws std::invalid_argument if there are more events than
/// a file of this kind holds.
std::string compose_sealed(Header header, const SealedContent& content,
                           const SealingPublicKey& reader, const SigningKey& signer,
                           Random& random);

struct OpenedContent {
    EnvelopeFault fault = EnvelopeFault::damaged_body;
    SealedContent content;
};

/// Opens with the first of `readers` that fits.
OpenedContent open_sealed(const OpenedFile& file, const std::vector<SealingKey>& readers);

/// The bytes of a file with events and nothing else.
std::string compose_events(Header header, const std::vector<Event>& events,
                           const SealingPublicKey& reader, const SigningKey& signer,
                           Random& random);

/// A verified file's events.
struct OpenedEvents {
    EnvelopeFault fault = EnvelopeFault::damaged_body;
    std::vector<Event> events;
};
OpenedEvents open_events(const OpenedFile& file, const SealingKey& reader);

/// Files and parts take no more than this: even if nothing could be deflated they stay below the
/// limit of their size.
constexpr std::size_t heaviest_bundle = 600u << 10;
constexpr std::size_t heaviest_part = 2400u << 10;

nlohmann::json to_json(const Have& have);
std::optional<Have> have_in(const nlohmann::json& object);

}  // namespace foyer::sync
