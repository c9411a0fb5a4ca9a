#include "shared/codes/referral_code.h"

#include <set>
#include <vector>

#include "shared/codes/crockford.h"
#include "tests/shared/codes/property.h"

using namespace foyer;

namespace {

constexpr std::int64_t today = 20640;

CodeSecrets secrets_of(std::uint64_t seed) {
    SeededRandom random(seed);
    return make_code_secrets(random);
}

const CodeSecrets& secrets() {
    static const CodeSecrets made = secrets_of(1);
    return made;
}

const CodeKeys& keys() {
    static const CodeKeys made = code_keys(secrets());
    return made;
}

rc::Gen<std::uint64_t> any_id() {
    return rc::gen::inRange<std::uint64_t>(0, referral_id_bound);
}

char other_symbol(char symbol, int step) {
    return crockford_symbol(unsigned(crockford_value(symbol) + step) % 32);
}

CodeFault fault_of(std::string_view raw) {
    return read_code(raw, keys(), today).fault;
}

}  // namespace

TEST_CASE("A typed code gives back its id, however it is written down") {
    holds("round trip", [] {
        const std::uint64_t id = *any_id();
        const std::string code = typed_code(id, secrets().mac_key);
        RC_ASSERT(code.size() == typed_code_length);
        std::string spoken = " " + format_typed(code) + "\r\n";
        for (char& c : spoken) {
            if (c == '0' && *rc::gen::arbitrary<bool>()) c = 'o';
            if (c == '1') c = *rc::gen::element('1', 'i', 'L');
            if (*rc::gen::arbitrary<bool>()) c = char(std::tolower(c));
        }
        const CodeReading reading = read_code(spoken, keys(), today);
        RC_ASSERT(reading.accepted());
        RC_ASSERT(reading.id == id);
        RC_ASSERT(!reading.is_signed);
        RC_ASSERT(!reading.expires_on.has_value());
    });
}

TEST_CASE("A typed code is shown in four groups of four") {
    CHECK(format_typed("7K3M9QXT4HVRD2W8") == "7K3M-9QXT-4HVR-D2W8");
    CHECK(format_typed("7K3M9") == "7K3M-9");
    CHECK(format_typed("") == "");
}

TEST_CASE("Any single wrong symbol of a typed code is located") {
    const std::string code = typed_code(0x123456789A, secrets().mac_key);
    for (std::size_t position = 0; position < code.size(); ++position) {
        for (int step = 1; step < 32; ++step) {
            std::string wrong = code;
            wrong[position] = other_symbol(wrong[position], step);
            const CodeReading reading = read_code(wrong, keys(), today);
            REQUIRE(reading.fault == CodeFault::wrong_symbol);
            REQUIRE(reading.wrong_position == int(position));
            REQUIRE(reading.right_symbol == code[position]);
            REQUIRE(reading.id == 0);
        }
    }
}

TEST_CASE("Two symbols that changed places are refused, wherever they are") {
    holds("transposition", [] {
        const std::string code = typed_code(*any_id(), secrets().mac_key);
        const auto first = *rc::gen::inRange<std::size_t>(0, code.size() - 1);
        const auto second = *rc::gen::inRange<std::size_t>(first + 1, code.size());
        std::string swapped = code;
        std::swap(swapped[first], swapped[second]);
        RC_PRE(swapped != code);
        const CodeReading reading = read_code(swapped, keys(), today);
        RC_ASSERT(reading.fault == CodeFault::wrong_symbol);
        RC_ASSERT(!reading.wrong_position.has_value());
    });
}

TEST_CASE("Two wrong symbols are refused and no innocent one is blamed") {
    holds("two wrong symbols", [] {
        const std::string code = typed_code(*any_id(), secrets().mac_key);
        const auto first = *rc::gen::inRange<std::size_t>(0, code.size() - 1);
        const auto second = *rc::gen::inRange<std::size_t>(first + 1, code.size());
        std::string wrong = code;
        wrong[first] = other_symbol(wrong[first], *rc::gen::inRange(1, 32));
        wrong[second] = other_symbol(wrong[second], *rc::gen::inRange(1, 32));
        const CodeReading reading = read_code(wrong, keys(), today);
        RC_ASSERT(reading.fault == CodeFault::wrong_symbol);
        RC_ASSERT(!reading.wrong_position.has_value());
    });
}

TEST_CASE("A typed code made without the key is forged, even with sound check symbols") {
    holds("wrong key", [] {
        const std::string code = typed_code(*any_id(), secrets_of(2).mac_key);
        RC_ASSERT(fault_of(code) == CodeFault::forged);
    });
}

TEST_CASE("A code that is still being typed is incomplete") {
    const std::string code = format_typed(typed_code(77, secrets().mac_key));
    for (std::size_t length = 0; length < code.size(); ++length)
        CHECK(fault_of(code.substr(0, length)) == CodeFault::incomplete);
    const std::string payload = qr_payload({77, today}, secrets());
    CHECK(fault_of(payload.substr(0, 130)) == CodeFault::incomplete);
    CHECK(fault_of(payload.substr(0, 17)) == CodeFault::incomplete);
}

