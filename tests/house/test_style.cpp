#include <doctest/doctest.h>

#include <string>

#include "tests/house/scanner.h"
#include "tests/house/sources.h"

using namespace foyer::house;

namespace {

constexpr int widest_line = 100;
constexpr int longest_function = 70;
constexpr int longest_file = 400;

/// "path:line"
std::string place(const SourceFile& file, int line) {
    return file.path + ":" + std::to_string(line);
}

}  // namespace

TEST_CASE("No line of code is wider than 100 characters") {
    int read = 0;
    for (const SourceFile& file : source_tree()) {
        if (!file.is_code()) continue;
        const auto lines = lines_of(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            INFO(place(file, int(i) + 1));
            CHECK(width_of(lines[i]) <= widest_line);
            ++read;
        }
    }
    // The tree was found at all.
    CHECK(read > 1000);
}

TEST_CASE("No function is longer than 70 lines") {
    int read = 0;
    for (const SourceFile& file : source_tree()) {
        if (!file.is_code()) continue;
        for (const FunctionSpan& function : functions_of(file.text)) {
            INFO(place(file, function.first_line), " ", function.head);
            CHECK(function.lines <= longest_function);
            ++read;
        }
    }
    CHECK(read > 100);
}

TEST_CASE("No file of code is longer than 400 lines") {
    for (const SourceFile& file : source_tree()) {
        if (!file.is_code()) continue;
        INFO(file.path);
        CHECK(int(lines_of(file.text).size()) <= longest_file);
    }
}

TEST_CASE("Every header guards itself once") {
    for (const SourceFile& file : source_tree()) {
        if (!file.path.ends_with(".h")) continue;
        INFO(file.path);
        CHECK(file.text.find("#pragma once") != std::string::npos);
    }
}
