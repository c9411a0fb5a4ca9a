#include <doctest/doctest.h>
#include <phonenumbers/phonenumberutil.h>

#include <set>
#include <string>

#include "shared/people/phone.h"

using namespace foyer;

TEST_CASE("One number has one identity, however it is typed") {
    for (const char* typed :
         {"13800138000", "138 0013 8000", "138-0013-8000", "+86 138 0013 8000", "008613800138000",
          "＋８６１３８００１３８０００", "(138) 0013.8000", " 13800138000 "}) {
        INFO(typed);
        const PhoneReading reading = read_phone(typed, "CN");
        CHECK(reading.ok());
        CHECK(reading.e164 == "+8613800138000");
        CHECK(reading.likely);
    }
}

TEST_CASE("Numbers of Hong Kong, Macao and Taiwan are read in their own form") {
    CHECK(read_phone("9123 4567", "HK").e164 == "+85291234567");
    CHECK(read_phone("6612 3456", "MO").e164 == "+85366123456");
    CHECK(read_phone("0912 345 678", "TW").e164 == "+886912345678");
    CHECK(read_phone("+852 9123 4567", "CN").e164 == "+85291234567");
}

TEST_CASE("What cannot be a number is refused with the reason") {
    CHECK(read_phone("", "CN").fault == PhoneFault::empty);
    CHECK(read_phone(" - ", "CN").fault == PhoneFault::empty);
    CHECK(read_phone("+", "CN").fault == PhoneFault::empty);
    CHECK(read_phone("139-abc-defg", "CN").fault == PhoneFault::letters);
    CHECK(read_phone("一三八零零", "CN").fault == PhoneFault::letters);
    CHECK(read_phone("13800138000#12", "CN").fault == PhoneFault::letters);
    CHECK(read_phone("1", "CN").fault == PhoneFault::too_short);
    CHECK(read_phone("1380013", "CN").fault == PhoneFault::too_short);
    CHECK(read_phone("1380013800", "CN").fault == PhoneFault::too_short);
    CHECK(read_phone("138001380001", "CN").fault == PhoneFault::too_long);
    CHECK(read_phone("+999 12345678", "CN").fault == PhoneFault::not_possible);
    CHECK(read_phone("13800138000", "XX").fault == PhoneFault::not_possible);
    CHECK(read_phone("138001380001", "CN").e164.empty());
}

TEST_CASE("A number of a range the metadata does not know is only doubted") {
    const PhoneReading reading = read_phone("11111111111", "CN");
    CHECK_FALSE(reading.likely);
    const PhoneReading new_range = read_phone("19400138000", "CN");
    CHECK(new_range.ok());
    CHECK(new_range.e164 == "+8619400138000");
}

TEST_CASE("Digits are grouped while they are typed") {
    CHECK(spaced_national("138", "CN") == "138");
    CHECK(spaced_national("1380", "CN") == "138 0");
    CHECK(spaced_national("13800138", "CN") == "138 0013 8");
    CHECK(spaced_national("13800138000", "CN") == "138 0013 8000");
    CHECK(spaced_national("+8613800138000", "CN") == "+86 138 0013 8000");
    CHECK(spaced_national("91234567", "HK") == "9123 4567");
    CHECK(spaced_national("", "CN") == "");
}

TEST_CASE("A masked number hides at least four digits in every region") {
    CHECK(masked_phone("+8613800138216") == "138 **** 8216");
    CHECK(masked_phone("+85291234567") == "**** 4567");
    CHECK(masked_phone("+886912345678") == "9 **** 5678");
    CHECK(masked_phone("not a number") == "****");
    CHECK(masked_phone("") == "****");
}

TEST_CASE("The last four digits never run out of the number") {
    CHECK(last_four("+8613800138216") == "8216");
    CHECK(last_four("+12") == "12");
    CHECK(last_four("") == "");
}

TEST_CASE("Every offered region is there once, named in each language, with its true code") {
    const auto& util = *i18n::phonenumbers::PhoneNumberUtil::GetInstance();
    std::set<std::string> seen;
    for (const PhoneRegion& region : phone_regions()) {
        INFO(region.region);
        CHECK(seen.insert(region.region).second);
        CHECK_FALSE(region.name.zh_hans.empty());
        CHECK_FALSE(region.name.zh_hant.empty());
        CHECK_FALSE(region.name.en.empty());
        CHECK(std::to_string(util.GetCountryCodeForRegion(region.region)) == region.calling_code);
    }
    CHECK(phone_regions().front().region == "CN");
}
