#include <doctest/doctest.h>

#include "shared/security/pin.h"
#include "tests/kiosk/flows/referrer_world.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

/// A code before the camera, and what the desk says of its owner.
FriendAnswer scan(ReferrerWorld& world, IdentifyReferrer& identify, const std::string& raw) {
    FriendQuestion& question = identify.question;
    if (question.code_scanned(raw, world.keys, world.today()) == FriendStep::look_up) {
        question.code_looked_up(recommender_of_code(world.records.desk, question.code_id()), {});
    }
    return question.answer();
}

void wait_for_next_try(ReferrerWorld& world) {
    world.records.clock.advance(31 * one_second);
}

}  // namespace

TEST_CASE("a referrer's own code says who it is, and nothing else does") {
    ReferrerWorld world;
    IdentifyReferrer identify;
    CHECK(identify.referrer().empty());
    CHECK(scan(world, identify, world.qr_of(ReferrerWorld::code_id)) == FriendAnswer::recognised);
    CHECK(identify.referrer() == world.referrer);
}

TEST_CASE("each kind of code that opens nothing is refused with its own reason") {
    ReferrerWorld world;
    const auto fault_of = [&](const std::string& raw) {
        IdentifyReferrer identify;
        CHECK(scan(world, identify, raw) == FriendAnswer::refused);
        CHECK(identify.referrer().empty());
        return identify.question.fault();
    };
    const std::string genuine = world.qr_of(ReferrerWorld::code_id);
    CHECK(fault_of("https://example.com") == CodeFault::not_a_code);
    CHECK(fault_of(genuine.substr(0, 60)) == CodeFault::incomplete);
    CHECK(fault_of(world.qr_of(ReferrerWorld::code_id, -1)) == CodeFault::expired);
    std::string altered = genuine;
    altered.back() = altered.back() == '7' ? '8' : '7';
    CHECK(fault_of(altered) == CodeFault::forged);
    SeededRandom other_random(99);
    const CodeSecrets other = make_code_secrets(other_random);
    CHECK(fault_of(qr_payload({1, world.today() + 5}, other)) == CodeFault::foreign);
}

TEST_CASE("a genuine code whose owner has not reached this kiosk is not refused") {
    ReferrerWorld world;
    IdentifyReferrer identify;
    CHECK(scan(world, identify, world.qr_of(999)) == FriendAnswer::not_here_yet);
    CHECK(identify.referrer().empty());
}

TEST_CASE("a kiosk without headquarters' keys says so instead of refusing the code") {
    ReferrerWorld world;
    world.keys.reset();
    IdentifyReferrer identify;
    CHECK(scan(world, identify, world.qr_of(1)) == FriendAnswer::not_enrolled);
}

TEST_CASE("the rewards come out with the right last four digits only") {
    ReferrerWorld world;
    const LastFourOutcome wrong = world.try_digits("8217");
    CHECK(wrong.answer == LastFourAnswer::wrong);
    CHECK_FALSE(wrong.rewards);
    CHECK(wrong.tries_left == 4);
    CHECK_FALSE(world.try_digits("").rewards);
    wait_for_next_try(world);
    CHECK_FALSE(world.try_digits("38216").rewards);
    wait_for_next_try(world);
    const LastFourOutcome right = world.try_digits("8216");
    CHECK(right.answer == LastFourAnswer::right);
    REQUIRE(right.rewards);
    CHECK(right.rewards->referrer == world.referrer);
}

TEST_CASE("nobody's last four digits are right") {
    ReferrerWorld world;
    CHECK_FALSE(try_last_four(world.records.desk, customer_id("+8613700000000"), "0000").rewards);
}

TEST_CASE("five wrong tries lock this referrer for ten minutes, also for the right digits") {
    ReferrerWorld world;
    for (int tried = 0; tried < PinGuard::tries_before_lock; ++tried) {
        CHECK(world.try_digits("0000").answer ==
              (tried < 4 ? LastFourAnswer::wrong : LastFourAnswer::locked));
        if (tried < 4) wait_for_next_try(world);
    }
    const LastFourOutcome refused = world.try_digits("8216");
    CHECK(refused.answer == LastFourAnswer::locked);
    CHECK(refused.tries_left == 0);
    CHECK_FALSE(refused.rewards);
    world.records.clock.advance(PinGuard::lock_time - one_second);
    CHECK(world.try_digits("8216").answer == LastFourAnswer::locked);
    world.records.clock.advance(one_second);
    CHECK(world.try_digits("8216").answer == LastFourAnswer::right);
}

TEST_CASE("one referrer's lock does not keep another one out") {
    ReferrerWorld world;
    world.send_friend("+8613900001111", "孙立", VisitOutcome::bought);
    for (int tried = 0; tried < PinGuard::tries_before_lock; ++tried) {
        world.try_digits("0000");
        wait_for_next_try(world);
    }
    const Id other = customer_id("+8613900001111");
    CHECK(try_last_four(world.records.desk, other, "1111").answer == LastFourAnswer::right);
}

TEST_CASE("the count of wrong tries outlives the page and the program") {
    ReferrerWorld world;
    world.try_digits("0000");
    world.try_digits("0000");
    // A restart: the count comes from the store, and the desk is another.
    Journal journal(world.records.store, world.records.clock, world.records.random, "one");
    Desk desk(journal, test::tile_pack());
    wait_for_next_try(world);
    CHECK(try_last_four(desk, world.referrer, "0000").tries_left == 2);
}

TEST_CASE("a wait that runs takes no try and tells how long") {
    ReferrerWorld world;
    world.try_digits("0000");
    world.try_digits("0000");
    const LastFourOutcome early = world.try_digits("8216");
    CHECK(early.answer == LastFourAnswer::too_soon);
    CHECK(early.wait == one_second);
    CHECK(early.tries_left == 3);
}

TEST_CASE("digits are asked for four at a time, and again after a wrong try") {
    IdentifyReferrer identify;
    for (const char digit : std::string_view("000"))
        CHECK_FALSE(identify.press_digit(digit, 0));
    CHECK_FALSE(identify.press_digit('x', 0));
    CHECK(identify.press_digit('0', 0));
    CHECK_FALSE(identify.press_digit('1', 0));
    identify.last_four_answered({LastFourAnswer::wrong, 1000, 3, std::nullopt}, 500);
    CHECK(identify.shows_wrong());
    CHECK(identify.wait(600) == 900);
    CHECK_FALSE(identify.press_digit('1', 600));
    CHECK_FALSE(identify.press_digit('1', 1500));
    CHECK(identify.digits() == "1");
    CHECK_FALSE(identify.shows_wrong());
}

TEST_CASE("a number of somebody who never bought has no rewards to show") {
    ReferrerWorld world;
    world.send_friend("+8613900002222", "周五", VisitOutcome::not_bought);
    CHECK_FALSE(rewards_of_phone(world.records.desk, "+8613900002222"));
    CHECK_FALSE(rewards_of_phone(world.records.desk, "+8613900009999"));
    REQUIRE(rewards_of_phone(world.records.desk, "+8613800138216"));
}
