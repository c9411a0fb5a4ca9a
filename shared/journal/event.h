#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/world/clock.h"

namespace foyer {

/// 128 bits as 32 lower-case hexadecimal digits.
using Id = std::string;

/// When and where an event was made: the order in which events of one subject are folded (design
/// §2.2). Wall and counter are a hybrid logical clock; instance and sequence make the order total.
struct Stamp {
    WallTime wall = 0;
    std::uint32_t counter = 0;
    Id instance;
    std::uint64_t sequence = 0;

    auto operator<=>(const Stamp&) const = default;
};

/// Something that happened. Immutable; the journal of all events is the truth (design §2.1).
struct Event {
    Id id;
    std::string kiosk;  ///< who wrote it: a kiosk's name, or "hq"
    Stamp stamp;
    std::string actor;  ///< id of the staff member, or "visitor", or "hq"
    std::string kind;   ///< see shared/journal/EVENTS.md
    int version = 1;    ///< of the body of this kind
    std::string
        body;  ///< JSON object, kept to the byte, with any fields this release does not know

    bool operator==(const Event&) const = default;
};

/// Kinds of event. Words are never changed once released.
namespace event_kind {
inline constexpr std::string_view customer_recorded = "customer.recorded";
inline constexpr std::string_view consent_set = "consent.set";
inline constexpr std::string_view visit_registered = "visit.registered";
inline constexpr std::string_view visit_recorded = "visit.recorded";
inline constexpr std::string_view visit_assigned = "visit.assigned";
inline constexpr std::string_view visit_received = "visit.received";
inline constexpr std::string_view visit_departed = "visit.departed";
inline constexpr std::string_view visit_photo_added = "visit.photo_added";
inline constexpr std::string_view visit_photo_removed = "visit.photo_removed";
inline constexpr std::string_view referral_submitted = "referral.submitted";
inline constexpr std::string_view referral_granted = "referral.granted";
inline constexpr std::string_view referral_refused = "referral.refused";
inline constexpr std::string_view code_issued = "code.issued";
inline constexpr std::string_view claim_requested = "claim.requested";
inline constexpr std::string_view claim_approved = "claim.approved";
inline constexpr std::string_view claim_disputed = "claim.disputed";
inline constexpr std::string_view kiosk_revoked = "kiosk.revoked";
}  // namespace event_kind

}  // namespace foyer
