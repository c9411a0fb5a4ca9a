#include <doctest/doctest.h>

#include <set>

#include "shared/security/digest.h"
#include "sync/format/key_file.h"
#include "sync/format/pack_parts.h"
#include "sync/format/refusal.h"
#include "sync/format/sealed.h"
#include "tests/sync/golden.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::sync;
using foyer::test::GoldenWorld;

namespace {

const std::filesystem::path golden_folder =
    std::filesystem::path(FOYER_SOURCE_DIR) / "tests/sync/golden/format-1";

std::string golden(const std::string& name) {
    const std::string bytes = test::read_file(golden_folder / name);
    REQUIRE(!bytes.empty());
    return bytes;
}

/// Whoever may sign anything in the golden world.
Signers everybody_in(const GoldenWorld& world) {
    return [&world](const std::string& id) -> std::optional<SigningPublicKey> {
        for (const SigningKey* key : {&world.root, &world.answers, &world.packs, &world.kiosk})
            if (key_id(key->public_key) == id) return key->public_key;
        return std::nullopt;
    };
}

struct Stored {
    std::string bytes, reader;
    FileName name;
};

Stored stored(const GoldenWorld& world, const std::string& name) {
    Stored file;
    file.bytes = golden(name);
    const OpenedFile opened = open_file(file.bytes, everybody_in(world));
    REQUIRE(opened.fault == EnvelopeFault::none);
    file.name = name_of(opened.header, opened.hash);
    file.reader = opened.header.to;
    return file;
}

EnvelopeFault open_stored(const GoldenWorld& world, const Stored& file, const std::string& bytes,
                          bool repair_name) {
    FileName name = file.name;
    if (repair_name) name.hash_start = digest_hex(bytes).substr(0, 16);
    return open_file(bytes, everybody_in(world), name, world.folder, file.reader).fault;
}

}  // namespace

TEST_CASE("golden words about photos are read for ever") {
    const GoldenWorld world;
    const OpenedFile file = open_file(golden("answer-photos.json"), only(world.answers.public_key));
    REQUIRE(file.fault == EnvelopeFault::none);
    const OpenedContent opened = open_sealed(file, {world.kiosk_sealing});
    REQUIRE(opened.fault == EnvelopeFault::none);
    CHECK(opened.content.photos == test::golden_photo_words());
    CHECK(opened.content.events.empty());
}

TEST_CASE("golden files of format 1 are read for ever") {
    const GoldenWorld world;
    const OpenedFile events = open_file(golden("events.json"), only(world.kiosk.public_key));
    REQUIRE(events.fault == EnvelopeFault::none);
    CHECK(events.header.seq == 2);
    CHECK(events.header.previous == digest_hex(golden("hello.json")));
    CHECK(open_events(events, world.headquarters_sealing).events == world.events);
    CHECK(open_events(events, world.kiosk_sealing).fault == EnvelopeFault::sealed_to_another);

    const OpenedFile answer = open_file(golden("answer.json"), only(world.answers.public_key));
    REQUIRE(answer.fault == EnvelopeFault::none);
    REQUIRE(answer.header.acknowledgements.size() == 1);
    CHECK(answer.header.acknowledgements[0].hash == digest_hex(golden("events.json")));
    CHECK(open_events(answer, world.kiosk_sealing).fault == EnvelopeFault::none);

    const auto part = part_in(open_file(golden("pack.json"), only(world.packs.public_key)));
    REQUIRE(part);
    CHECK(part->files.size() == 2);
    CHECK(part->files[0].text == "{}");
    CHECK(!part->files[1].text);

    CHECK(open_file(golden("root.json"), only(world.root.public_key)).header.folder ==
          world.folder);
    CHECK(open_file(golden("hello.json"), only(world.kiosk.public_key)).fault ==
          EnvelopeFault::none);
    SystemFiles files;
    const EnrolmentResult enrolment = load_enrolment(files, golden_folder / "enrolment.json");
    REQUIRE(enrolment.enrolment);
    CHECK(enrolment.enrolment->kiosk == "riverside-1");
    CHECK(enrolment.enrolment->secret == world.secret);
    CHECK(enrolment.enrolment->answers == world.answers.public_key);
}

