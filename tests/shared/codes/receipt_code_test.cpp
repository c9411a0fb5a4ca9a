#include "shared/codes/receipt_code.h"

#include <array>

#include "shared/codes/crockford.h"
#include "tests/shared/codes/property.h"

using namespace foyer;
using ClaimId = std::array<std::uint8_t, 16>;

namespace {

ClaimId any_claim() {
    ClaimId id{};
    for (std::uint8_t& byte : id)
        byte = *rc::gen::arbitrary<std::uint8_t>();
    return id;
}

}  // namespace

TEST_CASE("A receipt's code is found to be that of its claim and of no other") {
    holds("receipt", [] {
        const ClaimId claim = any_claim();
        const std::string code = receipt_code(claim);
        RC_ASSERT(code.size() == 10u);
        RC_ASSERT(is_receipt_of(format_receipt(code), claim));
        RC_ASSERT(read_receipt_code(" " + format_receipt(code)) == code);
        ClaimId other = claim;
        other[*rc::gen::inRange(0, 16)] ^= *rc::gen::inRange<std::uint8_t>(1, 255);
        RC_ASSERT(!is_receipt_of(code, other));
    });
}

TEST_CASE("A receipt's code is the same on every machine and in every version") {
    CHECK(format_receipt(receipt_code(ClaimId{})) == "DS72A-23CG6");
}

TEST_CASE("A slip in typing a receipt's code is noticed") {
    holds("slip", [] {
        const std::string code = receipt_code(any_claim());
        const auto position = *rc::gen::inRange<std::size_t>(0, code.size());
        std::string wrong = code;
        wrong[position] =
            crockford_symbol(unsigned(crockford_value(code[position]) + *rc::gen::inRange(1, 32)));
        RC_ASSERT(!read_receipt_code(wrong));
        std::string swapped = code;
        std::swap(swapped[position], swapped[(position + 1) % code.size()]);
        RC_ASSERT(swapped == code || !read_receipt_code(swapped));
        RC_ASSERT(!read_receipt_code(code.substr(0, 9)));
        RC_ASSERT(!read_receipt_code(code + code));
    });
    CHECK_FALSE(read_receipt_code("'; DROP TABLE"));
    CHECK_FALSE(read_receipt_code(std::string(1 << 20, '0')));
}
