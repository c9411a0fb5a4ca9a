#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/pack/counted_text.h"
#include "shared/text/date.h"
#include "shared/text/locale.h"

namespace foyer {

/// What a headline offer is given for (domain §2.5, §2.6).
enum class OfferKind {
    information,  ///< the referrer only gives the friend's contact (tile)
    order,        ///< the referrer brings the friend and helps to close (tile)
    standard,     ///< any successful referral (car)
    for_friend,   ///< what the referred friend gets
};

/// One of the large cards at the head of the policy page.
struct Offer {
    OfferKind kind = OfferKind::standard;
    std::string icon;
    LocalizedText title;          ///< "带朋友来"
    std::int64_t amount_fen = 0;  ///< cash or coupon; 0 when the reward is a service
    LocalizedText service;     ///< large words instead of a sum, "铺贴指导"; empty with a sum
    LocalizedText caption;     ///< "每户现金；朋友享 95 折"
    bool highlighted = false;  ///< on the brand's colour

    bool goes_to_referrer() const { return kind != OfferKind::for_friend; }
};

/// A step of the reward that stacks over a calendar year (domain §2.6).
struct RewardTier {
    int referrals = 1;           ///< successful referrals in the calendar year
    std::int64_t total_fen = 0;  ///< everything earned by then, top-ups included
    LocalizedText note;          ///< "多得 ¥300"
};

/// A way to hand in a referral (domain §2.3).
struct PolicyChannel {
    std::string id;  ///< the word of a ReferralChannel: "store", "sms", "phone" or "web"
    std::string icon;
    LocalizedText title, caption;
    std::string contact;  ///< the hotline's number or the site's address; empty for the store
};

/// A heading and what a member of staff says to it.
struct StaffPageSection {
    LocalizedText heading, text;
};

/// One dated version of the referral policy, published by headquarters (domain §2.1).
struct Policy {
    std::string id;    ///< "2026-1.3"; an approval names it
    Date from, until;  ///< both days included
    Date published;
    LocalizedText published_by;
    std::vector<Offer> offers;  ///< two
    LocalizedText tiers_title, tiers_note;
    CountedText tier_unit;          ///< "{count} 户"
    std::vector<RewardTier> tiers;  ///< ascending in referrals and total
    std::vector<PolicyChannel> channels;
    int hold_days = 30;         ///< an order must be this old before its reward is granted
    int protection_days = 90;   ///< a lead of the store cannot be referred within these days
    int claim_days = 365;       ///< a granted reward can be claimed this long
    int pay_within_hours = 24;  ///< an approved reward not paid by then is overdue
    std::vector<LocalizedText> conditions;     ///< of a claim, in plain words
    std::vector<LocalizedText> changes;        ///< against the version before, in plain words
    std::vector<StaffPageSection> staff_page;  ///< the one-page version staff can recite

    bool in_force(Date day) const { return from <= day && day <= until; }
    /// Null if the policy makes no such offer.
    const Offer* offer(OfferKind kind) const;
    /// The tier reached with so many successful referrals in the year; null before the first.
    const RewardTier* tier_reached(int referrals) const;
    /// The tier to reach next; null at the last.
    const RewardTier* next_tier(int referrals) const;
};

/// An exclusive extra for named products in a window of dates (domain §2.6). Stacks on the policy.
struct Campaign {
    std::string id;
    LocalizedText name;           ///< "雾山灰系列"
    LocalizedText headline;       ///< "每单再加 {amount}"; the kiosk puts the sum in
    std::int64_t amount_fen = 0;  ///< per successful referral of a named product
    Date from, until;             ///< both days included
    std::vector<std::string> products;
    LocalizedText staff_note;

    bool running(Date day) const { return from <= day && day <= until; }
    bool covers(const std::string& product_id) const;
};

}  // namespace foyer
