#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "shared/text/catalogue_rules.h"

using namespace foyer;

namespace {

std::string entry(const std::string& key, const std::string& hans, const std::string& hant,
                  const std::string& english) {
    return "\"" + key + "\": {\"zh-Hans\": \"" + hans + "\", \"zh-Hant\": \"" + hant +
           "\", \"en\": \"" + english + "\"}";
}

/// The faults of one file with these entries, "" if there are none.
std::string faults(const std::string& entries) {
    try {
        read_catalogue({{"a.json", "{" + entries + "}"}});
    } catch (const CatalogueError& error) {
        return error.what();
    }
    return "";
}

bool names(const std::string& list, const std::string& fault) {
    return list.find(fault) != std::string::npos;
}

}  // namespace

TEST_CASE("Keys keep their order and know whether they have places") {
    const auto entries = read_catalogue(
        {{"b.json", "{" + entry("zebra", "斑马", "斑馬", "It's a zebra") + "}"},
         {"a.json",
          "{" + entry("apple", "{n} 个", "{n} 個", "{n, plural, one {#} other {#}}") + "}"}});
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].key == "zebra");
    CHECK_FALSE(entries[0].has_places);
    CHECK(entries[1].key == "apple");
    CHECK(entries[1].has_places);
    const std::string header = catalogue_header(entries);
    CHECK(header.find("    zebra,\n    apple,\n") != std::string::npos);
    CHECK(catalogue_source(entries).find(
              "{\"zebra\", {\"斑马\", \"斑馬\", \"It's a zebra\"}, false}") != std::string::npos);
}

TEST_CASE("A key twice in one file or over two files does not build") {
    const std::string one = entry("key", "一", "一", "One");
    CHECK(names(faults(one + "," + one), "\"key\" is there twice"));
    const std::string file = "{" + one + "}";
    CHECK_THROWS_WITH_AS(read_catalogue({{"a.json", file}, {"b.json", file}}),
                         "b.json key: another file has this key\n", CatalogueError);
}

TEST_CASE("A missing, empty or unknown language does not build") {
    CHECK(names(faults(R"("key": {"zh-Hans": "一", "zh-Hant": "一"})"), "needs exactly"));
    CHECK(names(faults(R"("key": {"zh-Hans": "一", "zh-Hant": "一", "fr": "Un"})"), "has no en"));
    CHECK(names(faults(entry("key", "一", "", "One")), "has no zh-Hant"));
}

TEST_CASE("Languages with different places, and patterns ICU refuses, do not build") {
    CHECK(names(faults(entry("key", "{n} 人", "{count} 人", "{n} people")), "different places"));
    CHECK(names(faults(entry("key", "{n} 人", "{n} 人", "people")), "different places"));
    CHECK(names(faults(entry("key", "{n 人", "{n} 人", "{n}")), "ICU refuses"));
    CHECK(names(faults(entry("key", "{0} 人", "{0} 人", "{0}")), "names, not numbers"));
    CHECK(names(faults(entry("key", "{n} 人", "{n} 人", "'{n}' people")), "may not touch"));
}

TEST_CASE("Punctuation is straight in English and full-width in Chinese") {
    CHECK(faults(entry("key", "您好，请进。（一）", "您好，請進。", "It's here, (come in).")) ==
          "");
    CHECK(faults(entry("key", "10:24 到 3.5 米，PIN", "10:24", "x")) == "");
    CHECK(names(faults(entry("key", "一", "一", "It’s")), "straight"));
    CHECK(names(faults(entry("key", "一", "一", "Here，now")), "full-width punctuation"));
    CHECK(names(faults(entry("key", "您好,请进", "一", "One")), "zh-Hans: half-width"));
    CHECK(names(faults(entry("key", "一", "還在嗎?", "One")), "zh-Hant: half-width"));
    CHECK(names(faults(entry("key", "「一」", "一", "One")), "Chinese quotes"));
    CHECK(names(faults(entry("key", "{n, plural, other {您好, #}}", "{n}", "{n}")), "half-width"));
}

TEST_CASE("Keys that are no C++ names do not build") {
    for (const char* key : {"Home", "1st", "a-b", "class", ""}) {
        CHECK(names(faults(entry(key, "一", "一", "One")), "identifier"));
    }
}

TEST_CASE("All faults come at once, so that one build tells an author everything") {
    const std::string list = faults(entry("Key", "您好,一", "一", "It’s"));
    CHECK(std::count(list.begin(), list.end(), '\n') == 3);
}

TEST_CASE("A file that is no JSON object is named") {
    CHECK_THROWS_AS(read_catalogue({{"a.json", "[]"}}), CatalogueError);
    CHECK_THROWS_AS(read_catalogue({{"a.json", "{"}}), CatalogueError);
}
