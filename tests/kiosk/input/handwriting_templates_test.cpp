#include "kiosk/input/handwriting_templates.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "kiosk/input/handwriting.h"
#include "shared/world/random.h"
#include "tests/shared/journal/records.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

std::string templates_bytes() {
    std::ifstream file(FOYER_HANDWRITING_TEMPLATES, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

}  // namespace

TEST_CASE("Templates are the same after writing and reading") {
    const std::string bytes = templates_bytes();
    CHECK(bytes.size() < std::size_t(20) << 20);
    CHECK(encode(decode_handwriting_templates(bytes)) == bytes);
}

TEST_CASE("Torn templates are refused wherever they end") {
    const std::string bytes = templates_bytes();
    SeededRandom random(3);
    std::vector<std::size_t> lengths = {0, 1, 7, 8, 12, 27, 28, 100, bytes.size() - 1};
    for (int i = 0; i < 200; ++i)
        lengths.push_back(random.next() % bytes.size());
    for (const std::size_t length : lengths) {
        CAPTURE(length);
        CHECK_THROWS_AS(decode_handwriting_templates(std::string_view(bytes).substr(0, length)),
                        std::runtime_error);
    }
    CHECK_THROWS_AS(decode_handwriting_templates(bytes + "x"), std::runtime_error);
}

TEST_CASE("Templates with a wrong bit are refused") {
    std::string bytes = templates_bytes();
    SeededRandom random(4);
    for (int i = 0; i < 30; ++i) {
        // Half of them in the header, whose fields could mislead the reader.
        const std::size_t place = random.next() % (i % 2 == 0 ? 28 : bytes.size());
        const char flipped = char(1 << random.next() % 8);
        CAPTURE(place);
        bytes[place] = char(bytes[place] ^ flipped);
        CHECK_THROWS_AS(decode_handwriting_templates(bytes), std::runtime_error);
        bytes[place] = char(bytes[place] ^ flipped);
    }
}

TEST_CASE("Missing and damaged templates are named") {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "handwriting.templates";
    CHECK_THROWS_WITH_AS(Handwriting{file}, doctest::Contains(file.c_str()), std::runtime_error);
    std::ofstream(file) << "nothing of the kind";
    CHECK_THROWS_WITH_AS(Handwriting{file}, doctest::Contains(file.c_str()), std::runtime_error);
}
