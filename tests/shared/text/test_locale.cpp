#include <doctest/doctest.h>

#include "shared/text/locale.h"

using namespace foyer;

TEST_CASE("A locale's tag leads back to the locale, any other tag to none") {
    for (const Locale locale : all_locales) {
        CHECK(locale_from_tag(locale_tag(locale)) == locale);
    }
    CHECK_FALSE(locale_from_tag("zh"));
    CHECK_FALSE(locale_from_tag("EN"));
    CHECK_FALSE(locale_from_tag(""));
}

TEST_CASE("A pack's text in a language it lacks falls back on Simplified Chinese") {
    const LocalizedText text{"展厅", "", "Showroom"};
    CHECK(text.in(Locale::zh_hant) == "展厅");
    CHECK(text.in(Locale::en) == "Showroom");
}
