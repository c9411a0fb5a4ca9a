#include <doctest/doctest.h>

#include "tests/shared/journal/records.h"

using namespace foyer;
using foyer::test::TestRecords;

namespace {

/// Names of those who are found, one after the other.
std::string found(TestRecords& records, std::string_view typed, std::size_t most = 50) {
    std::string names;
    for (const FoundCustomer& one : records.desk.search_customers(typed, most)) {
        if (!names.empty()) names += ' ';
        names += one.customer.name;
    }
    return names;
}

/// Seven people who came today, a minute apart.
struct Showroom : TestRecords {
    Showroom() {
        int number = 0;
        for (const char* name :
             {"张伟", "单文", "周薇", "Mei Lin", "欧阳娜娜", "林𬱖", "张薇"}) {
            desk.register_visit(visitor("+861365555" + std::to_string(6601 + number++), name));
            clock.advance(one_minute);
        }
    }
};

}  // namespace

TEST_SUITE("finding a customer") {
    TEST_CASE("zw finds 张伟 and everybody else it may mean, in Pinyin order") {
        Showroom records;
        CHECK(found(records, "zw") == "张薇 张伟 周薇");
        CHECK(found(records, "ZW") == "张薇 张伟 周薇");
        CHECK(found(records, "zw", 2) == "张薇 张伟");
    }

    TEST_CASE("whole Pinyin, a given name, characters and Latin names find people") {
        Showroom records;
        CHECK(found(records, "zhang wei") == "张薇 张伟");
        CHECK(found(records, "zhangwei") == "张薇 张伟");
        CHECK(found(records, "nana") == "欧阳娜娜");
        CHECK(found(records, "oynn") == "欧阳娜娜");
        CHECK(found(records, "薇") == "张薇 周薇");
        CHECK(found(records, "lin") == "林𬱖 Mei Lin");
        CHECK(found(records, "𬱖") == "林𬱖");
        // A surname is read as surnames are: 单 is shan.
        CHECK(found(records, "shan") == "单文");
        CHECK(found(records, "dan") == "");
    }

    TEST_CASE("three digits of a phone find its owner, fewer find nobody") {
        Showroom records;
        CHECK(found(records, "6604") == "Mei Lin");
        CHECK(found(records, "136 5555 6601") == "张伟");
        CHECK(found(records, "66") == "");
        CHECK(found(records, "") == "");
    }

    TEST_CASE("who is here today comes with the visit, who was here before without") {
        Showroom records;
        const auto today = records.desk.search_customers("oynn", 1);
        REQUIRE(today.size() == 1);
        CHECK(today.front().ticket == "A05");
        CHECK(records.desk.visit(today.front().visit_today)->name == "欧阳娜娜");
        records.clock.advance(one_day);
        CHECK(records.desk.search_customers("oynn", 1).front().visit_today.empty());
    }
}
