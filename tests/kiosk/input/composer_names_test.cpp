#include <doctest/doctest.h>

#include <sstream>

#include "kiosk/input/character_tables.h"
#include "shared/people/names.h"
#include "shared/text/characters.h"
#include "tests/kiosk/input/composed.h"

using namespace foyer;
using namespace foyer::kiosk;
using namespace foyer::kiosk::test;

namespace {

Composed traditional(RimeComposer& composer, const std::string& keys,
                     const std::string& before = "") {
    ComposeQuery query = in_name_field(keys, before);
    query.script = Script::traditional;
    return composer.compose(query);
}

}  // namespace

TEST_CASE("A whole name is found by its Pinyin") {
    RimeComposer composer(rime_folders());
    const Composed names = composer.compose(in_name_field("zhangwei"));
    CHECK(names.shown == "zhang wei");
    for (const char* name : {"张伟", "张薇", "张威", "张"})
        CHECK_MESSAGE(is_near(name, names), std::string(name));
    CHECK(keys_of("张伟", names) == 8);
    CHECK(keys_of("张", names) == 5);
    CHECK(place_of("王小明", composer.compose(in_name_field("wangxiaoming"))) == 1);
    CHECK(is_near("李婷婷", composer.compose(in_name_field("litingting"))));
    CHECK(is_near("欧阳娜娜", composer.compose(in_name_field("ouyangnana"))));
    CHECK(is_near("诸葛亮", composer.compose(in_name_field("zhugeliang"))));
}

TEST_CASE("A whole name is found by its first letters or by the beginning of its Pinyin") {
    RimeComposer composer(rime_folders());
    const Composed letters = composer.compose(in_name_field("zw"));
    CHECK(place_of("张伟", letters) == 1);
    CHECK(keys_of("张伟", letters) == 2);
    CHECK(keys_of("赵", letters) == 1);
    CHECK(is_near("张伟", composer.compose(in_name_field("zhangw"))));
    CHECK(is_near("王小明", composer.compose(in_name_field("wxm"))));
    CHECK(is_near("王小明", composer.compose(in_name_field("wangxiaom"))));
    CHECK(is_near("欧阳", composer.compose(in_name_field("oy"))));
}

TEST_CASE("Surnames are found by the reading surnames take") {
    RimeComposer composer(rime_folders());
    const std::pair<const char*, const char*> surnames[] = {
        {"解", "xie"},         {"单", "shan"},       {"仇", "qiu"},
        {"查", "zha"},         {"区", "ou"},         {"朴", "piao"},
        {"盖", "ge"},          {"缪", "miao"},       {"乐", "yue"},
        {"任", "ren"},         {"曾", "zeng"},       {"燕", "yan"},
        {"纪", "ji"},          {"翟", "zhai"},       {"覃", "qin"},
        {"冼", "xian"},        {"吕", "lv"},         {"尉迟", "yuchi"},
        {"万俟", "moqi"},      {"欧阳", "ouyang"},   {"澹台", "tantai"},
        {"令狐", "linghu"},    {"长孙", "zhangsun"}, {"单于", "chanyu"},
        {"百里", "baili"},     {"东方", "dongfang"}, {"司马", "sima"},
        {"上官", "shangguan"}, {"宇文", "yuwen"},    {"爱新觉罗", "aixinjueluo"}};
    for (const auto& [surname, keys] : surnames) {
        const int place = place_of(surname, composer.compose(in_name_field(keys)));
        INFO(std::string(surname), " typed ", std::string(keys), " stands at ", place);
        CHECK(place >= 1);
        CHECK(place <= 5);
    }
}

TEST_CASE("A surname misread is offered, after those that are read so") {
    RimeComposer composer(rime_folders());
    for (const auto& [surname, keys] : {std::pair{"解", "jie"},
                                        {"单", "dan"},
                                        {"仇", "chou"},
                                        {"查", "cha"},
                                        {"盖", "gai"},
                                        {"朴", "pu"}}) {
        CHECK_MESSAGE(is_near(surname, composer.compose(in_name_field(keys))),
                      std::string(surname));
    }
    CHECK(is_near("尉迟", composer.compose(in_name_field("weichi"))));
    CHECK(is_near("单于", composer.compose(in_name_field("danyu"))));
    const Composed shen = composer.compose(in_name_field("chen"));
    CHECK(place_of("陈", shen) == 1);
    CHECK(place_of("沈", shen) > place_of("陈", shen));
}

