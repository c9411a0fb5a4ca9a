#include <doctest/doctest.h>

#include <set>
#include <stdexcept>
#include <string>

#include "shared/security/digest.h"

using namespace foyer;

TEST_CASE("A digest is BLAKE2b-256 as its reference implementation computes it") {
    CHECK(digest_hex("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(digest_hex("abc") == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("A keyed digest depends on its key, and a short key is refused") {
    const std::string one(32, 'a'), other(32, 'b');
    CHECK(keyed_digest_hex("+8613800138000", one) != keyed_digest_hex("+8613800138000", other));
    CHECK(keyed_digest_hex("+8613800138000", one) == keyed_digest_hex("+8613800138000", one));
    CHECK(keyed_digest_hex("+8613800138000", one) != digest_hex("+8613800138000"));
    CHECK_THROWS_AS(keyed_digest_hex("text", "short"), std::invalid_argument);
    CHECK_THROWS_AS(keyed_digest_hex("text", std::string(65, 'a')), std::invalid_argument);
}

TEST_CASE("Ids sort by the time they were made and carry version and variant of UUID 7") {
    SeededRandom random(7);
    std::string previous;
    for (WallTime now : {WallTime(1), WallTime(255), WallTime(256), WallTime(1781317440000)}) {
        const std::string id = random_id(now, random);
        CHECK(id.size() == 32);
        CHECK(id > previous);
        CHECK(id[12] == '7');
        CHECK(std::string("89ab").find(id[16]) != std::string::npos);
        previous = id;
    }
    CHECK(previous.substr(0, 12) == "019ebecb1200");
}

TEST_CASE("Ids made in the same millisecond differ") {
    SystemRandom random;
    std::set<std::string> ids;
    for (int i = 0; i < 1000; ++i) {
        ids.insert(random_id(1, random));
    }
    CHECK(ids.size() == 1000);
}

TEST_CASE("An id's bytes lead back to its text, and what is no id is refused") {
    SeededRandom random(7);
    const std::string id = random_id(1781317440000, random);
    CHECK(to_hex(id_bytes(id)) == id);
    for (const std::string& text : {std::string(), id.substr(1), id + "0", "g" + id.substr(1)}) {
        INFO(text);
        CHECK_THROWS_AS(id_bytes(text), std::invalid_argument);
    }
}
