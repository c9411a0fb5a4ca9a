#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "shared/people/names.h"

using namespace foyer;

TEST_CASE("Rare characters of names have initials and sort keys, also beyond the BMP") {
    const std::pair<const char*, const char*> names[] = {
        {"张伟", "zhang wei"},        {"于𬱖", "yu di"},   {"裴𬱟", "pei wei"},
        {"刘䶮", "liu yan"},          {"马㛃", "ma jie"},     {"李喆", "li zhe"},
        {"王堃", "wang kun"},         {"周翀", "zhou chong"}, {"林婧", "lin jing"},
        {"孙燚", "sun yi"},           {"荀彧", "xun yu"},     {"高犇", "gao ben"},
        {"欧阳𬱖", "ou yang di"}, {"万俟喆", "mo qi zhe"}};
    for (const auto& [name, key] : names) {
        INFO(std::string(name));
        CHECK(sort_key(name) == key);
        CHECK(clean_name(name).name == name);
        const std::string letters = initials(name);
        CHECK(letters.size() ==
              std::size_t(std::count(key, key + std::string(key).size(), ' ')) + 1);
        CHECK(letters[0] == key[0]);
    }
    CHECK(initials("于𬱖") == "yd");
    CHECK(initials("欧阳𬱖") == "oyd");
}

TEST_CASE("A list sorted by Pinyin puts rare names and compound surnames where they belong") {
    std::vector<std::string> names = {"张伟", "于𬱖", "欧阳娜娜", "刘䶮",
                                      "单晓", "尉迟恭",  "曾国",     "解缙"};
    std::sort(names.begin(), names.end(),
              [](const std::string& a, const std::string& b) { return sort_key(a) < sort_key(b); });
    CHECK(names == std::vector<std::string>{"刘䶮", "欧阳娜娜", "单晓", "解缙", "尉迟恭", "于𬱖",
                                            "曾国", "张伟"});
}

TEST_CASE("Masks and surnames never cut a character beyond the BMP in two") {
    CHECK(surname_of("于𬱖") == "于");
    CHECK(surname_of("𬱖明") == "𬱖");
    CHECK(masked_name("𬱖明") == "𬱖＊＊");
    CHECK(masked_name("欧阳𬱖") == "欧阳＊");
    std::string longest;
    for (int i = 0; i < longest_name; ++i)
        longest += "𬱖";
    CHECK(clean_name(longest).name == longest);
}
