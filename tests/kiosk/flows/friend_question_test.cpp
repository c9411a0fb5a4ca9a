#include "kiosk/flows/friend_question.h"

#include <doctest/doctest.h>

#include "shared/codes/crockford.h"
#include "tests/kiosk/flows/door_world.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

const std::string visitor = "+8613800138000";

/// Another symbol of the alphabet in place of one.
std::string with_slip(std::string code, std::size_t at) {
    code[at] = crockford_symbol(unsigned(crockford_value(code[at])) + 1);
    return code;
}

}  // namespace

TEST_CASE("A scanned code of a customer is recognised by a masked name alone") {
    DoorWorld world;
    const Id owner = world.owner_with_code("13900139000", "王小明", 77);
    FriendQuestion question;
    REQUIRE(question.code_scanned(world.qr_of(77), world.keys, world.today()) ==
            FriendStep::look_up);
    CHECK(question.asking());
    question.code_looked_up(recommender_of_code(*world.desk, question.code_id()), visitor);
    CHECK(question.answer() == FriendAnswer::recognised);
    CHECK(question.recommender()->masked_name == "王＊＊");
    CHECK(question.sent_by()->referrer == owner);
}

TEST_CASE("A typed code forgives O, I and L, hyphens and lower case") {
    DoorWorld world;
    FriendQuestion question;
    std::string typed = format_typed(world.typed_of(0));
    for (char& c : typed) {
        if (c == '0') c = 'o';
        if (c == '1') c = 'l';
    }
    type_into(question.code, typed);
    CHECK(question.code.symbols() == world.typed_of(0));
    CHECK(question.code_typed(world.keys, world.today()) == FriendStep::look_up);
    CHECK(question.code_id() == 0);
}

TEST_CASE("A slip in a typed code is pointed at, and the next symbol takes its place") {
    DoorWorld world;
    FriendQuestion question;
    const std::string right = world.typed_of(77);
    type_into(question.code, with_slip(right, 5));
    CHECK(question.code_typed(world.keys, world.today()) == FriendStep::stay);
    CHECK(question.answer() == FriendAnswer::unanswered);
    REQUIRE(question.code.slip() == 5);
    CHECK(question.code.caret() == 5);
    question.code.type(char32_t(right[5]));
    CHECK(question.code.symbols() == right);
    CHECK(question.code_typed(world.keys, world.today()) == FriendStep::look_up);
}

TEST_CASE("What a single wrong symbol must have been is offered, and taken by one touch") {
    DoorWorld world;
    FriendQuestion question;
    const std::string right = world.typed_of(77);
    type_into(question.code, with_slip(right, 9));
    CHECK_FALSE(question.code.likely());
    question.code_typed(world.keys, world.today());
    REQUIRE(question.code.likely() == right[9]);
    question.code.take_likely();
    CHECK(question.code.symbols() == right);
    CHECK_FALSE(question.code.likely());
    CHECK(question.code_typed(world.keys, world.today()) == FriendStep::look_up);
}

TEST_CASE("Slips that cannot be placed are told without pointing anywhere") {
    DoorWorld world;
    FriendQuestion question;
    type_into(question.code, with_slip(with_slip(with_slip(world.typed_of(77), 1), 6), 11));
    CHECK(question.code_typed(world.keys, world.today()) == FriendStep::stay);
    CHECK_FALSE(question.code.slip());
    CHECK(question.code.misread());
    question.code.erase();
    CHECK_FALSE(question.code.misread());
}

TEST_CASE("A character no code has is told and not taken") {
    CodeEntry entry;
    entry.type(U'7');
    entry.type(U'u');
    CHECK(entry.strange());
    CHECK(entry.symbols() == "7");
    entry.type(U'K');
    CHECK_FALSE(entry.strange());
    CHECK(entry.symbols() == "7K");
}