TEST_CASE("A QR code gives back its id and last day, also through a typing scanner") {
    holds("round trip", [] {
        const ReferralCode code{*any_id(), *rc::gen::inRange<std::int64_t>(today, 1 << 24)};
        std::string payload = qr_payload(code, secrets());
        RC_ASSERT(payload.size() == 131u);
        if (*rc::gen::arbitrary<bool>()) {
            for (char& c : payload)
                c = char(std::tolower(c));
        }
        const auto front = *rc::gen::element<std::string>("", "]Q1", "]q1");
        const auto back = *rc::gen::element<std::string>("", "\r", "\t", "\r\n");
        const CodeReading reading = read_code(front + payload + back, keys(), today);
        RC_ASSERT(reading.accepted());
        RC_ASSERT(reading.id == code.id);
        RC_ASSERT(reading.expires_on == code.expires_on);
        RC_ASSERT(reading.is_signed);
    });
}

TEST_CASE("Every flipped bit of a QR code is refused") {
    const std::string payload = qr_payload({0xFFFFFFFFFF, today}, secrets());
    const auto bytes = *crockford_decode(std::string_view(payload).substr(3));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        auto flipped = bytes;
        flipped[bit / 8] ^= std::uint8_t(1u << bit % 8);
        const CodeFault expected = bit < 64 ? CodeFault::foreign : CodeFault::forged;
        REQUIRE(fault_of("XR1" + crockford_encode(flipped)) == expected);
    }
}

TEST_CASE("A QR code is good through its last day and expired the day after") {
    const std::string payload = qr_payload({5, today}, secrets());
    CHECK(read_code(payload, keys(), today).accepted());
    const CodeReading late = read_code(payload, keys(), today + 1);
    CHECK(late.fault == CodeFault::expired);
    CHECK(late.id == 5);
    CHECK(late.expires_on == today);
}

TEST_CASE("A QR code of another headquarters is foreign, and forged if it claims to be ours") {
    const std::string theirs = qr_payload({5, today}, secrets_of(3));
    CHECK(fault_of(theirs) == CodeFault::foreign);
    auto bytes = *crockford_decode(std::string_view(theirs).substr(3));
    std::copy(keys().group.begin(), keys().group.end(), bytes.begin());
    CHECK(fault_of("XR1" + crockford_encode(bytes)) == CodeFault::forged);
}

TEST_CASE("An id or a day that does not fit is refused when a code is made") {
    CHECK_THROWS_AS(typed_code(referral_id_bound, secrets().mac_key), std::invalid_argument);
    CHECK_THROWS_AS(qr_payload({referral_id_bound, 0}, secrets()), std::invalid_argument);
    CHECK_THROWS_AS(qr_payload({1, -1}, secrets()), std::invalid_argument);
    CHECK_THROWS_AS(qr_payload({1, 1 << 24}, secrets()), std::invalid_argument);
}

TEST_CASE("Whatever else is held before the camera is not a code") {
    for (const std::string& raw : {
             std::string("https://example.com/?id=7K3M9QXT4HVRD2W8"),
             std::string("'; DROP TABLE referrals; --"),
             std::string("%s%s%s%n%n%n%99999d"),
             std::string("BEGIN:VCARD\r\nFN:\xE8\xB5\xB5\r\nEND:VCARD"),
             std::string("\xE6\xA0\x96\xE5\xB2\xA9\xE7\x93\xB7\xE7\xA0\x96"),
             std::string("7K3M\0"
                         "9QXT4HVRD2W8",
                         17),
             std::string("\xFF\xFE\x80"),
             std::string(1 << 20, 'A'),
             std::string(1 << 20, '-'),
             std::string("7K3M9QXT4HVRD2W80"),
             "XR2" + std::string(128, '0'),
             "XR1" + std::string(129, '0'),
         }) {
        CHECK(fault_of(raw) == CodeFault::not_a_code);
    }
}

TEST_CASE("No bytes at all make the reader fail or accept") {
    holds("bytes",
          [](const std::string& raw) { RC_ASSERT(!read_code(raw, keys(), 0).accepted()); });
    holds("alphabet after a prefix", [] {
        const auto front = *rc::gen::element<std::string>("", "XR1", "]Q1", "]Q1XR1", "xr1-");
        const auto text = *rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("0123456789ABCDEFGHJKMNPQRSTVWXYZiloXR-  ")));
        RC_ASSERT(!read_code(front + text, keys(), 0).accepted());
    });
}

TEST_CASE("A code printed years ago reads the same in every later version") {
    const CodeSecrets fixed = secrets_of(42);
    CHECK(format_typed(typed_code(0x0123456789, fixed.mac_key)) == "04HM-ASW9-D63Q-BR29");
    CHECK(qr_payload({0x0123456789, 20453}, fixed) ==
          "XR175CG5N3EWGCNG0938NKRJ02FWN6A58KTPSJZ7CRNNPB69MR5CMPQEP326DBDJ"
          "EM2S25D6XP8W1988YSVHN9RJ40Y8K0WKQTCP0V9RRZCTNSCQEP40B72GBDTXRJM1CGB");
}

TEST_CASE("The same id always has the same typed code, and other ids have others") {
    std::set<std::string> codes;
    for (std::uint64_t id = 0; id < 1000; ++id)
        codes.insert(typed_code(id, secrets().mac_key));
    CHECK(codes.size() == 1000);
    CHECK(codes.count(typed_code(500, secrets().mac_key)) == 1);
}