TEST_CASE("golden files of snapshots, key files and returns are read for ever") {
    const GoldenWorld world;
    const Signers answers = only(world.answers.public_key), kiosk = only(world.kiosk.public_key);
    const auto keys = key_file_in(open_file(golden("keys.json"), only(world.root.public_key)));
    REQUIRE(keys);
    CHECK(keys->version == 1);
    CHECK(keys->sealing == world.headquarters_sealing.public_key);

    const OpenedFile snapshot = open_file(golden("snapshot.json"), answers);
    REQUIRE(snapshot.fault == EnvelopeFault::none);
    CHECK(snapshot.header.reader == world.kiosk_instance);
    CHECK(snapshot.header.epoch == 2);
    CHECK(snapshot.header.wants == std::vector<SequenceRange>{{3, 5}});
    REQUIRE(snapshot.header.acknowledgements.size() == 2);
    CHECK(snapshot.header.acknowledgements[0].events == 1);
    CHECK(snapshot.header.acknowledgements[1].level == AcknowledgementLevel::archived);
    CHECK(snapshot.header.blobs.at(0).hash == digest_hex(golden("part.json")));
    const OpenedContent manifest = open_sealed(snapshot, {world.kiosk_sealing});
    REQUIRE(manifest.content.have);
    CHECK(manifest.content.have->at(world.kiosk_instance).upto == 2);
    REQUIRE(manifest.content.companion);
    CHECK(manifest.content.companion->edition == 1);

    const OpenedContent part =
        open_sealed(open_file(golden("part.json"), answers), {world.kiosk_sealing});
    CHECK(part.content.events == world.events);
    REQUIRE(part.content.endorsement);
    CHECK(is_genuine(*part.content.endorsement, world.folder, answers));

    const OpenedContent back =
        open_sealed(open_file(golden("part-back.json"), kiosk), {world.headquarters_sealing});
    REQUIRE(back.content.returned.size() == 1);
    const ReturnedEvents& returned = back.content.returned[0];
    CHECK(is_genuine(returned.endorsement, world.folder, answers));
    CHECK(!is_genuine(returned.endorsement, world.kiosk_instance, answers));
    CHECK(!is_genuine(returned.endorsement, world.folder, kiosk));
    REQUIRE(returned.events.size() == 1);
    CHECK(covers(returned.endorsement, returned.events[0]));
    Event altered = returned.events[0];
    altered.body = "{}";
    CHECK(!covers(returned.endorsement, altered));
    CHECK(open_file(golden("hello-again.json"), kiosk).fault == EnvelopeFault::none);
    const auto refusal = refusal_in(open_file(golden("refusal.json"), answers));
    REQUIRE(refusal);
    CHECK(refusal->instance == world.kiosk_instance);
    CHECK(refusal->hello == digest_hex(golden("hello.json")));
    CHECK(refusal->epoch == 2);
}

TEST_CASE("a golden file of a later schema is genuine, and read by whoever reads that schema") {
    const GoldenWorld world;
    const Signers kiosk = only(world.kiosk.public_key);
    const std::string bytes = test::read_file(golden_folder / "../later/events-schema-2.json");
    REQUIRE(!bytes.empty());
    const OpenedFile older = open_file(bytes, kiosk);
    CHECK(older.fault == EnvelopeFault::newer_format);
    CHECK(older.header.seq == 2);
    CHECK(older.hash == digest_hex(bytes));
    const OpenedFile upgraded = open_file(bytes, kiosk, {1, 2});
    REQUIRE(upgraded.fault == EnvelopeFault::none);
    CHECK(open_events(upgraded, world.headquarters_sealing).events == world.events);
    CHECK(open_file(test::compose_later_events(world), kiosk, {1, 2}).header_line ==
          upgraded.header_line);
    // Genuine or not is seen before anything else, whoever wrote it.
    CHECK(open_file(bytes, only(world.packs.public_key)).fault == EnvelopeFault::unknown_signer);
    std::string altered = bytes;
    altered[bytes.find("\"schema\":2") + 9] = '3';
    CHECK(open_file(altered, kiosk).fault == EnvelopeFault::bad_signature);
}

