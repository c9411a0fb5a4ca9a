#include <doctest/doctest.h>

#include <stdexcept>

#include "shared/security/digest.h"
#include "sync/format/event_json.h"
#include "sync/format/header.h"
#include "sync/format/pack_companion.h"
#include "sync/format/sealed.h"
#include "sync/format/strict_json.h"
#include "tests/sync/golden.h"

using namespace foyer;
using namespace foyer::sync;
using foyer::test::GoldenWorld;

namespace {

EnvelopeFault fault_of_header(const GoldenWorld& world, const std::string& line) {
    return open_file(compose_lines(line, "{}", world.kiosk), only(world.kiosk.public_key)).fault;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("a header comes back as it was written, with everything later releases will use") {
    const GoldenWorld world;
    Header header = world.header_up(FileKind::events, 7, std::string(64, 'a'));
    header.reads_to = 3;
    header.epoch = 4;
    header.count = 5;
    header.length = 600;
    header.blobs = {{std::string(64, 'b'), 4096}};
    header.acknowledgements = {
        {world.headquarters_instance, 9, std::string(64, 'c'), AcknowledgementLevel::stored, ""},
        {world.headquarters_instance, 8, std::string(64, 'd'), AcknowledgementLevel::rejected,
         "fork"}};
    header.wants = {{3, 5}, {9, 9}};
    const HeaderResult read = read_header(header_line(header));
    CHECK(read.fault == EnvelopeFault::none);
    CHECK(read.header == header);
}

TEST_CASE("a header is refused for what is wrong with it, and only genuine ones are judged") {
    const GoldenWorld world;
    const std::string line = header_line(world.header_up(FileKind::events, 1, ""));
    CHECK(fault_of_header(world, line) == EnvelopeFault::none);
    CHECK(fault_of_header(world, replaced(line, "\"format\":1", "\"format\":2")) ==
          EnvelopeFault::newer_format);
    CHECK(fault_of_header(world, replaced(line, "\"schema\":1", "\"schema\":9")) ==
          EnvelopeFault::newer_format);
    CHECK(fault_of_header(world, replaced(line, "\"kind\":\"events\"", "\"kind\":\"later\"")) ==
          EnvelopeFault::newer_format);
    CHECK(fault_of_header(world, replaced(line, "\"count\":0", "\"count\":501")) ==
          EnvelopeFault::too_large);
    CHECK(fault_of_header(world, replaced(line, "\"length\":0", "\"length\":8388609")) ==
          EnvelopeFault::too_large);
    CHECK(fault_of_header(world, replaced(line, "\"count\":0", "\"count\":-1")) ==
          EnvelopeFault::malformed);
    CHECK(fault_of_header(world, replaced(line, "\"count\":0", "\"count\":0,\"count\":0")) ==
          EnvelopeFault::malformed);
    CHECK(fault_of_header(world, replaced(line, "\"count\":0", "\"count\":0,\"later\":[1]")) ==
          EnvelopeFault::none);
    CHECK(fault_of_header(world, replaced(line, "\"previous\":\"\"", "\"previous\":\"aa\"")) ==
          EnvelopeFault::malformed);
    CHECK(fault_of_header(world, "not json") == EnvelopeFault::malformed);
}

TEST_CASE("JSON nobody vouches for is refused when it nests too deep or says a thing twice") {
    CHECK(parse_strictly(R"({"a":[1,{"b":2}]})"));
    CHECK(!parse_strictly(R"({"a":1,"a":2})"));
    CHECK(!parse_strictly(R"({"a":{"b":1,"b":1}})"));
    CHECK(!parse_strictly("{\"a\":\"\xff\"}"));
    CHECK(!parse_strictly("{} {}"));
    const auto nested = [](int depth) {
        return std::string(std::size_t(depth), '[') + std::string(std::size_t(depth), ']');
    };
    CHECK(parse_strictly(nested(deepest_nesting)));
    CHECK(!parse_strictly(nested(deepest_nesting + 1)));
    CHECK(!parse_strictly(nested(500'000)));
}

TEST_CASE("the largest bundle fits into a file and one byte too many is refused") {
    const GoldenWorld world;
    SeededRandom random(5);
    std::vector<Event> events;
    std::size_t filled = 0;
    while (events.size() < most_events) {
        Event event = world.events[1];
        // Random digits: deflating saves as little as it can.
        std::string noise;
        while (noise.size() < 1100)
            noise += random_id(0, random);
        event.body = "{\"note\":\"" + noise + "\"}";
        event.stamp.sequence = events.size() + 1;
        filled += weight(event);
        if (filled > heaviest_bundle) break;
        events.push_back(event);
    }
    const std::string bytes =
        compose_events(world.header_up(FileKind::events, 1, ""), events,
                       world.headquarters_sealing.public_key, world.kiosk, random);
    CHECK(bytes.size() <= largest_file);
    const OpenedFile file = open_file(bytes, only(world.kiosk.public_key));
    CHECK(open_events(file, world.headquarters_sealing).events == events);
    CHECK(open_file(std::string(largest_part + 1, 'x'), only(world.kiosk.public_key)).fault ==
          EnvelopeFault::too_large);
    events.resize(most_events + 1, events.front());
    CHECK_THROWS_AS(compose_events(world.header_up(FileKind::events, 1, ""), events,
                                   world.headquarters_sealing.public_key, world.kiosk, random),
                    std::invalid_argument);
}

TEST_CASE("a sealed body under another file's header is refused, though the signer is the same") {
    const GoldenWorld world;
    SeededRandom random(6);
    const auto lines = [&](std::uint64_t seq, const std::string& previous) {
        const std::string file =
            compose_events(world.header_up(FileKind::events, seq, previous), world.events,
                           world.headquarters_sealing.public_key, world.kiosk, random);
        const std::size_t first = file.find('\n'), second = file.find('\n', first + 1);
        return std::pair(file.substr(0, first), file.substr(first + 1, second - first - 1));
    };
    const auto [header, unused] = lines(3, std::string(64, 'a'));
    const auto [other, body] = lines(4, std::string(64, 'b'));
    const OpenedFile mixed =
        open_file(compose_lines(header, body, world.kiosk), only(world.kiosk.public_key));
    REQUIRE(mixed.fault == EnvelopeFault::none);
    CHECK(open_events(mixed, world.headquarters_sealing).fault == EnvelopeFault::header_mismatch);
}

TEST_CASE("only exact file names are ours") {
    const std::string good = "events-riverside-1-000000a1-0000000002-0123456789abcdef.json";
    const auto name = FileName::read(good);
    REQUIRE(name);
    CHECK(name->sender == "riverside-1");
    CHECK(name->seq == 2);
    CHECK(name->text() == good);
    CHECK(good.size() <= 80);
    for (const char* strange :
         {"events-riverside-1-000000a1-0000000002-0123456789abcdef.json.tmp",
          ".events-riverside-1-000000a1-0000000002-0123456789abcdef.json",
          "events-riverside-1-000000a1-0000000002-0123456789abcdef (1).json",
          "events-riverside-1-000000a1-0000000002-0123456789ABCDEF.json",
          "events-riverside-1-000000a1-2-0123456789abcdef.json",
          "events-riverside-1-000000a1-0000000000-0123456789abcdef.json",
          "events-Riverside-000000a1-0000000002-0123456789abcdef.json",
          "events-000000a1-0000000002-0123456789abcdef.json",
          "photo-riverside-1-000000a1-0000000002-0123456789abcdef.json",
          "events-riverside-1.sync-conflict-000000a1-0000000002-0123456789abcdef.json", "root.json",
          ""}) {
        INFO(strange);
        CHECK(!FileName::read(strange));
    }
    CHECK(!is_kiosk_name("hq"));
    CHECK(!is_kiosk_name("-a"));
    CHECK(!is_kiosk_name("a/b"));
    CHECK(!is_kiosk_name("abcdefghijklmnopqrstuvwxy"));
}

TEST_CASE("what was sealed to one reader no other opens, and libsodium's own way opens it") {
    SeededRandom random(8);
    const SealingKey reader = sealing_key(make_seed(random)),
                     other = sealing_key(make_seed(random));
    std::string sealed = seal("a secret", reader.public_key, random);
    CHECK(unseal(sealed, reader) == "a secret");
    CHECK(!unseal(sealed, other));
    sealed[40] = char(sealed[40] ^ 1);
    CHECK(!unseal(sealed, reader));
    CHECK(!unseal("short", reader));
    CHECK(from_base64(to_base64(std::string("\0\xff x", 4))) == std::string("\0\xff x", 4));
    CHECK(!from_base64("AAA"));
    CHECK(
        !from_base64("AA=="
                     "\n"));
    CHECK(!from_base64("AB=="));
}

TEST_CASE(
    "PIN hashes go back to the members they were taken from, and nothing else goes with them") {
    const std::string staff = R"({"staff": [{"id": "tan", "pin_hash": "$a$"}, {"id": "lin"}]})";
    const auto split = split_staff(staff);
    REQUIRE(split);
    CHECK(split->open.find("pin_hash") == std::string::npos);
    const auto joined = join_staff(split->open, split->companion);
    REQUIRE(joined);
    CHECK(parse_strictly(*joined) == parse_strictly(staff));
    // A member in the place of a hash would be given a hash, and so on without end.
    CHECK(!join_staff(split->open, R"({"tan": {"id": "tan"}})"));
    CHECK(!join_staff(split->open, R"({"tan": [{"id": "tan"}]})"));
    CHECK(!join_staff(split->open, R"(["$a$"])"));
}
