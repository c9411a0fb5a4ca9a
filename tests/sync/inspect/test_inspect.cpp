#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "shared/security/digest.h"
#include "sync/format/header.h"
#include "sync/inspect/conflict_listing.h"
#include "sync/inspect/dry_run.h"
#include "sync/inspect/inspect_command.h"
#include "sync/inspect/report_text.h"
#include "tests/sync/golden.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::sync;
using foyer::test::GoldenWorld;
namespace fs = std::filesystem;

namespace {

const fs::path golden_folder = fs::path(FOYER_SOURCE_DIR) / "tests/sync/golden/format-1";
constexpr const char* phone = "+8613600004711";
constexpr const char* visitor = "欧阳锦瑟";

Keyring golden_keys() {
    const GoldenWorld world;
    Keyring keys;
    keys.signers = {{world.root.public_key, "headquarters (root)"},
                    {world.answers.public_key, "headquarters (answers)"},
                    {world.packs.public_key, "headquarters (packs)"},
                    {world.kiosk.public_key, "kiosk riverside-1"}};
    keys.readers = {world.headquarters_sealing};
    keys.folder = world.folder;
    return keys;
}

bool says(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

/// A group with one kiosk and what it wrote, none of it taken in yet.
struct Group {
    Group() : kiosk("new", 1, hq.sync_folder()) {
        REQUIRE(hq.hq->publish(test::assets() / "packs" / "tile").done);
        kiosk.enrol(hq, "riverside-1");
        kiosk.round();
        kiosk.records.desk.register_visit(kiosk.records.visitor(phone, visitor));
        kiosk.round();
    }
    fs::path up() const { return hq.sync_folder() / "up" / "riverside-1"; }
    fs::path events_file() {
        for (const std::string& name : kiosk.files_in("up/riverside-1"))
            if (name.starts_with("events")) return up() / name;
        FAIL("no events were written");
        return {};
    }
    std::string inspected(const fs::path& subject, bool dry_run = false, bool json = false) {
        InspectOptions options;
        options.subject = subject;
        options.headquarters = hq.options;
        options.dry_run = dry_run;
        options.json = json;
        std::ostringstream out;
        good = inspect(options, hq.clock, hq.random, hq.files, out);
        return out.str();
    }

    test::TestHeadquarters hq;
    test::TestKiosk kiosk;
    bool good = false;
};

}  // namespace

TEST_CASE("the inspector explains every golden file and finds nothing wrong with it") {
    SystemFiles files;
    const Lens lens{golden_keys(), nullptr};
    for (const auto& entry : fs::directory_iterator(golden_folder)) {
        const FileReport report = inspect_file(files, entry.path(), lens);
        INFO(report.path);
        CHECK(report.sort == FileSort::sync_file);
        CHECK(report.signature == SignatureState::holds);
        CHECK(report.fault == EnvelopeFault::none);
        CHECK(report.header);
        const std::string text = file_text(report);
        CHECK(says(text, "holds, by "));
        CHECK(says(text, "in order"));
    }
    const FileReport events = inspect_file(files, golden_folder / "events.json", lens);
    CHECK(events.content == Content::opened);
    CHECK(events.events.at("customer.recorded") == 1);
    CHECK(events.signer == "kiosk riverside-1");
    const std::string text = file_text(events);
    CHECK(says(text, "2 records"));
    CHECK(!says(text, "王芳"));
    CHECK(!says(text, "13700001111"));
    CHECK(inspect_file(files, golden_folder / "answer.json", lens).content == Content::locked);
}

TEST_CASE("without keys the inspector shows who and what, and says that nothing is proven") {
    SystemFiles files;
    const FileReport report = inspect_file(files, golden_folder / "events.json", {});
    CHECK(report.signature == SignatureState::key_unknown);
    REQUIRE(report.header);
    CHECK(report.header->from == "riverside-1");
    CHECK(says(file_text(report), "nothing of this file is proven"));
    CHECK(in_order(report));
    CHECK(!in_order(inspect_file(files, golden_folder / "events.json",
                                 {Keyring{{{GoldenWorld().packs.public_key, "x"}}, {}, ""}})));
    CHECK(inspect_file(files, golden_folder / "hello.json", {}).signature == SignatureState::holds);
}

TEST_CASE("torn, altered, foreign and later files are told apart, and garbage never hurts") {
    const GoldenWorld world;
    const Keyring keys = golden_keys();
    SeededRandom random(11);
    for (const auto& [name, bytes] : test::compose_golden(world)) {
        INFO(name);
        const FileReport torn = look_at(bytes.substr(0, bytes.size() - 20), name, keys);
        CHECK(torn.fault == EnvelopeFault::torn);
        std::string altered = bytes;
        altered[bytes.find("\"clock\":") + 10] ^= 1;
        CHECK(look_at(altered, name, keys).signature == SignatureState::broken);
        Keyring stranger = keys;
        stranger.folder = world.kiosk_instance;
        CHECK(look_at(bytes, name, stranger).fault == EnvelopeFault::foreign_folder);
        for (int step = 0; step < 300; ++step) {
            std::string garbage = bytes.substr(0, random.next() % (bytes.size() + 1));
            for (int change = 0; change < 3 && !garbage.empty(); ++change)
                garbage[random.next() % garbage.size()] = char(random.next());
            const FileReport report = look_at(garbage, name, keys);
            file_text(report);
            file_json(report).dump();
        }
    }
    std::string line = header_line(world.header_up(FileKind::events, 1, ""));
    line.replace(line.find("\"format\":1"), 10, "\"format\":7");
    const FileReport later = look_at(compose_lines(line, "{}", world.kiosk), "x.json", keys);
    CHECK(later.fault == EnvelopeFault::newer_format);
    CHECK(later.signature == SignatureState::holds);
    CHECK(look_at("", "x", keys).sort == FileSort::stranger);
    CHECK(look_at("\n\n\n", "events-a-00000000-0000000001-0123456789abcdef.json", keys).fault !=
          EnvelopeFault::none);
    CHECK(look_at("<html>", "Thumbs.db", keys).sort == FileSort::stranger);
    CHECK(look_at("x", ".tmp-1", keys).sort == FileSort::temporary);
    CHECK(look_at("picture", digest_hex("picture"), keys).fault == EnvelopeFault::none);
    CHECK(look_at("scratch", digest_hex("picture"), keys).fault != EnvelopeFault::none);
}

TEST_CASE("headquarters' inspector knows what was taken in, what is next and what was refused") {
    Group group;
    const fs::path events = group.events_file();
    const std::string before = group.inspected(events);
    INFO(before);
    CHECK(says(before, "waits: for the hello"));
    group.hq.hq->run_once();
    CHECK(says(group.inspected(events), "taken in"));
    CHECK(says(group.inspected(group.hq.sync_folder()), "the sync folder of this headquarters"));
    CHECK(group.good);
    test::write_file(group.up() / "note.txt", "not ours");
    group.kiosk.records.desk.register_visit(group.kiosk.records.visitor("+8613600004712", visitor));
    group.kiosk.round();
    const auto names = group.kiosk.files_in("up/riverside-1");
    const fs::path next =
        group.up() / *std::find_if(names.rbegin(), names.rend(), [](const std::string& name) {
            return name.starts_with("events");
        });
    CHECK(says(group.inspected(next), "next"));
    test::write_file(next, test::read_file(next).substr(0, 100));
    const std::string text = group.inspected(group.hq.sync_folder());
    CHECK(!group.good);
    CHECK(says(text, "the end of the file is missing"));
    CHECK(says(text, "not a file of Foyer"));
    CHECK(says(text, "1 not used, 1 passed over"));
    CHECK(!says(text, visitor));
    CHECK(nlohmann::json::parse(group.inspected(group.hq.sync_folder(), false, true))["usable"] ==
          true);
}

TEST_CASE("a dry run says what a round would do and changes neither store nor folder") {
    Group group;
    const std::int64_t before = group.hq.hq->journal().store().event_count();
    const auto down = group.kiosk.files_in("down/riverside-1");
    group.hq.hq.reset();
    const std::string text = group.inspected(group.hq.sync_folder(), true);
    INFO(text);
    CHECK(says(text, "would take in 2 files"));
    CHECK(says(text, "Nothing was written"));
    CHECK(says(text, "taken in"));
    group.hq.restart();
    CHECK(group.hq.hq->journal().store().event_count() == before);
    CHECK(group.kiosk.files_in("down/riverside-1") == down);
    for (const auto& entry : fs::directory_iterator(group.hq.folder.path()))
        CHECK(!entry.path().filename().string().starts_with("dry-run"));
    CHECK(group.hq.hq->run_once().files == 2);
}

TEST_CASE("a dry run of one file on a stick says what it would do") {
    Group group;
    test::TemporaryFolder stick;
    const fs::path events = group.events_file();
    const fs::path copy = stick.path() / events.filename();
    test::write_file(copy, test::read_file(events));
    fs::remove(events);
    group.hq.hq.reset();
    const auto run = nlohmann::json::parse(group.inspected(copy, true, true));
    CHECK(run["dry_run"]["files"] == 2);
    CHECK(!fs::exists(events));
    test::write_file(stick.path() / "letter.txt", "Dear headquarters");
    CHECK_THROWS_AS(group.inspected(stick.path() / "letter.txt", true), std::runtime_error);
}

TEST_CASE("conflicts list lost values and disputes beside what sync noticed") {
    Group group;
    test::TestKiosk other("new", 2, group.hq.sync_folder());
    other.enrol(group.hq, "riverside-2");
    other.round();
    other.records.clock.advance(one_minute);
    other.records.desk.register_visit(other.records.visitor(phone, "欧阳静"));
    other.round();
    CHECK(says(conflict_listing_text(*group.hq.hq), "Claims in dispute\n  none\n"));
    group.hq.hq->run_once();
    const std::string text = conflict_listing_text(*group.hq.hq);
    INFO(text);
    CHECK(says(text, "riverside-1"));
    CHECK(says(text, std::string("name: ") + visitor));
    CHECK(conflict_listing_json(*group.hq.hq)["lost_fields"].size() == 1);
}

TEST_CASE("a sealed part of a photo is told as what it is, and damaged ones are not in order") {
    Group group;
    auto& records = group.kiosk.records;
    const Id visit = records.desk.arrivals().waiting.front().visit;
    SealedPhoto sealed =
        seal_photo("JFIF a plan", random_id(records.clock.now(), records.random), records.random);
    sealed.photo.visit = visit;
    sealed.photo.width = sealed.photo.height = 10;
    PhotoFolder(group.kiosk.files, group.kiosk.options.home / photo_folder_name).keep(sealed);
    REQUIRE(records.desk.add_photo(sealed.photo, "tan"));
    group.kiosk.round();
    const fs::path part = group.up() / "blobs" / sealed.photo.parts[0].hash;
    CHECK(says(group.inspected(part), "a sealed part of a photo, whole"));
    CHECK(group.good);
    CHECK(says(group.inspected(group.hq.sync_folder()), "up/riverside-1/blobs"));
    group.hq.hq->run_once();
    const std::string text = group.inspected(part);
    INFO(text);
    CHECK(says(text, "part 1 of 1 of photo " + sealed.photo.id + " of visit " + visit));
    CHECK(says(text, "which headquarters has"));
    CHECK(says(group.inspected(group.hq.sync_folder()), "riverside-1"));
    test::write_file(part, "something else");
    CHECK(says(group.inspected(part), "a sealed part of a photo that is not whole, or altered"));
    CHECK(!group.good);
}
