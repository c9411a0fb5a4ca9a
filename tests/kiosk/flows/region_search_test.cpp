#include "kiosk/flows/region_search.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace foyer;
using namespace foyer::kiosk;

namespace {

bool finds(std::string_view sought, const std::string& region) {
    const auto found = search_regions(sought, Locale::zh_hans);
    return std::any_of(found.begin(), found.end(),
                       [&](const PhoneRegion* one) { return one->region == region; });
}

}  // namespace

TEST_CASE("Every country can be found by its name, its Pinyin letters or its code") {
    CHECK(finds("BRAZ", "BR"));
    CHECK(finds("bx", "BR"));  // 巴西
    CHECK(finds("+55", "BR"));
    CHECK(finds("KINGDOM", "GB"));
    CHECK(finds("巴", "BR"));
    CHECK_FALSE(finds("BRAZ", "CN"));
    CHECK(search_regions("XQZW", Locale::en).empty());
    CHECK(search_regions("", Locale::en).size() > 200);
}

TEST_CASE("The neighbours come first, and every region has a name in every language") {
    const auto all = search_regions("", Locale::en);
    CHECK(all[0]->region == "CN");
    CHECK(all[1]->region == "HK");
    for (const PhoneRegion* region : all) {
        CHECK_FALSE(region->calling_code.empty());
        CHECK_FALSE(region->name.zh_hant.empty());
        CHECK_FALSE(region->name.en.empty());
    }
}