TEST_CASE("Each fault of a code is kept as the reason of its refusal") {
    DoorWorld world;
    DoorWorld* const here = &world;
    const auto fault_of = [here](const std::string& raw, std::int64_t today) {
        FriendQuestion question;
        CHECK(question.code_scanned(raw, here->keys, today) == FriendStep::answered);
        CHECK(question.answer() == FriendAnswer::refused);
        CHECK_FALSE(question.sent_by());
        return question.fault();
    };
    const std::string qr = world.qr_of(77);
    CHECK(fault_of("https://example.cn", world.today()) == CodeFault::not_a_code);
    CHECK(fault_of(qr.substr(0, 60), world.today()) == CodeFault::incomplete);
    CHECK(fault_of(qr, world.today() + 31) == CodeFault::expired);
    CHECK(fault_of(with_slip(qr, qr.size() - 40), world.today()) == CodeFault::forged);

    SeededRandom random(99);
    const CodeSecrets other = make_code_secrets(random);
    CHECK(fault_of(qr_payload({77, world.today()}, other), world.today()) == CodeFault::foreign);
}

TEST_CASE("A genuine code nobody here knows goes to reception instead of being refused") {
    DoorWorld world;
    FriendQuestion question;
    REQUIRE(question.code_scanned(world.qr_of(4242), world.keys, world.today()) ==
            FriendStep::look_up);
    question.code_looked_up(recommender_of_code(*world.desk, question.code_id()), visitor);
    CHECK(question.answer() == FriendAnswer::not_here_yet);
    CHECK(question.code_for_reception() == 4242);
    CHECK_FALSE(question.sent_by());
}

TEST_CASE("Without enrolment no code is judged, whether scanned or typed") {
    DoorWorld world;
    FriendQuestion question;
    CHECK(question.code_scanned(world.qr_of(77), std::nullopt, world.today()) !=
          FriendStep::look_up);
    CHECK(question.answer() == FriendAnswer::not_enrolled);
    FriendQuestion typed;
    type_into(typed.code, world.typed_of(77));
    CHECK(typed.code_typed(std::nullopt, world.today()) == FriendStep::answered);
    CHECK(typed.answer() == FriendAnswer::not_enrolled);
}

TEST_CASE("A friend's phone is recognised without a name, and only of who has bought") {
    DoorWorld world;
    const Id owner = world.owner_with_code("13900139000", "王小明", 77);
    world.visited("13700137000", "李雷", Gender::male);
    FriendQuestion question;
    type_into(question.phone, "13900139000");
    REQUIRE(question.phone_submitted(visitor) == FriendStep::look_up);
    question.phone_looked_up(recommender_of_phone(*world.desk, "+8613900139000"));
    CHECK(question.answer() == FriendAnswer::recognised);
    CHECK(question.recommender()->masked_name.empty());
    CHECK(question.sent_by()->referrer == owner);
    CHECK_FALSE(recommender_of_phone(*world.desk, "+8613700137000"));
}

TEST_CASE("Nobody recommends themselves, neither by number nor by code") {
    DoorWorld world;
    world.owner_with_code("13800138000", "林晓婉", 77);
    FriendQuestion question;
    type_into(question.phone, "13800138000");
    CHECK(question.phone_submitted(visitor) == FriendStep::answered);
    CHECK(question.answer() == FriendAnswer::own);
    FriendQuestion by_code;
    REQUIRE(by_code.code_scanned(world.qr_of(77), world.keys, world.today()) ==
            FriendStep::look_up);
    by_code.code_looked_up(recommender_of_code(*world.desk, 77), visitor);
    CHECK(by_code.answer() == FriendAnswer::own);
    CHECK_FALSE(by_code.sent_by());
}

TEST_CASE("The kiosk cannot be asked through as a directory of customers") {
    FriendQuestion question;
    type_into(question.phone, "13900139000");
    for (int tries = 0; tries < FriendQuestion::most_phone_tries; ++tries) {
        REQUIRE(question.phone_submitted(visitor) == FriendStep::look_up);
        question.phone_looked_up(std::nullopt);
        CHECK(question.answer() == FriendAnswer::phone_unknown);
    }
    CHECK_FALSE(question.may_try_phone());
    CHECK(question.phone_submitted(visitor) == FriendStep::stay);
}

TEST_CASE("A second code is not read while the first is being looked up") {
    DoorWorld world;
    FriendQuestion question;
    REQUIRE(question.code_scanned(world.qr_of(77), world.keys, world.today()) ==
            FriendStep::look_up);
    CHECK(question.code_scanned(world.qr_of(78), world.keys, world.today()) == FriendStep::stay);
    CHECK(question.code_id() == 77);
    question.look_up_failed();
    CHECK(question.code_scanned(world.qr_of(78), world.keys, world.today()) == FriendStep::look_up);
}
