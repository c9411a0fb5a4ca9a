#include "kiosk/flows/staff_entrance.h"

#include <doctest/doctest.h>

#include "shared/security/pin.h"
#include "tests/kiosk/flows/reception_world.h"

namespace foyer::kiosk {
namespace {

/// The entrance with the real guard and real hashes behind it, as the program puts them there.
struct Entrance {
    ManualClock clock{0};
    PinGuard guard{clock};
    StaffEntrance state;
    const std::string hash = hash_pin("246810", quick_pin_cost);
    bool admitted = false;

    void type(const std::string& pin) {
        for (const char digit : pin) {
            if (!press_digit(state, digit, clock.ticks())) continue;
            if (verify_pin(state.pin, hash)) {
                guard.succeeded(state.staff);
                pin_accepted(state);
                admitted = true;
            } else {
                guard.failed(state.staff);
                pin_refused(state,
                            {clock.ticks() + guard.wait(state.staff), guard.tries_left(state.staff),
                             guard.locked(state.staff), true});
            }
        }
    }
};

std::vector<std::string> ids(const std::vector<const StaffMember*>& people) {
    std::vector<std::string> ids;
    for (const StaffMember* member : people)
        ids.push_back(member->id);
    return ids;
}

}  // namespace

TEST_CASE("the staff entrance shows reception first, then the manager, then who is on duty") {
    const ReceptionWorld world;
    const EntrancePeople people = entrance_people(*world.pack, 4);
    CHECK(ids(people.first) == std::vector<std::string>{"tan", "du", "zhou", "shen"});
    CHECK(ids(people.others) == std::vector<std::string>{"fang", "jiang"});
    CHECK(entrance_people(*world.pack, 99).others.empty());
}

TEST_CASE("digits count only once a person is chosen") {
    Entrance entrance;
    entrance.type("246810");
    CHECK(entrance.state.pin.empty());
    CHECK_FALSE(entrance.admitted);
}

TEST_CASE("the right six digits let a person in, and nothing of them is kept") {
    Entrance entrance;
    choose_person(entrance.state, "tan");
    entrance.type("24681");
    CHECK_FALSE(entrance.admitted);
    entrance.type("0");
    CHECK(entrance.admitted);
    CHECK(entrance.state.pin.empty());
    CHECK_FALSE(entrance.state.checking);
}

TEST_CASE("a mistyped digit can be taken back") {
    Entrance entrance;
    choose_person(entrance.state, "tan");
    entrance.type("24689");
    erase_digit(entrance.state);
    entrance.type("10");
    CHECK(entrance.admitted);
}

TEST_CASE("after a wrong PIN the doors are red, a try is gone, and the wait grows each time") {
    Entrance entrance;
    choose_person(entrance.state, "tan");
    std::int64_t last_wait = 0;
    for (int wrong = 1; wrong < PinGuard::tries_before_lock; ++wrong) {
        entrance.type("000000");
        CHECK(entrance.state.shows_wrong());
        REQUIRE(entrance.state.refusal());
        CHECK(entrance.state.refusal()->tries_left == PinGuard::tries_before_lock - wrong);
        const std::int64_t wait = entrance.state.wait(entrance.clock.ticks());
        CHECK(wait >= last_wait);
        if (wait > 0) CHECK_FALSE(entrance.state.takes_digits(entrance.clock.ticks()));
        last_wait = wait;
        entrance.clock.advance(wait);
    }
    CHECK(last_wait > 0);
    entrance.type("246810");
    CHECK(entrance.admitted);
    CHECK(entrance.state.refusal() == nullptr);
}

TEST_CASE("digits typed while a wait runs are not taken") {
    Entrance entrance;
    choose_person(entrance.state, "tan");
    while (entrance.state.wait(entrance.clock.ticks()) == 0)
        entrance.type("000000");
    entrance.type("246810");
    CHECK(entrance.state.pin.empty());
    CHECK_FALSE(entrance.admitted);
    entrance.clock.advance(entrance.state.wait(entrance.clock.ticks()));
    entrance.type("246810");
    CHECK(entrance.admitted);
}

TEST_CASE("five wrong PINs lock that person out for ten minutes, and nobody else") {
    Entrance entrance;
    choose_person(entrance.state, "tan");
    for (int wrong = 0; wrong < PinGuard::tries_before_lock; ++wrong) {
        entrance.clock.advance(entrance.state.wait(entrance.clock.ticks()));
        entrance.type("000000");
    }
    REQUIRE(entrance.state.refusal());
    CHECK(entrance.state.refusal()->locked);
    CHECK(entrance.state.wait(entrance.clock.ticks()) == PinGuard::lock_time);

    choose_person(entrance.state, "zhou");
    CHECK(entrance.state.takes_digits(entrance.clock.ticks()));
    choose_person(entrance.state, "tan");
    CHECK_FALSE(entrance.state.takes_digits(entrance.clock.ticks()));

    entrance.clock.advance(PinGuard::lock_time);
    entrance.type("246810");
    CHECK(entrance.admitted);
}

TEST_CASE("while a PIN is being checked neither digits nor another person are taken") {
    StaffEntrance state;
    choose_person(state, "tan");
    for (const char digit : std::string("246810"))
        press_digit(state, digit, 0);
    CHECK(state.checking);
    CHECK_FALSE(press_digit(state, '1', 0));
    erase_digit(state);
    choose_person(state, "zhou");
    CHECK(state.pin == "246810");
    CHECK(state.staff == "tan");
    pin_unchecked(state);
    CHECK(state.takes_digits(0));
}

}  // namespace foyer::kiosk
