#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "shared/people/names.h"

using namespace foyer;

TEST_CASE("A typed name is trimmed, composed and freed of what cannot be seen") {
    CHECK(clean_name("  王 小明 ").name == "王 小明");
    CHECK(clean_name("Mei\t\n Lin").name == "Mei Lin");
    CHECK(clean_name("Rene\u0301").name == "René");
    CHECK(clean_name("王\u202E\u200B\u0007明").name == "王明");
    CHECK(clean_name("𠮷田").name == "𠮷田");
}

TEST_CASE("A name that is empty, too long or no text is refused with the reason") {
    CHECK(clean_name("").fault == NameFault::empty);
    CHECK(clean_name(" \u3000 ").fault == NameFault::empty);
    CHECK(clean_name("\xC3\x28").fault == NameFault::not_text);
    CHECK(clean_name("\xED\xA0\x80").fault == NameFault::not_text);
    std::string long_name;
    for (int i = 0; i < longest_name; ++i) {
        long_name += "𠮷";
    }
    CHECK(clean_name(long_name).ok());
    CHECK(clean_name(long_name + "王").fault == NameFault::too_long);
    CHECK(clean_name(std::string(100000, 'a')).fault == NameFault::too_long);
}

TEST_CASE("The surname of a Chinese name may have two characters") {
    CHECK(surname_of("王小明") == "王");
    CHECK(surname_of("欧阳娜娜") == "欧阳");
    CHECK(surname_of("歐陽修") == "歐陽");
    CHECK(surname_of("万俟雅") == "万俟");
    CHECK(surname_of("欧") == "欧");
    CHECK(surname_of("𠮷田") == "𠮷");
    CHECK(surname_of("买买提·艾力") == "买买提");
    CHECK(surname_of("") == "");
}

TEST_CASE("The surname of a Latin name is its last word or what stands before the comma") {
    CHECK(surname_of("Mei Lin") == "Lin");
    CHECK(surname_of("Lin, Mei") == "Lin");
    CHECK(surname_of("Lin") == "Lin");
}

TEST_CASE("A masked name shows the surname and hides how long the rest is") {
    CHECK(masked_name("王伟") == "王＊＊");
    CHECK(masked_name("王小明") == "王＊＊");
    CHECK(masked_name("欧阳娜娜") == "欧阳＊");
    CHECK(masked_name("买买提·艾力") == "买＊＊");
    CHECK(masked_name("Mei Lin") == "L**");
    CHECK(masked_name("𠮷田") == "𠮷＊＊");
    CHECK(masked_name("") == "");
}

TEST_CASE("People are addressed as their language does") {
    CHECK(salutation("林", Gender::female, Locale::zh_hans) == "林女士");
    CHECK(salutation("陳", Gender::male, Locale::zh_hant) == "陳先生");
    CHECK(salutation("林", Gender::female, Locale::en) == "Ms Lin");
    CHECK(salutation("欧阳", Gender::male, Locale::en) == "Mr Ouyang");
    CHECK(salutation("Smith", Gender::male, Locale::zh_hans) == "Smith 先生");
    CHECK(salutation("林", Gender::unsaid, Locale::zh_hans) == "林先生／女士");
    CHECK(salutation("林", Gender::unsaid, Locale::en) == "Mr/Ms Lin");
    CHECK(salutation("", Gender::male, Locale::en) == "");
}

TEST_CASE("Surnames are read as surnames, not as the everyday word") {
    CHECK(latin_surname("单") == "Shan");
    CHECK(latin_surname("仇") == "Qiu");
    CHECK(latin_surname("解") == "Xie");
    CHECK(latin_surname("查") == "Zha");
    CHECK(latin_surname("曾") == "Zeng");
    CHECK(latin_surname("尉迟") == "Yuchi");
    CHECK(latin_surname("万俟") == "Moqi");
    CHECK(latin_surname("吕") == "Lyu");
    CHECK(latin_surname("陳") == "Chen");
}

TEST_CASE("Initials find a name in either script") {
    CHECK(initials("张伟") == "zw");
    CHECK(initials("張偉") == "zw");
    CHECK(initials("欧阳娜娜") == "oynn");
    CHECK(initials("Mei Lin") == "ml");
    CHECK(initials("O'Neil Lin-Smith") == "ols");
    CHECK(initials("𠮷田") == "𠮷t");
    CHECK(initials("") == "");
}

TEST_CASE("Sort keys put names in the order of their Pinyin") {
    CHECK(sort_key("张伟") == "zhang wei");
    CHECK(sort_key("安然") < sort_key("曾国"));
    CHECK(sort_key("曾国") < sort_key("张伟"));
}

TEST_CASE("Names can be read on several threads at once") {
    std::vector<std::thread> threads;
    std::vector<std::string> found(4);
    for (std::size_t i = 0; i < found.size(); ++i) {
        threads.emplace_back([&found, i] {
            for (int round = 0; round < 50; ++round) {
                found[i] = sort_key("欧阳娜娜");
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const std::string& key : found) {
        CHECK(key == "ou yang na na");
    }
}
