#include "kiosk/flows/recommend_friend.h"

#include <doctest/doctest.h>

#include "tests/kiosk/flows/referrer_world.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

void type_phone(RecommendFriend& recommend, std::string_view digits) {
    for (const char digit : digits)
        recommend.phone.type(char32_t(digit));
}

RecommendFriend filled(std::string_view phone, const std::string& name) {
    RecommendFriend recommend;
    type_phone(recommend, phone);
    recommend.name.set(name);
    recommend.friend_knows = true;
    return recommend;
}

ReferralNotice hand_in(ReferrerWorld& world, RecommendFriend& recommend) {
    REQUIRE(recommend.begin(world.referrer));
    recommend.answered(hand_in_friend(world.records.desk, recommend.recommended()));
    return *recommend.notice();
}

}  // namespace

TEST_CASE("a friend is handed in with level and relationship, and shows under the rewards") {
    ReferrerWorld world;
    RecommendFriend recommend = filled("13700001111", "王雅琴");
    recommend.level = ReferralLevel::information;
    recommend.relationship = "neighbour";
    CHECK(hand_in(world, recommend) == ReferralNotice::recorded);
    const RewardsView rewards = world.rewards();
    REQUIRE(rewards.friends.size() == 1);
    CHECK(rewards.friends.front().masked_name == "王＊＊");
    CHECK(rewards.friends.front().level == ReferralLevel::information);
}

TEST_CASE("nothing is handed in before the friend knows, has a name and a number") {
    ReferrerWorld world;
    RecommendFriend recommend = filled("13700001111", "王雅琴");
    recommend.friend_knows = false;
    CHECK_FALSE(recommend.begin(world.referrer));
    RecommendFriend nameless = filled("13700001111", "  ");
    CHECK_FALSE(nameless.name.submit());
    CHECK(nameless.name.told() == NameFault::empty);
    CHECK_FALSE(nameless.begin(world.referrer));
    RecommendFriend numberless = filled("1370000", "王雅琴");
    CHECK_FALSE(numberless.begin(world.referrer));
    RecommendFriend unidentified = filled("13700001111", "王雅琴");
    CHECK_FALSE(unidentified.begin({}));
}

TEST_CASE("a second touch hands nobody in twice") {
    ReferrerWorld world;
    RecommendFriend recommend = filled("13700001111", "王雅琴");
    CHECK(recommend.begin(world.referrer));
    CHECK_FALSE(recommend.begin(world.referrer));
    recommend.failed();
    CHECK(recommend.begin(world.referrer));
}

TEST_CASE("one's own number is told as such and can be corrected") {
    ReferrerWorld world;
    RecommendFriend recommend = filled("13800138216", "Zhao");
    CHECK(hand_in(world, recommend) == ReferralNotice::self_referral);
    recommend.correct_phone();
    CHECK(recommend.phone.empty());
    CHECK(recommend.name.text() == "Zhao");
    type_phone(recommend, "13700001111");
    CHECK(hand_in(world, recommend) == ReferralNotice::recorded);
}

TEST_CASE("somebody the showroom knows, and somebody referred before, do not count") {
    ReferrerWorld world;
    world.send_friend("+8613700001111", "王雅琴", VisitOutcome::not_bought, false);
    RecommendFriend known = filled("13700001111", "小王");
    CHECK(hand_in(world, known) == ReferralNotice::already_known);
    RecommendFriend first = filled("13700002222", "刘思远");
    CHECK(hand_in(world, first) == ReferralNotice::recorded);
    RecommendFriend second = filled("13700002222", "刘思远");
    CHECK(hand_in(world, second) == ReferralNotice::duplicate);
}

TEST_CASE("a name typed at the door never replaces a name on record") {
    ReferrerWorld world;
    world.send_friend("+8613700001111", "王雅琴", VisitOutcome::not_bought, false);
    RecommendFriend recommend = filled("13700001111", "Somebody Else");
    recommend.name.gender = Gender::male;
    hand_in(world, recommend);
    const auto kept = world.records.desk.find_customer("+8613700001111");
    CHECK(kept->name == "王雅琴");
    CHECK(kept->gender == Gender::female);
}

TEST_CASE("one referrer hands in five friends at a visit and no more") {
    ReferrerWorld world;
    RecommendFriend recommend;
    for (int i = 0; i < RecommendFriend::most_friends; ++i) {
        REQUIRE(recommend.may_recommend_another());
        recommend.begin_another();
        CHECK_FALSE(recommend.friend_knows);
        type_phone(recommend, "1370000111" + std::to_string(i));
        recommend.name.set("王");
        recommend.friend_knows = true;
        CHECK(hand_in(world, recommend) == ReferralNotice::recorded);
    }
    CHECK_FALSE(recommend.may_recommend_another());
}

TEST_CASE("the level is asked for only where the policy knows both") {
    Policy policy;
    policy.offers = {{OfferKind::standard}, {OfferKind::for_friend}};
    CHECK_FALSE(RecommendFriend::asks_level(&policy));
    policy.offers = {{OfferKind::information}, {OfferKind::order}};
    CHECK(RecommendFriend::asks_level(&policy));
    CHECK_FALSE(RecommendFriend::asks_level(nullptr));
}
