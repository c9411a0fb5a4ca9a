#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "shared/security/pin.h"

using namespace foyer;

namespace {

void fail(PinGuard& guard, const std::string& staff, int times) {
    for (int i = 0; i < times; ++i) {
        guard.failed(staff);
    }
}

}  // namespace

TEST_CASE("Only the PIN itself opens its hash, and equal PINs do not look equal") {
    const std::string hash = hash_pin("135790", quick_pin_cost);
    CHECK(verify_pin("135790", hash));
    CHECK_FALSE(verify_pin("135791", hash));
    CHECK_FALSE(verify_pin("", hash));
    CHECK(hash != hash_pin("135790", quick_pin_cost));
    CHECK(hash.starts_with("$argon2id$"));
}

TEST_CASE("A text that is no hash lets nobody in") {
    CHECK_FALSE(verify_pin("135790", ""));
    CHECK_FALSE(verify_pin("135790", "135790"));
    CHECK_FALSE(verify_pin("135790", "$argon2id$v=19$m=8,t=1,p=1$"));
}

TEST_CASE("The showroom's cost works on this machine and is written in the hash") {
    const std::string hash = hash_pin("135790", showroom_pin_cost);
    CHECK(hash.find("m=65536,t=2,p=1") != std::string::npos);
    CHECK(verify_pin("135790", hash));
}

TEST_CASE("Each wrong PIN makes the next wait longer, the fifth locks for ten minutes") {
    ManualClock clock(0);
    PinGuard guard(clock);
    CHECK(guard.wait("tan") == 0);
    CHECK(guard.tries_left("tan") == 5);
    for (const std::int64_t wait : {0, 1000, 5000, 30000}) {
        guard.failed("tan");
        CHECK(guard.wait("tan") == wait);
        CHECK_FALSE(guard.locked("tan"));
        clock.advance(wait);
        CHECK(guard.wait("tan") == 0);
    }
    CHECK(guard.tries_left("tan") == 1);
    guard.failed("tan");
    CHECK(guard.locked("tan"));
    CHECK(guard.tries_left("tan") == 0);
    clock.advance(10 * one_minute - 1);
    CHECK(guard.locked("tan"));
    clock.advance(1);
    CHECK_FALSE(guard.locked("tan"));
    CHECK(guard.tries_left("tan") == 5);
}

TEST_CASE("After a lock the same five tries begin again") {
    ManualClock clock(0);
    PinGuard guard(clock);
    fail(guard, "tan", 5);
    clock.advance(PinGuard::lock_time);
    guard.failed("tan");
    CHECK(guard.wait("tan") == 0);
    CHECK(guard.tries_left("tan") == 4);
    fail(guard, "tan", 4);
    CHECK(guard.locked("tan"));
}

TEST_CASE("One member's mistakes cost nobody else, and the right PIN forgives them") {
    ManualClock clock(0);
    PinGuard guard(clock);
    fail(guard, "tan", 4);
    CHECK(guard.tries_left("zhou") == 5);
    CHECK(guard.wait("zhou") == 0);
    guard.succeeded("tan");
    CHECK(guard.tries_left("tan") == 5);
    CHECK(guard.wait("tan") == 0);
}

TEST_CASE("Setting the wall clock does not shorten a lock") {
    ManualClock clock(0);
    PinGuard guard(clock);
    fail(guard, "tan", 5);
    clock.set(one_day);
    CHECK(guard.wait("tan") == 10 * one_minute);
}

TEST_CASE("A restart neither lifts a lock nor forgets wrong PINs") {
    ManualClock before(0);
    PinGuard guard(before);
    fail(guard, "tan", 5);
    fail(guard, "zhou", 3);
    before.advance(4 * one_minute);

    ManualClock after(one_day);
    PinGuard restarted(after);
    restarted.restore(guard.save());
    CHECK(restarted.locked("tan"));
    CHECK(restarted.wait("tan") == 6 * one_minute);
    CHECK(restarted.wait("zhou") == 0);
    CHECK(restarted.tries_left("zhou") == 2);
}

TEST_CASE("An unreadable record of wrong PINs is refused and changes nothing") {
    ManualClock clock(0);
    PinGuard guard(clock);
    fail(guard, "tan", 5);
    for (const char* text : {"", "[1]", "{", R"({"tan": {"failures": 1}})"}) {
        INFO(text);
        CHECK_THROWS_AS(guard.restore(text), std::runtime_error);
        CHECK(guard.locked("tan"));
    }
}

TEST_CASE("A tampered record can neither raise the tries nor stretch a lock") {
    ManualClock clock(0);
    PinGuard guard(clock);
    guard.restore(R"({"tan": {"failures": -90, "wait": 99999999999}})");
    CHECK(guard.tries_left("tan") == 4);
    CHECK(guard.wait("tan") == PinGuard::lock_time);
}
