#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/model/customer.h"

namespace foyer {

/// Who sent a visitor, as the visitor said.
struct SentBy {
    Id referrer;  ///< customer id
    ReferralLevel level = ReferralLevel::order;
    ReferralChannel channel = ReferralChannel::store;
    std::string relationship;  ///< id of the pack's choice; may be empty
};

/// A party at the door, as the visitor or reception says (domain §3.1).
struct Arrival {
    std::string phone;  ///< E.164; empty: left no details
    std::string name;
    Gender gender = Gender::unsaid;
    int party_size = 1;
    std::string purpose;  ///< id of the pack's purpose
    VisitSource source = VisitSource::walk_in;
    std::string wished_consultant;  ///< staff id; empty: whoever's turn it is
    std::optional<SentBy> sent_by;
    std::vector<ConsentAnswer> consents;
    std::string actor = "visitor";  ///< or a staff id
};

/// Why an arrival was not registered.
enum class ArrivalFault {
    none,
    phone_missing,
    name_missing,
    purpose_missing,
    party_size_out_of_range,
    consent_missing,  ///< one the pack requires
};

/// What became of "a friend sent me".
enum class ReferralNotice { none, recorded, self_referral, already_known, duplicate };

/// What the visitor is told (look "07-ticket").
struct Ticket {
    Id visit;
    std::string number;      ///< "A07"
    std::string consultant;  ///< staff id; empty: all are busy, somebody will come
    AssignmentReason reason = AssignmentReason::rotation;
    int parties_ahead = 0;
    int minutes = 0;      ///< how long it should take
    std::string seating;  ///< id of the pack's place; empty if it has none
    VisitKind kind = VisitKind::first;
    ReferralNotice referral = ReferralNotice::none;
};

struct ArrivalOutcome {
    ArrivalFault fault = ArrivalFault::none;
    Ticket ticket;
};

/// Corrections and additions to a visit's record (domain §3.1). What is not set stays.
struct RecordDetails {
    std::optional<std::string> phone, name, purpose, note;
    std::optional<Gender> gender;
    std::optional<int> party_size;
    std::optional<VisitSource> source;
};

/// A party on the arrivals board.
struct BoardRow {
    Id visit;
    std::string ticket;
    Id customer;  ///< empty: left no details
    std::string name;
    Gender gender = Gender::unsaid;
    int party_size = 1;
    std::string purpose;
    VisitKind kind = VisitKind::first;
    VisitSource source = VisitSource::walk_in;
    WallTime registered_at = 0, assigned_at = 0, received_at = 0, departed_at = 0;
    std::string consultant;
    AssignmentReason reason = AssignmentReason::rotation;
    VisitOutcome outcome = VisitOutcome::none;
    std::string note;           ///< of this visit
    std::string referrer_name;  ///< of a recorded referral; empty if none
    bool complete = true;       ///< has every field the pack requires for a record

    bool waiting() const { return received_at == 0 && departed_at == 0; }
    bool in_reception() const { return received_at != 0 && departed_at == 0; }
};

/// Somebody the receptionist looked for.
struct FoundCustomer {
    Customer customer;
    Id visit_today;      ///< the last one; empty: not here today
    std::string ticket;  ///< of it
};

/// A consultant on the board: whose turn it is.
struct RotationRow {
    std::string staff;
    bool on_duty = true;
    std::string with_ticket;  ///< the party being received or waited for; empty if free
    WallTime busy_since = 0;  ///< reception began; 0: not yet
    int turn = 0;             ///< 1 = next; 0 = not in the queue (busy or off duty)
};

/// Information capture (domain §3.3): of first-visit parties that did not buy, how many left their
/// details.
struct CaptureRate {
    int first_not_bought = 0;
    int with_details = 0;

    /// 0 … 100, rounded; nothing before the first such party.
    std::optional<int> percent() const {
        if (first_not_bought == 0) return std::nullopt;
        return (with_details * 200 + first_not_bought) / (first_not_bought * 2);
    }
    static constexpr int target_percent = 95;
};

/// Everything the arrivals screen shows, as of one moment.
struct ArrivalsBoard {
    std::vector<BoardRow> waiting;       ///< longest first
    std::vector<BoardRow> in_reception;  ///< longest first
    std::vector<BoardRow> departed;      ///< latest first
    std::vector<RotationRow> rotation;
    CaptureRate capture;
    std::vector<std::string> incomplete;  ///< tickets of today whose record lacks something

    int parties() const { return int(waiting.size() + in_reception.size() + departed.size()); }
};

}  // namespace foyer
