#include "shared/pack/counted_text.h"

#include <doctest/doctest.h>

namespace foyer {
namespace {

const CountedText homes = {{"1 户", "1 戶", "{count} home"},
                           {"{count} 户", "{count} 戶", "{count} homes"}};

TEST_CASE("A counted text takes the singular for exactly one") {
    CHECK(homes.in(Locale::en, 1) == "1 home");
    CHECK(homes.in(Locale::en, 0) == "0 homes");
    CHECK(homes.in(Locale::en, 12) == "12 homes");
    CHECK(homes.in(Locale::zh_hant, 12) == "12 戶");
}

TEST_CASE("A counted text without a singular uses the other form") {
    const CountedText chinese_only = {{}, {"{count} 位", "", ""}};
    CHECK(chinese_only.in(Locale::en, 1) == "1 位");
}

TEST_CASE("Filling a place replaces every mention and never reads its own output again") {
    CHECK(fill("{a} and {a}", "a", "{a}") == "{a} and {a}");
    CHECK(fill("每单再加 {amount}", "amount", "¥300") == "每单再加 ¥300");
}

}  // namespace
}  // namespace foyer