TEST_CASE("this release still writes format 1 to the byte") {
    const GoldenWorld world;
    for (const auto& [name, bytes] : test::compose_golden(world)) {
        INFO(name);
        // Another zlib may deflate otherwise; whatever it writes is read above.
        const std::set<std::string> sealed = {"events.json",   "answer.json",
                                              "part.json",     "part-back.json",
                                              "snapshot.json", "answer-photos.json"};
        if (sealed.contains(name)) continue;
        CHECK(bytes == golden(name));
    }
}

TEST_CASE("a file torn at any byte is refused, also under a name that fits it") {
    const GoldenWorld world;
    for (const char* name : {"events.json", "answer.json", "pack.json", "hello.json"}) {
        const Stored file = stored(world, name);
        REQUIRE(open_stored(world, file, file.bytes, false) == EnvelopeFault::none);
        for (std::size_t size = 0; size < file.bytes.size(); ++size) {
            const std::string torn = file.bytes.substr(0, size);
            CHECK(open_stored(world, file, torn, true) == EnvelopeFault::torn);
        }
        CHECK(open_stored(world, file, file.bytes + "\n", true) == EnvelopeFault::malformed);
    }
}

TEST_CASE("no bit of a file can be flipped, also under a name that fits it") {
    const GoldenWorld world;
    for (const char* name : {"events.json", "answer.json"}) {
        const Stored file = stored(world, name);
        std::size_t accepted = 0, accepted_repaired = 0;
        for (std::size_t bit = 0; bit < file.bytes.size() * 8; ++bit) {
            std::string flipped = file.bytes;
            flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << bit % 8));
            if (open_stored(world, file, flipped, false) == EnvelopeFault::none) ++accepted;
            if (open_stored(world, file, flipped, true) == EnvelopeFault::none) ++accepted_repaired;
        }
        CHECK(accepted == 0);
        CHECK(accepted_repaired == 0);
    }
}

TEST_CASE("an enrolment or root.json with a flipped bit is refused") {
    const GoldenWorld world;
    const std::string root = golden("root.json");
    std::size_t accepted = 0;
    for (std::size_t bit = 0; bit < root.size() * 8; ++bit) {
        std::string flipped = root;
        flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << bit % 8));
        if (open_file(flipped, only(world.root.public_key)).fault == EnvelopeFault::none)
            ++accepted;
    }
    CHECK(accepted == 0);
    test::TemporaryFolder folder;
    SystemFiles files;
    const std::string enrolment = golden("enrolment.json");
    for (std::size_t byte = 0; byte < enrolment.size(); byte += 7) {
        std::string flipped = enrolment;
        flipped[byte] = char(flipped[byte] ^ 1);
        test::write_file(folder.path() / "enrolment.json", flipped);
        CHECK(!load_enrolment(files, folder.path() / "enrolment.json").enrolment);
    }
}

TEST_CASE("a genuine file is refused by a stranger, for a stranger and under another name") {
    const GoldenWorld world;
    const Stored file = stored(world, "events.json");
    const auto fault = [&](const Signers& signers, const FileName& name, const Id& folder,
                           std::string_view reader) {
        return open_file(file.bytes, signers, name, folder, reader).fault;
    };
    const Signers kiosk = only(world.kiosk.public_key);
    CHECK(fault(kiosk, file.name, world.folder, "hq") == EnvelopeFault::none);
    CHECK(fault(only(world.answers.public_key), file.name, world.folder, "hq") ==
          EnvelopeFault::unknown_signer);
    CHECK(fault(kiosk, file.name, world.folder, "riverside-2") == EnvelopeFault::not_for_us);
    CHECK(fault(kiosk, file.name, world.kiosk_instance, "hq") == EnvelopeFault::foreign_folder);
    FileName other = file.name;
    other.seq = 3;
    CHECK(fault(kiosk, other, world.folder, "hq") == EnvelopeFault::wrong_name);
    other = file.name;
    other.hash_start = std::string(16, '0');
    CHECK(fault(kiosk, other, world.folder, "hq") == EnvelopeFault::wrong_hash_in_name);
}
