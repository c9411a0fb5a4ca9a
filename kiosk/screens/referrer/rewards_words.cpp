#include "kiosk/screens/referrer/rewards_words.h"

#include <algorithm>

#include "shared/people/names.h"
#include "shared/text/text_keys.h"

namespace foyer::kiosk {
namespace {

/// How a standing looks and what is said of it.
struct StandingTexts {
    Text tag, door, headline, condition;
    Tone tone;
    Icon icon;
};

StandingTexts texts_of(FriendStanding standing) {
    switch (standing) {
        case FriendStanding::recommended:
            return {Text::rewards_tag_recommended,
                    Text::rewards_door_checking,
                    Text::rewards_why_recommended,
                    Text::rewards_why_recommended_more,
                    Tone::neutral,
                    Icon::user_plus};
        case FriendStanding::visited:
            return {Text::rewards_tag_visited,
                    Text::rewards_door_checking,
                    Text::rewards_why_visited,
                    Text::rewards_why_visited_more,
                    Tone::info,
                    Icon::store};
        case FriendStanding::holding:
            return {Text::rewards_tag_holding,
                    Text::rewards_door_holding,
                    Text::rewards_why_holding,
                    Text::rewards_why_holding_more,
                    Tone::warn,
                    Icon::hourglass};
        case FriendStanding::checking:
            return {Text::rewards_tag_checking,
                    Text::rewards_door_checking,
                    Text::rewards_why_checking,
                    Text::rewards_why_checking_more,
                    Tone::info,
                    Icon::search};
        case FriendStanding::claimable:
            return {Text::rewards_tag_claimable,
                    Text::rewards_door_claimable,
                    Text::rewards_why_claimable,
                    Text::rewards_why_claimable_more,
                    Tone::ok,
                    Icon::badge_check};
        case FriendStanding::registered:
            return {Text::rewards_tag_registered,
                    Text::rewards_door_registered,
                    Text::rewards_why_registered,
                    Text::rewards_why_registered_more,
                    Tone::info,
                    Icon::stamp};
        case FriendStanding::disputed:
            return {Text::rewards_tag_disputed,
                    Text::rewards_door_disputed,
                    Text::rewards_why_disputed,
                    Text::rewards_why_disputed_more,
                    Tone::warn,
                    Icon::scale};
        case FriendStanding::approved:
            return {Text::rewards_tag_approved,
                    Text::rewards_door_approved,
                    Text::rewards_why_approved,
                    Text::rewards_why_approved_more,
                    Tone::ok,
                    Icon::check_check};
        case FriendStanding::rejected:
            break;
    }
    return {Text::rewards_tag_rejected,
            Text::rewards_door_checking,
            Text::rewards_why_rejected,
            Text::rewards_why_refused,
            Tone::neutral,
            Icon::minus};
}

Text why_rejected(ReferralRejection rejection) {
    switch (rejection) {
        case ReferralRejection::self_referral:
            return Text::rewards_why_self;
        case ReferralRejection::already_known:
            return Text::rewards_why_known;
        case ReferralRejection::duplicate:
            return Text::rewards_why_duplicate;
        case ReferralRejection::refused:
        case ReferralRejection::none:
            break;
    }
    return Text::rewards_why_refused;
}

/// "¥500", the service of the information level, or just "the reward".
std::string reward_words(const Translator& text, const Policy* policy, const FriendReward& item) {
    if (item.amount > 0) return text.money(item.amount);
    const bool information = item.level == ReferralLevel::information;
    const Offer* offer = policy && information ? policy->offer(OfferKind::information) : nullptr;
    if (offer && !offer->service.empty()) return offer->service.in(text.locale());
    return text(Text::rewards_reward_plain);
}

FriendWords friend_words(const Translator& text, const Policy* policy, const FriendReward& item) {
    const FriendStanding standing = friend_standing(item);
    const StandingTexts texts = texts_of(standing);
    FriendWords words;
    words.referral = item.referral;
    // Whoever types a number that counts for nothing must not learn whose it is.
    const bool nameless = standing == FriendStanding::rejected || item.masked_name.empty();
    words.name = nameless ? text(Text::rewards_somebody) : item.masked_name;
    words.letter = nameless ? "＊" : item.surname;
    if (!nameless && !item.surname.empty() && (item.surname[0] & 0x80) == 0) {
        words.letter = item.surname.substr(0, 1);
    }
    words.caption = text(Text::rewards_sent_on, {{"date", text.month_and_day(item.submitted_at)}});
    const std::int64_t hold_days = policy ? policy->hold_days : 0;
    words.tag = text(texts.tag, {{"n", hold_days}});
    words.tone = texts.tone;
    words.icon = texts.icon;
    words.progress = standing == FriendStanding::rejected ? 0 : item.progress;
    const std::string reward = reward_words(text, policy, item);
    words.headline = text(texts.headline, {{"name", words.name}, {"reward", reward}});
    const Text condition =
        standing == FriendStanding::rejected ? why_rejected(item.rejection) : texts.condition;
    words.condition =
        text(condition, {{"reward", reward},
                         {"days", hold_days},
                         {"left", std::int64_t(item.days_left)},
                         {"hours", std::int64_t(policy ? policy->pay_within_hours : 0)}});
    return words;
}

const RewardTier* tier_at(const Policy* policy, int referrals) {
    if (!policy) return nullptr;
    for (const RewardTier& tier : policy->tiers) {
        if (tier.referrals == referrals) return &tier;
    }
    return nullptr;
}

/// The month alone, "3月" or "Mar": a door is narrow.
std::string month_of(const Translator& text, const Calendar& calendar, WallTime when) {
    const std::string day = text.month_and_day(when);
    const std::string number = std::to_string(calendar.date(when).month);
    if (const std::size_t end = day.find("月"); end != std::string::npos) return number + "月";
    const std::size_t space = day.find(' ');
    return space == std::string::npos ? day : day.substr(space + 1, 3);
}

std::vector<YearDoorWords> door_words(const Translator& text, const Calendar& calendar,
                                      const Policy* policy, const std::vector<OpenedDoor>& opened) {
    const DoorWindow window = door_window(int(opened.size()), policy);
    std::vector<YearDoorWords> doors;
    for (int number = window.first; number <= window.last; ++number) {
        YearDoorWords door;
        door.number = std::to_string(number);
        if (number <= int(opened.size())) {
            const OpenedDoor& one = opened[std::size_t(number - 1)];
            const bool won = one.standing >= FriendStanding::claimable;
            const StandingTexts texts = texts_of(one.standing);
            door.opened = true;
            door.icon = won && one.standing != FriendStanding::disputed ? Icon::check : texts.icon;
            door.title = text(Text::rewards_door_month,
                              {{"month", month_of(text, calendar, one.ordered_at)}});
            door.caption = text(texts.door, {{"n", std::int64_t(one.days_left)}});
        }
        if (const RewardTier* tier = tier_at(policy, number)) {
            door.tier = text(Text::rewards_tier, {{"amount", text.money(tier->total_fen)}});
            door.tier_reached = number <= int(opened.size());
        }
        doors.push_back(std::move(door));
    }
    return doors;
}

std::string sentence(const Translator& text, const Policy* policy, const RewardsView& rewards,
                     int opened) {
    const std::string name = referrer_name(text, rewards);
    if (!policy || policy->tiers.empty()) return text(Text::rewards_no_tier, {{"name", name}});
    const RewardTier* next = policy->next_tier(opened);
    if (!next) return text(Text::rewards_top_tier, {{"name", name}});
    return text(Text::rewards_next_tier, {{"name", name},
                                          {"n", std::int64_t(next->referrals - opened)},
                                          {"amount", text.money(next->total_fen)}});
}

}  // namespace

RewardsWords rewards_words(const Translator& text, const Pack& pack, const Calendar& calendar,
                           WallTime now, const RewardsView& rewards) {
    const Policy* policy = pack.policy_on(calendar.date(now));
    const std::vector<OpenedDoor> opened = doors_opened(rewards, calendar, now);
    RewardsWords words;
    words.title = text(Text::rewards_title, {{"n", std::int64_t(opened.size())}});
    words.sentence = sentence(text, policy, rewards, int(opened.size()));
    words.doors = door_words(text, calendar, policy, opened);
    const RewardTier* next = policy ? policy->next_tier(int(opened.size())) : nullptr;
    if (next) words.next_tier = std::to_string(next->referrals);
    words.claimable = text.money(rewards.claimable);
    // What is claimed and not approved yet is with headquarters, too.
    words.checking = text.money(rewards.being_checked + rewards.provisional);
    words.approved = text.money(rewards.approved_this_year);
    for (const FriendReward& item : rewards.friends)
        words.friends.push_back(friend_words(text, policy, item));
    if (rewards.claimable > 0) {
        words.claim = text(Text::rewards_claim, {{"amount", words.claimable}});
    }
    return words;
}

std::string referrer_name(const Translator& text, const RewardsView& rewards) {
    const std::string name = salutation(surname_of(rewards.name), rewards.gender, text.locale());
    return name.empty() ? text(Text::rewards_you) : name;
}

ClaimTag claim_tag(ClaimState state) {
    switch (state) {
        case ClaimState::disputed:
            return {Text::claims_disputed, Tone::warn, Icon::scale};
        case ClaimState::approved:
            return {Text::claims_approved, Tone::ok, Icon::check_check};
        case ClaimState::provisional:
            break;
    }
    return {Text::claims_provisional, Tone::info, Icon::hourglass};
}

}  // namespace foyer::kiosk
