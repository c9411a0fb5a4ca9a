#include <doctest/doctest.h>

#include "shared/text/characters.h"

using namespace foyer;

TEST_SUITE("characters") {
    TEST_CASE("text comes back as it was, beyond the basic plane too") {
        const std::string name = "张𬱖 O'Neil é 犇";
        CHECK(utf8_of(characters_of(name)) == name);
        CHECK(characters_of("𬱖") == U"𬱖");
        CHECK(strict_characters_of(name) == characters_of(name));
    }

    TEST_CASE("torn text is shown with a mark, and refused where it must be text") {
        const std::string torn = std::string("张") + "\xE4\xBC";
        CHECK(characters_of(torn) == U"张\uFFFD");
        CHECK_FALSE(strict_characters_of(torn));
        CHECK_FALSE(strict_characters_of("\xC0\xAF"));
        CHECK_FALSE(strict_characters_of("\xED\xA0\x80"));
        CHECK(strict_characters_of("\uFFFD") == U"\uFFFD");
        CHECK(strict_characters_of("") == U"");
    }

    TEST_CASE("what is no character leaves no bytes") {
        CHECK(utf8_of(char32_t(0xD800)) == "");
        CHECK(utf8_of(char32_t(0x110000)) == "");
        CHECK(utf8_of(U'é') == "é");
    }

    TEST_CASE("the last character goes whole") {
        std::string text = "张𬱖";
        drop_last_character(text);
        CHECK(text == "张");
        drop_last_character(text);
        drop_last_character(text);
        CHECK(text.empty());
    }

    TEST_CASE("full-width signs of Chinese keyboards mean what ASCII means") {
        CHECK(half_width(U'１') == U'1');
        CHECK(half_width(U'Ａ') == U'A');
        CHECK(half_width(U'～') == U'~');
        CHECK(half_width(U'。') == U'。');
    }
}
