#include "kiosk/flows/recommend_friend.h"

#include "kiosk/input/characters.h"

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

void RecommendFriend::type_name(char32_t character) {
    if (characters_of(name_).size() <= std::size_t(longest_name)) name_ += utf8_of(character);
    told_name_ = NameFault::none;
}

void RecommendFriend::erase_name() {
    drop_last_character(name_);
    told_name_ = NameFault::none;
}

bool RecommendFriend::submit_name() {
    const NameReading reading = clean_name(name_);
    told_name_ = reading.fault;
    return reading.ok();
}

bool RecommendFriend::asks_level(const Policy* policy) {
    return policy && policy->offer(OfferKind::information) && policy->offer(OfferKind::order);
}

bool RecommendFriend::can_hand_in() const {
    return phone.complete() && clean_name(name_).ok() && friend_knows && may_recommend_another();
}

bool RecommendFriend::begin(const Id& referrer) {
    if (under_way_ || notice_ || referrer.empty() || !can_hand_in()) return false;
    recommended_.referrer = referrer;
    recommended_.details = {phone.reading().e164, clean_name(name_).name, gender};
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
