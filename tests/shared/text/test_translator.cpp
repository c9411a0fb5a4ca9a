#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "shared/text/text_keys.h"
#include "shared/text/translator.h"

using namespace foyer;

namespace {

/// Saturday 2026-06-13, 10:24 in Shanghai (02:24 UTC).
constexpr WallTime saturday = 1781317440000;

}  // namespace

TEST_CASE("A text without places comes as it stands, apostrophes included") {
    CHECK(Translator(Locale::en)(Text::idle_stay) == "I'm here");
    CHECK(Translator(Locale::zh_hans)(Text::next) == "下一步");
    CHECK(Translator(Locale::zh_hant)(Text::close) == "關閉");
}

TEST_CASE("English plurals follow the number, Chinese has one form") {
    const Translator english(Locale::en), chinese(Locale::zh_hans);
    CHECK(english(Text::people, {{"n", std::int64_t{1}}}) == "1 person");
    CHECK(english(Text::people, {{"n", std::int64_t{4}}}) == "4 people");
    CHECK(chinese(Text::people, {{"n", std::int64_t{1}}}) == "1 人");
}

TEST_CASE("A name that looks like a pattern is printed, not read") {
    const Translator english(Locale::en);
    CHECK(english(Text::error_pack_refused, {{"reason", std::string("'{n}' isn't")}}) ==
          "The new showroom pack was refused, the last good one stays: '{n}' isn't");
}

TEST_CASE("Every text of the catalogue with places can be filled in every language") {
    for (const Locale locale : all_locales) {
        const Translator translator(locale);
        for (std::size_t i = 0; i < text_count; ++i) {
            if (!text_catalogue[i].has_places) continue;
            INFO(text_catalogue[i].key);
            CHECK_NOTHROW(translator(static_cast<Text>(i), {{"n", std::int64_t{2}}}));
        }
    }
}

TEST_CASE("Sums are written with the yuan sign and grouped alike in all languages") {
    for (const Locale locale : all_locales) {
        const Translator translator(locale);
        CHECK(translator.money(50000) == "¥500");
        CHECK(translator.money(180000) == "¥1,800");
        CHECK(translator.money(123456789) == "¥1,234,567.89");
        CHECK(translator.money(5) == "¥0.05");
        CHECK(translator.money(0) == "¥0");
        CHECK(translator.money(-50000) == "-¥500");
        CHECK(translator.number(999) == "999");
        CHECK(translator.number(1689) == "1,689");
        CHECK(translator.number(std::numeric_limits<std::int64_t>::min()) ==
              "-9,223,372,036,854,775,808");
    }
}

TEST_CASE("Dates read as people write them in each language") {
    const Translator hans(Locale::zh_hans), hant(Locale::zh_hant), english(Locale::en);
    CHECK(hans.day_and_weekday(saturday) == "6月13日 周六");
    CHECK(hant.day_and_weekday(saturday) == "6月13日 週六");
    CHECK(english.day_and_weekday(saturday) == "Sat 13 June");
    CHECK(hans.month_and_day(saturday) == "6月13日");
    CHECK(english.month_and_day(saturday) == "13 June");
    CHECK(hant.full_date(saturday) == "2026年6月13日");
    CHECK(english.full_date(saturday) == "13 June 2026");
    CHECK(english.time_of_day(saturday) == "10:24");
}

TEST_CASE("The day changes at the showroom's midnight, also before 1970 and with summer time") {
    const Translator shanghai(Locale::en), utc(Locale::en, "UTC");
    CHECK(shanghai.local_day(16 * one_hour - 1) == 0);
    CHECK(shanghai.local_day(16 * one_hour) == 1);
    CHECK(utc.local_day(-1) == -1);
    CHECK(utc.local_day(-one_day) == -1);
    CHECK(utc.local_day(-one_day - 1) == -2);
    // London is an hour ahead on this day.
    const WallTime london_midnight = 1781305200000;
    CHECK(Translator(Locale::en, "Europe/London").time_of_day(london_midnight) == "00:00");
    CHECK(Translator(Locale::en, "Europe/London").local_day(london_midnight) ==
          utc.local_day(london_midnight) + 1);
}

TEST_CASE("An unknown time zone is refused instead of taken for Greenwich") {
    CHECK_THROWS_WITH_AS(Translator(Locale::en, "Asia/Shangri-La"),
                         "no time zone is called Asia/Shangri-La", std::runtime_error);
}
