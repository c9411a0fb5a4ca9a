#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>

#include "tests/house/sources.h"

using namespace foyer::house;

namespace {

// Written in two halves, so that this file does not hold what it looks for.
const std::regex machine_path(std::string("(^|[^A-Za-z0-9_.}~-])/(wo") +
                              "rk|ro"
                              "ot)/[A-Za-z0-9_.-]");
const std::regex unfinished(std::string("\\b(TO") +
                            "DO|FIX"
                            "ME|XX"
                            "X)\\b");
const std::regex address("[a-z]+://[A-Za-z0-9]");

bool is_set_up(const SourceFile& file) {
    return file.in(".setup") || file.in(".ci") || file.in(".cmake") ||
           file.path.ends_with("/run") || file.path.ends_with("CMakeLists.txt");
}

}  // namespace

TEST_CASE("The top level is what the architecture names and nothing beside it") {
    const std::set<std::string> allowed = {"CMakeLists.txt", "README.md", "kiosk", "shared",
                                           "assets",         "sync",      "tests"};
    std::set<std::string> found;
    for (const std::string& name : top_level()) {
        if (name.starts_with(".")) continue;
        INFO(name, " is at the top level");
        CHECK(allowed.count(name) == 1);
        found.insert(name);
    }
    for (const std::string& name : allowed) {
        INFO(name, " is missing at the top level");
        CHECK(found.count(name) == 1);
    }
}

TEST_CASE("No file names a folder of the machine it was written on") {
    for (const SourceFile& file : source_tree()) {
        for (const std::string& line : lines_of(file.text)) {
            if (line.find("/") == std::string::npos) continue;
            INFO(file.path, ": ", line);
            CHECK_FALSE(std::regex_search(line, machine_path));
        }
    }
}

TEST_CASE("Set-up and build name no host: archives are those the machine already trusts") {
    for (const SourceFile& file : source_tree()) {
        if (!is_set_up(file)) continue;
        INFO(file.path);
        CHECK_FALSE(std::regex_search(file.text, address));
    }
}

TEST_CASE("Nothing is left marked as unfinished") {
    for (const SourceFile& file : source_tree()) {
        if (!file.is_code() && !is_set_up(file)) continue;
        INFO(file.path);
        CHECK_FALSE(std::regex_search(file.text, unfinished));
    }
}
