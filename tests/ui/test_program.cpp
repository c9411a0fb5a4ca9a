#include <doctest/doctest.h>

#include "kiosk/program/faults.h"
#include "kiosk/screens/ways.h"
#include "tests/ui/program_fixture.h"

using namespace foyer;
using foyer::test::ProgramFixture;

namespace {

std::string page(const ProgramFixture& fixture) {
    return std::string(fixture.program->navigator().top()->name());
}

}  // namespace

TEST_CASE("a first-time visitor gets from the attract loop to a ticket by touches alone") {
    ProgramFixture fixture;
    fixture.start();
    CHECK(page(fixture) == "attract");
    fixture.check_in("13988887777");
    CHECK(page(fixture) == "checkin.ticket");
    fixture.program.reset();
    Store store(fixture.options.home / "store.db");
    CHECK(store.database().execAndGet("SELECT count(*) FROM visit").getInt() == 1);
    CHECK(store.database().execAndGet("SELECT phone FROM customer").getString() ==
          "+8613988887777");
}

TEST_CASE("the same way works in landscape") {
    ProgramFixture fixture;
    fixture.start(1280, 800);
    fixture.check_in("13988887777");
    CHECK(page(fixture) == "checkin.ticket");
}

TEST_CASE("a store that is no store is told at the step that needs it, and the program goes on") {
    ProgramFixture fixture;
    std::ofstream(fixture.options.home / "store.db") << std::string(8192, 'x');
    fixture.start();
    CHECK(page(fixture) == "attract");
    // Restoring what it remembers of PINs has met the fault first.
    fixture.driver->wait_until("the fault to be told", [&] {
        return fixture.program->navigator().top_overlay() != nullptr;
    });
    fixture.driver->touch("question.yes");
    fixture.driver->touch("attract.start");
    fixture.driver->touch("home.policy");
    CHECK(page(fixture) == "policy");
    // Nothing was written over what somebody may still want to rescue.
    const auto bytes = fixture.files.read(fixture.options.home / "store.db", 1 << 20);
    CHECK(bytes == std::string(8192, 'x'));
}

TEST_CASE(
    "a pack with a missing picture or a wrong type is refused on the glass, with the reason") {
    for (const bool missing_picture : {true, false}) {
        ProgramFixture fixture;
        const auto broken = fixture.folder.path() / "pack";
        std::filesystem::copy(fixture.options.pack, broken,
                              std::filesystem::copy_options::recursive);
        if (missing_picture) {
            std::filesystem::remove_all(broken / "people");
        } else {
            std::ofstream(broken / "staff.json") << R"({"staff": 7})";
        }
        fixture.options.pack = broken;
        fixture.start();
        CHECK(page(fixture) == "boot_problem");
        // Languages can be chosen there, too.
        fixture.driver->touch("tools.en");
        CHECK(fixture.program->text().locale() == Locale::en);
    }
}

TEST_CASE("without a camera the friend's page offers the other ways") {
    ProgramFixture fixture;
    fixture.start();
    fixture.reach_name("13988887777");
    fixture.driver->touch("checkin.name.tab.latin");
    fixture.driver->touch("checkin.name.keys.l");
    fixture.driver->touch("action.main");
    fixture.driver->touch("checkin.visit.purpose." +
                          fixture.program->pack().registration.purposes[0].id);
    fixture.driver->touch("action.main");
    CHECK(page(fixture) == "checkin.referrer");
    fixture.driver->touch("checkin.referrer.phone");
    CHECK(page(fixture) == "checkin.friend_phone");
}

TEST_CASE("Exit leaves nothing of a visitor: neither pages nor language") {
    ProgramFixture fixture;
    fixture.start();
    fixture.driver->touch("attract.start");
    fixture.driver->touch("tools.en");
    fixture.driver->touch("tools.large");
    fixture.driver->touch("home.check_in");
    fixture.driver->touch_keys("checkin.phone.pad", "139");
    fixture.driver->touch("action.exit");
    CHECK(page(fixture) == "attract");
    CHECK(fixture.program->navigator().depth() == 1);
    CHECK(fixture.program->text().locale() == Locale::zh_hans);
    CHECK_FALSE(fixture.program->shell().settings().large_text);
}

TEST_CASE("a page about something that is no longer in the pack says so and leads back") {
    ProgramFixture fixture;
    kiosk::Program& program = fixture.start();
    fixture.driver->touch("top.brand");
    CHECK(page(fixture) == "home");
    const std::function<std::unique_ptr<kiosk::Screen>()> pages[] = {
        [&] { return kiosk::make_person(program, "nobody"); },
        [&] { return kiosk::make_gallery_group(program, "nowhere"); },
        [&] { return kiosk::make_gallery_entry(program, "nothing"); },
        [&] { return kiosk::make_photo_viewer(program, "nothing", 3); },
    };
    for (const auto& make : pages) {
        program.navigator().push(make());
        program.shell().loop().request_frames();
        fixture.driver->expect_page("gone");
        fixture.driver->touch("action.main");
        CHECK(page(fixture) == "home");
    }
}

TEST_CASE("every fault has words in three languages that say what to do") {
    const std::exception_ptr faults[] = {
        std::make_exception_ptr(StoreError(StoreError::Reason::disk_full, "x")),
        std::make_exception_ptr(StoreError(StoreError::Reason::damaged, "x")),
        std::make_exception_ptr(StoreError(StoreError::Reason::newer_release, "x")),
        std::make_exception_ptr(FileError("x", ENOSPC)),
        std::make_exception_ptr(std::runtime_error("x")),
    };
    for (const Locale locale : all_locales) {
        const Translator text(locale);
        for (const auto& fault : faults) {
            const kiosk::FaultTexts words = kiosk::fault_texts(fault);
            CHECK_FALSE(text(words.title).empty());
            CHECK(text(words.explained).size() > text(words.title).size());
        }
    }
    CHECK(kiosk::fault_texts(faults[0]).title == kiosk::fault_texts(faults[3]).title);
}

TEST_CASE(
    "a full disk loses nothing that was told, and the next registration works when there is room") {
    test::TestRecords records;
    records.desk.register_visit(records.visitor("+8613655556666", "何青"));
    SQLite::Database& database = records.store.database();
    const int pages = database.execAndGet("PRAGMA page_count").getInt();
    database.exec("PRAGMA max_page_count=" + std::to_string(pages));
    int registered = 1;
    try {
        for (; registered < 2000; ++registered) {
            const std::string phone = "+8613" + std::to_string(600'000'000 + registered);
            records.desk.register_visit(records.visitor(phone, "罗琴"));
        }
        FAIL("the disk never became full");
    } catch (const StoreError& error) {
        CHECK(error.reason == StoreError::Reason::disk_full);
    }
    CHECK(database.execAndGet("SELECT count(*) FROM visit").getInt() == registered);
    database.exec("PRAGMA max_page_count=1073741823");
    records.desk.register_visit(records.visitor("+8613655557777", "唐悦"));
    CHECK(database.execAndGet("SELECT count(*) FROM visit").getInt() == registered + 1);
    const auto kept = records.projections();
    records.journal.rebuild_projections();
    CHECK(records.projections() == kept);
}
