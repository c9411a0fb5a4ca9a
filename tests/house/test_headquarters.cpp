#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <string>

#include "tests/house/libraries.h"

using namespace foyer::house;

namespace {

/// The standard output of a command.
std::string output_of(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    REQUIRE(pipe);
    std::string output;
    std::array<char, 4096> part;
    while (const std::size_t got = std::fread(part.data(), 1, part.size(), pipe.get())) {
        output.append(part.data(), got);
    }
    return output;
}

}  // namespace

TEST_CASE("Headquarters runs on a machine without a screen") {
    const std::string libraries = output_of("ldd '" FOYER_HQ "'");
    CHECK(libraries.find("libc.so") != std::string::npos);
    CHECK_FALSE(shows_things(libraries));
}
