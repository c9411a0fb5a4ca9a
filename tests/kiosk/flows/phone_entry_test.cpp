#include "kiosk/flows/phone_entry.h"

#include <doctest/doctest.h>

#include "tests/kiosk/flows/door_world.h"

using namespace foyer;
using namespace foyer::kiosk;

TEST_CASE("A number is grouped while it is typed, with slots for the digits to come") {
    PhoneEntry entry;
    CHECK(entry.prefix() == "+86");
    CHECK(entry.slots() == 11);
    type_into(entry, "13800138");
    CHECK(entry.shown() == "138 0013 8");
    CHECK(entry.slots() == 3);
    type_into(entry, "000");
    CHECK(entry.complete());
    CHECK(entry.slots() == 0);
    CHECK(entry.reading().e164 == "+8613800138000");
}

TEST_CASE("Missing digits are told only when somebody wants to go on") {
    PhoneEntry entry;
    type_into(entry, "1380013");
    CHECK(entry.told() == PhoneFault::none);
    CHECK_FALSE(entry.hand_in());
    CHECK(entry.told() == PhoneFault::too_short);
    entry.type(U'8');
    CHECK(entry.told() == PhoneFault::none);
}

TEST_CASE("Surplus digits and letters are told at once, and erasing puts them right") {
    PhoneEntry entry;
    type_into(entry, "138001380001");
    CHECK(entry.told() == PhoneFault::too_long);
    CHECK_FALSE(entry.hand_in());
    entry.erase();
    CHECK(entry.told() == PhoneFault::none);
    entry.type(U'x');
    CHECK(entry.told() == PhoneFault::letters);
    CHECK_FALSE(entry.hand_in());
    entry.erase();
    CHECK(entry.told() == PhoneFault::none);
}

TEST_CASE("Pasted and scanned numbers are read with separators, country codes and wide digits") {
    PhoneEntry entry;
    entry.replace("+852 9123-4567");
    CHECK(entry.complete());
    CHECK(entry.reading().e164 == "+85291234567");
    CHECK_MESSAGE(entry.prefix().empty(), "the number brings its own code");
    entry.replace("１３８ ００１３ ８０００");
    CHECK(entry.reading().e164 == "+8613800138000");
    entry.replace("https://example.cn/138");
    CHECK(entry.told() == PhoneFault::letters);
    CHECK_FALSE(entry.complete());
}

TEST_CASE("The digits typed are read anew for another region") {
    PhoneEntry entry;
    type_into(entry, "91234567");
    CHECK(entry.reading().e164 != "+85291234567");
    entry.choose_region("HK");
    CHECK(entry.prefix() == "+852");
    CHECK(entry.complete());
    CHECK(entry.reading().e164 == "+85291234567");
    entry.choose_region("nowhere");
    CHECK(entry.region() == "HK");
}

TEST_CASE("A number nobody is known to have is asked for twice and then taken") {
    PhoneEntry entry;
    entry.choose_region("HK");
    type_into(entry, "11234567");
    REQUIRE(entry.complete());
    REQUIRE_FALSE(entry.reading().likely);
    CHECK_FALSE(entry.hand_in());
    CHECK(entry.look_again());
    CHECK(entry.hand_in());
    entry.erase();
    CHECK_FALSE(entry.look_again());
}

TEST_CASE("Numbers are grouped as their country writes them, as they are typed") {
    const auto shown = [](const std::string& region, std::string_view digits) {
        PhoneEntry entry;
        entry.choose_region(region);
        type_into(entry, std::string(digits));
        return entry.shown();
    };
    CHECK(shown("CN", "13800138000") == "138 0013 8000");
    CHECK(shown("HK", "91234567") == "9123 4567");
    CHECK(shown("MO", "66123456") == "6612 3456");
    CHECK(shown("TW", "0912345678") == "0912 345 678");
    CHECK(shown("US", "4155552671") == "(415) 555-2671");
    CHECK(shown("CN", "+5511987654321") == "+55 11 98765-4321");
}

TEST_CASE("A country beyond the neighbours can be chosen, too") {
    PhoneEntry entry;
    entry.choose_region("BR");
    CHECK(entry.prefix() == "+55");
    type_into(entry, "11987654321");
    CHECK(entry.complete());
    CHECK(entry.reading().e164 == "+5511987654321");
}
