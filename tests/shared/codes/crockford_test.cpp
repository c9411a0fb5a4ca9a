#include "shared/codes/crockford.h"

#include "tests/shared/codes/property.h"

using namespace foyer;
using Bytes = std::vector<std::uint8_t>;

TEST_CASE("Bytes come back from their Crockford text") {
    holds("round trip", [](const Bytes& bytes) {
        const auto decoded = crockford_decode(crockford_encode(bytes));
        RC_ASSERT(decoded.has_value());
        RC_ASSERT(*decoded == bytes);
    });
}

TEST_CASE("The Crockford text of known bytes is the published one") {
    const Bytes bytes = {0xDE, 0xAD, 0xBE, 0xEF, 0x01};
    CHECK(crockford_encode(bytes) == "VTPVXVR1");
    CHECK(crockford_encode(Bytes{0xFF}) == "ZW");
}

TEST_CASE("Letters that look like digits, lower case, hyphens and spaces are read kindly") {
    CHECK(crockford_decode("vtpv-xvrl") == crockford_decode("VTPVXVR1"));
    CHECK(crockford_decode("VTPV XVRI") == crockford_decode("VTPVXVR1"));
    CHECK(crockford_decode("OOoo0000") == crockford_decode("00000000"));
}

TEST_CASE("What no encoder writes is not decoded") {
    CHECK_FALSE(crockford_decode("VTPVXVRU"));
    CHECK_FALSE(crockford_decode("ZX"));   // filling bits not zero
    CHECK_FALSE(crockford_decode("ZW0"));  // a character that says nothing
    CHECK_FALSE(crockford_decode("\xEF\xBC\xA1\xEF\xBC\xA1"));
    CHECK(crockford_decode("")->empty());
}
