#include "kiosk/screens/staff/sync_words.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kiosk/screens/ways.h"
#include "shared/text/text_keys.h"
#include "tests/ui/program_fixture.h"

using namespace foyer;
using namespace foyer::kiosk;
using sync::SyncHealth;
using sync::SyncState;

namespace {

SyncState in_order() {
    SyncState state;
    state.health = SyncHealth::in_order;
    state.kiosk = "riverside-1";
    state.last_exchange = state.last_answer = test::opening_time;
    return state;
}

SyncWords words_of(const SyncState& state, Locale locale = Locale::zh_hans) {
    return sync_words(Translator(locale), state, "2026.6.1", test::opening_time);
}

}  // namespace

TEST_CASE("the sync page tells what to do first, then how the exchange stands") {
    for (const Locale locale : all_locales) {
        const Translator text(locale);
        SyncState state = in_order();
        CHECK(words_of(state, locale).notices.size() == 1);
        CHECK(words_of(state, locale).notices[0].title == text(Text::sync_health_in_order));
        state.conflicts = 2;
        state.reserve_used = true;
        SyncWords words = words_of(state, locale);
        // Not "all in order" beside them.
        REQUIRE(words.notices.size() == 2);
        CHECK(words.notices[0].title == text(Text::sync_reserve));
        CHECK(words.notices[1].title.find('2') != std::string::npos);
        state.health = SyncHealth::folder_missing;
        CHECK(words_of(state, locale).notices[0].title == text(Text::sync_health_folder_missing));
        state.needs_enrolment = true;
        words = words_of(state, locale);
        CHECK(words.notices[0].title == text(Text::sync_enrol));
        CHECK(words.notices[0].tone == Tone::bad);
        CHECK(words.facts[0].tone == Tone::bad);
        for (const SyncNotice& notice : words.notices)
            CHECK(notice.explained.size() > notice.title.size());
    }
}

TEST_CASE("a kiosk that must be enrolled again is not told that it has no headquarters") {
    SyncState state;
    state.needs_enrolment = true;
    const SyncWords words = words_of(state);
    CHECK(words.notices.size() == 1);
    CHECK(words.notices[0].tone == Tone::bad);
}

TEST_CASE("a full disk is told once, not twice") {
    SyncState state = in_order();
    state.health = SyncHealth::disk_full;
    state.reserve_used = true;
    CHECK(words_of(state).notices.size() == 1);
}

TEST_CASE("a stick is safe to pull once everything is written, photos too") {
    const Translator text(Locale::zh_hans);
    SyncState state = in_order();
    const auto says = [&](Text key) { return words_of(state).folder == text(key); };
    CHECK(says(Text::sync_safe));
    CHECK(words_of(state).folder_tone == Tone::ok);
    state.photos_not_written = 1;
    CHECK(says(Text::sync_not_safe));
    state.photos_not_written = 0;
    state.photos_waiting = 1;
    state.health = SyncHealth::waiting;
    CHECK(says(Text::sync_safe));
    state.exchanging = true;
    CHECK(says(Text::sync_not_safe));
    state.exchanging = false;
    state.not_written = 3;
    CHECK(says(Text::sync_not_safe));
    state.health = SyncHealth::folder_missing;
    CHECK(says(Text::sync_folder_missing));
}

TEST_CASE("photos have a row of their own while any are on their way") {
    SyncState state = in_order();
    const std::size_t usual = words_of(state).counts.size();
    state.photos_not_written = 2;
    state.photos_waiting = 1;
    const SyncWords words = words_of(state);
    REQUIRE(words.counts.size() == usual + 1);
    CHECK(words.counts.back().number == 3);
}

TEST_CASE("the button that exchanges now can be touched in either layout, with large letters too") {
    for (const bool portrait : {true, false}) {
        test::ProgramFixture fixture;
        fixture.options.defaults.large_text = true;
        Program& program = portrait ? fixture.start() : fixture.start(1280, 800);
        program.sign_in(program.pack().staff_with(StaffRole::receptionist).front()->id);
        program.navigator().push(make_sync_page(program));
        program.shell().loop().request_frames();
        fixture.driver->settle();
        fixture.driver->touch("sync.now");
        fixture.driver->expect_page("sync");
    }
}
