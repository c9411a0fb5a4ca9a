#pragma once

#include <optional>
#include <string>

#include "kiosk/flows/name_entry.h"
#include "kiosk/flows/phone_entry.h"
#include "shared/desk/desk.h"

namespace foyer::kiosk {

/// A friend as the referrer describes them.
struct RecommendedFriend {
    Id referrer;
    FriendDetails details;
    SentBy terms;
};

/// Hands in a friend. Of somebody the showroom has a name of already, that name stays: nobody
/// rewrites another's record at the door. On the store's thread.
ReferralNotice hand_in_friend(Desk& desk, const RecommendedFriend& recommended);

/// A referrer hands in friends, one after the other (domain §2.3 "store", §2.5). Plain state, UI
/// thread.
class RecommendFriend {
  public:
    /// The kiosk is no directory to be asked through, and more at once is unusual (domain §2.8).
    static constexpr int most_friends = 5;

    PhoneEntry phone;
    NameEntry name;
    std::string relationship;  ///< id of the pack's choice; empty: did not say
    ReferralLevel level = ReferralLevel::order;
    /// The friend knows and agrees that the showroom calls. Never ticked beforehand.
    bool friend_knows = false;

    /// A level is asked for only where the policy knows both (domain §2.5).
    static bool asks_level(const Policy* policy);
    bool can_hand_in() const;
    /// False if something is missing or one is under way.
    bool begin(const Id& referrer);
    bool under_way() const { return under_way_; }
    /// What to hand in, once begun.
    const RecommendedFriend& recommended() const { return recommended_; }
    void failed() { under_way_ = false; }
    void answered(ReferralNotice notice);
    /// Nothing until the desk has answered.
    std::optional<ReferralNotice> notice() const { return notice_; }

    bool may_recommend_another() const { return handed_in_ < most_friends; }
    /// Forgets this friend and begins with the next.
    void begin_another();
    /// The referrer gave their own number: the next one may be corrected.
    void correct_phone();

  private:
    RecommendedFriend recommended_;
    std::optional<ReferralNotice> notice_;
    int handed_in_ = 0;
    bool under_way_ = false;
};

}  // namespace foyer::kiosk
