#include "kiosk/input/zhuyin.h"

#include <doctest/doctest.h>

#include "kiosk/input/character_tables.h"
#include "tests/kiosk/input/composed.h"

using namespace foyer::kiosk;
using namespace foyer::kiosk::test;

namespace {

Composed typed(RimeComposer& composer, const std::string& keys, bool name = true) {
    ComposeQuery query = in_name_field(keys);
    query.scheme = ComposeScheme::zhuyin;
    query.script = Script::traditional;
    query.name = name;
    return composer.compose(query);
}

}  // namespace

TEST_CASE("Zhuyin is read as the Pinyin it stands for") {
    const std::pair<const char*, const char*> syllables[] = {
        {"ㄓㄤ", "zhang"},   {"ㄨㄟ", "wei"},     {"ㄌㄧ", "li"},      {"ㄔㄣ", "chen"},
        {"ㄓ", "zh"},        {"ㄓˋ", "zhi"},      {"ㄙˉ", "si"},       {"ㄖˋ", "ri"},
        {"ㄧ", "yi"},        {"ㄨ", "wu"},        {"ㄩ", "yu"},        {"ㄧㄡ", "you"},
        {"ㄌㄧㄡ", "liu"},   {"ㄨㄣ", "wen"},     {"ㄎㄨㄣ", "kun"},   {"ㄩㄣ", "yun"},
        {"ㄐㄩㄣ", "jun"},   {"ㄩㄥ", "yong"},    {"ㄒㄩㄥ", "xiong"}, {"ㄨㄥ", "weng"},
        {"ㄉㄨㄥ", "dong"},  {"ㄌㄩ", "lv"},      {"ㄋㄩㄝ", "nve"},   {"ㄐㄩ", "ju"},
        {"ㄑㄩㄢ", "quan"},  {"ㄧㄥ", "ying"},    {"ㄧㄣ", "yin"},     {"ㄧㄢ", "yan"},
        {"ㄒㄧㄤ", "xiang"}, {"ㄦ", "er"},        {"ㄅㄛ", "bo"},      {"ㄍㄨㄛ", "guo"},
        {"ㄕㄨㄟ", "shui"},  {"ㄏㄨㄤ", "huang"}, {"ㄜ", "e"}};
    for (const auto& [zhuyin, pinyin] : syllables) {
        INFO(std::string(zhuyin));
        CHECK(read_zhuyin(zhuyin).letters == pinyin);
    }
}

TEST_CASE("All syllables of the table but a few rare ones can be written in Zhuyin") {
    // All combinations that are written, read back: each is a syllable of the table.
    int known = 0;
    for (const char* initial : {"",   "ㄅ", "ㄆ", "ㄇ", "ㄈ", "ㄉ", "ㄊ", "ㄋ", "ㄌ", "ㄍ", "ㄎ",
                                "ㄏ", "ㄐ", "ㄑ", "ㄒ", "ㄓ", "ㄔ", "ㄕ", "ㄖ", "ㄗ", "ㄘ", "ㄙ"}) {
        for (const char* medial : {"", "ㄧ", "ㄨ", "ㄩ"}) {
            for (const char* final : {"", "ㄚ", "ㄛ", "ㄜ", "ㄝ", "ㄞ", "ㄟ", "ㄠ", "ㄡ", "ㄢ",
                                      "ㄣ", "ㄤ", "ㄥ", "ㄦ"}) {
                const std::string keys = std::string(initial) + medial + final + "ˋ";
                const PinyinKeys read = read_zhuyin(keys);
                const bool one = !read.letters.empty() && read.bytes.back() == keys.size();
                known += one && syllable_index(read.letters) >= 0;
            }
        }
    }
    CHECK(known >= 405);
}

TEST_CASE("A tone ends a syllable and chooses among its characters") {
    RimeComposer composer(rime_folders());
    const Composed li = typed(composer, "ㄌㄧˇ");
    CHECK(li.shown == "ㄌㄧˇ");
    CHECK(place_of("李", li) == 1);
    CHECK(place_of("利", li) == 0);
    CHECK(keys_of("李", li) == std::string("ㄌㄧˇ").size());
    CHECK(place_of("利", typed(composer, "ㄌㄧˋ")) > 0);
    CHECK(place_of("李", typed(composer, "ㄌㄧˋ")) == 0);
    // Without a tone all of them.
    CHECK(place_of("李", typed(composer, "ㄌㄧ")) > 0);
    CHECK(place_of("利", typed(composer, "ㄌㄧ")) > 0);
}

TEST_CASE("Names are composed from Zhuyin, with tones and without") {
    RimeComposer composer(rime_folders());
    CHECK(place_of("張偉", typed(composer, "ㄓㄤㄨㄟˇ")) == 1);
    CHECK(typed(composer, "ㄓㄤㄨㄟˇ").shown == "ㄓㄤ ㄨㄟˇ");
    CHECK(is_near("陳怡君", typed(composer, "ㄔㄣˊ ㄧˊㄐㄩㄣ ")));
    CHECK(is_near("林志豪", typed(composer, "ㄌㄧㄣㄓˋㄏㄠ")));
    CHECK(is_near("歐陽", typed(composer, "ㄡㄧㄤˊ")));
    CHECK(place_of("張小明", typed(composer, "ㄓㄒㄇ")) > 0);
    const Composed words = typed(composer, "ㄓㄨㄥㄍㄨㄛˊ", false);
    CHECK(place_of("中國", words) == 1);
    CHECK(keys_of("中", words) == std::string("ㄓㄨㄥ").size());
}