TEST_CASE("Every surname of the table is read as ICU reads names, but for known cases") {
    // Readings that ICU does not know or, of two, does not take first.
    const std::u32string known = U"吕牟覃薄都缪能莘蔚乜佴朴郇贠尉洗黑祭句角颉律拓单闾耶子";
    std::size_t compared = 0;
    for (const Surname& surname : surnames(Script::simplified)) {
        if (surname.misread || known.find(surname.text[0]) != std::u32string::npos) continue;
        std::string text, reading;
        for (std::size_t i = 0; i < surname.text.size(); ++i) {
            text += utf8_of(surname.text[i]);
            if (i > 0) reading += ' ';
            reading += pinyin_syllables()[surname.syllables[i]];
        }
        INFO(text);
        CHECK(sort_key(text) == reading);
        ++compared;
    }
    CHECK(compared > 700);
}

TEST_CASE("After a surname come characters of given names, the commonest first") {
    RimeComposer composer(rime_folders());
    const Composed wei = composer.compose(in_name_field("wei", "张"));
    CHECK(place_of("伟", wei) == 1);
    CHECK(place_of("薇", wei) < place_of("为", wei));
    CHECK(is_near("小明", composer.compose(in_name_field("xiaoming", "王"))));
    CHECK(place_of("明", composer.compose(in_name_field("ming", "王小"))) == 1);
    CHECK(place_of("明", composer.compose(in_name_field("ming", "欧阳"))) == 1);
    // The rest of a compound surname, but 张 is one by itself.
    CHECK(place_of("阳", composer.compose(in_name_field("yang", "欧"))) == 1);
    CHECK(place_of("俟", composer.compose(in_name_field("qi", "万"))) <= 8);
    CHECK(place_of("建", composer.compose(in_name_field("jian", "张"))) == 1);
}

TEST_CASE("Names are written in the characters of the chosen script") {
    RimeComposer composer(rime_folders());
    CHECK(place_of("張偉", traditional(composer, "zhangwei")) == 1);
    CHECK(place_of("陳", traditional(composer, "chen")) == 1);
    CHECK(place_of("歐陽", traditional(composer, "ouyang")) == 1);
    CHECK(place_of("葉", traditional(composer, "ye")) == 1);
    // Those that stay as they are, and those with two forms.
    CHECK(place_of("范", traditional(composer, "fan")) == 1);
    CHECK(place_of("於", traditional(composer, "yu")) >
          place_of("于", traditional(composer, "yu")));
    CHECK(is_near("鍾", traditional(composer, "zhong")));
    CHECK(is_near("鐘", traditional(composer, "zhong")));
    CHECK(is_near("傑", traditional(composer, "jie", "陳")));
    CHECK(is_near("杰", traditional(composer, "jie", "陳")));
    // Words follow what Taiwan writes.
    ComposeQuery words = in_words("yinwei");
    words.script = Script::traditional;
    CHECK(place_of("因為", composer.compose(words)) == 1);
}

TEST_CASE("Rare characters of names can be entered") {
    RimeComposer composer(rime_folders());
    const std::pair<const char*, const char*> characters[] = {
        {"䶮", "yan"},   {"㛃", "jie"},  {"喆", "zhe"},  {"堃", "kun"},  {"翀", "chong"},
        {"婧", "jing"},  {"燚", "yi"},   {"彧", "yu"},   {"犇", "ben"},  {"𬱖", "di"},
        {"𬱟", "wei"}, {"頔", "di"},   {"淼", "miao"}, {"垚", "yao"},  {"焱", "yan"},
        {"昶", "chang"}, {"煊", "xuan"}, {"赟", "yun"},  {"嬛", "huan"}, {"祎", "yi"}};
    for (const auto& [character, keys] : characters) {
        ComposeQuery query = in_name_field(keys, "王");
        query.limit = 120;
        INFO(std::string(character));
        CHECK(place_of(character, composer.compose(query)) > 0);
        // As a word, behind everything that is in use.
        query.name = false;
        query.limit = 1000;
        CHECK(place_of(character, composer.compose(query)) > 0);
    }
}

TEST_CASE("Every character of Unicode with a Pinyin reading can be reached by it") {
    RimeComposer composer(rime_folders());
    for (const char* keys : {"yi", "ji", "zhou"}) {
        ComposeQuery query = in_words(keys);
        query.limit = 2000;
        const Composed composed = composer.compose(query);
        std::set<std::string> offered;
        for (const Candidate& one : composed.candidates)
            offered.insert(one.text);
        for (const CharacterReading& one : characters_read(syllable_index(keys)))
            CHECK(offered.count(utf8_of(one.character)) == 1);
    }
}

TEST_CASE("A name that is not Chinese is left to the ordinary order") {
    RimeComposer composer(rime_folders());
    ComposeQuery words = in_words("li");
    for (const char* before : {"Mei ", "买买提·", "\xFF\xFE"}) {
        words.before = before;
        CHECK(written(composer.compose(in_name_field("li", before))) ==
              written(composer.compose(words)));
    }
}
