#include "kiosk/flows/recommend_friend.h"

namespace foyer::kiosk {

ReferralNotice hand_in_friend(Desk& desk, const RecommendedFriend& recommended) {
    FriendDetails details = recommended.details;
    const std::optional<Customer> known = desk.find_customer(details.phone);
    if (known && !known->name.empty()) {
        details.name.clear();
        details.gender = Gender::unsaid;
    }
    return desk.submit_referral(recommended.referrer, details, recommended.terms, "visitor");
}

bool RecommendFriend::asks_level(const Policy* policy) {
    return policy && policy->offer(OfferKind::information) && policy->offer(OfferKind::order);
}

bool RecommendFriend::can_hand_in() const {
    return phone.complete() && !name.cleaned().empty() && friend_knows && may_recommend_another();
}

bool RecommendFriend::begin(const Id& referrer) {
    if (under_way_ || notice_ || referrer.empty() || !can_hand_in()) return false;
    recommended_.referrer = referrer;
    recommended_.details = {phone.reading().e164, name.cleaned(), name.gender};
    recommended_.terms = {referrer, level, ReferralChannel::store, relationship};
    under_way_ = true;
    return true;
}

void RecommendFriend::answered(ReferralNotice notice) {
    under_way_ = false;
    notice_ = notice;
    ++handed_in_;
}

void RecommendFriend::begin_another() {
    const int handed_in = handed_in_;
    *this = {};
    handed_in_ = handed_in;
}

void RecommendFriend::correct_phone() {
    phone.clear();
    notice_.reset();
}

}  // namespace foyer::kiosk
