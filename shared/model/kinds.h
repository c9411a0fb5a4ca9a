#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace foyer {

/// Kinds of visit (domain §0). Recorded as what the kiosk knew on arrival.
enum class VisitKind { first, returning, repeat_purchase };

/// How a party came to know of the showroom (domain §3.1).
enum class VisitSource { walk_in, referral, phone, web, event, repeat_purchase };

/// How a party's visit ended (domain §3.3).
enum class VisitOutcome { none, bought, not_bought };

/// Why a consultant was given a party (domain §3.2).
enum class AssignmentReason {
    requested,
    earlier_consultant,
    referrers_consultant,
    rotation,
    staff
};

enum class Gender { unsaid, female, male };

/// The two levels of incentive (domain §2.5).
enum class ReferralLevel { order, information };

/// The four channels of entry (domain §2.3).
enum class ReferralChannel { store, sms, phone, web };

/// Where a referral stands (domain §2.7), as far as the events known here say.
enum class ReferralState { submitted, visited, ordered, granted, rejected };

/// Why a referral earns nothing (domain §2.8).
enum class ReferralRejection { none, self_referral, already_known, duplicate, refused };

/// Where a claim stands (design §4). Provisional until headquarters has spoken.
enum class ClaimState { provisional, disputed, approved };

/// Enumerators and the words they are stored as. Words are never changed once released.
template <class Kind>
struct KindWords;

#define FOYER_KIND_WORDS(Kind, ...)                                          \
    template <>                                                              \
    struct KindWords<Kind> {                                                 \
        using enum Kind;                                                     \
        static constexpr auto words =                                        \
            std::to_array<std::pair<Kind, std::string_view>>({__VA_ARGS__}); \
    }

FOYER_KIND_WORDS(VisitKind, {first, "first"}, {returning, "returning"},
                 {repeat_purchase, "repeat_purchase"});
FOYER_KIND_WORDS(VisitSource, {walk_in, "walk_in"}, {referral, "referral"}, {phone, "phone"},
                 {web, "web"}, {event, "event"}, {repeat_purchase, "repeat_purchase"});
FOYER_KIND_WORDS(VisitOutcome, {none, "none"}, {bought, "bought"}, {not_bought, "not_bought"});
FOYER_KIND_WORDS(AssignmentReason, {requested, "requested"},
                 {earlier_consultant, "earlier_consultant"},
                 {referrers_consultant, "referrers_consultant"}, {rotation, "rotation"},
                 {staff, "staff"});
FOYER_KIND_WORDS(Gender, {unsaid, "unsaid"}, {female, "female"}, {male, "male"});
FOYER_KIND_WORDS(ReferralLevel, {order, "order"}, {information, "information"});
FOYER_KIND_WORDS(ReferralChannel, {store, "store"}, {sms, "sms"}, {phone, "phone"}, {web, "web"});
FOYER_KIND_WORDS(ReferralState, {submitted, "submitted"}, {visited, "visited"},
                 {ordered, "ordered"}, {granted, "granted"}, {rejected, "rejected"});
FOYER_KIND_WORDS(ReferralRejection, {none, "none"}, {self_referral, "self_referral"},
                 {already_known, "already_known"}, {duplicate, "duplicate"}, {refused, "refused"});
FOYER_KIND_WORDS(ClaimState, {provisional, "provisional"}, {disputed, "disputed"},
                 {approved, "approved"});

#undef FOYER_KIND_WORDS

/// The stored word of an enumerator.
template <class Kind>
std::string_view word(Kind kind) {
    for (const auto& [value, text] : KindWords<Kind>::words) {
        if (value == kind) return text;
    }
    return "";
}

/// The enumerator of a stored word; `otherwise` for a word of a newer release.
template <class Kind>
Kind from_word(std::string_view text, Kind otherwise) {
    for (const auto& [value, known] : KindWords<Kind>::words) {
        if (known == text) return value;
    }
    return otherwise;
}

}  // namespace foyer
