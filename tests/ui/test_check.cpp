#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "kiosk/program/check.h"
#include "tests/shared/journal/records.h"

using namespace foyer;

namespace {

/// `foyer check` in English on a kiosk whose home is a folder of the test's own.
struct CheckedKiosk {
    CheckedKiosk() {
        words.home = folder.path();
        words.assets = std::filesystem::path(FOYER_SOURCE_DIR) / "assets";
        words.pack = words.assets / "packs" / "tile";
        words.camera = (folder.path() / "no-such-clip.avi").string();
        words.locale = Locale::en;
    }
    int check() {
        std::ostringstream out;
        const int status = kiosk::check_kiosk(words, out);
        said = out.str();
        return status;
    }
    bool says(std::string_view line) const { return said.find(line) != std::string::npos; }

    /// Leaves one registration in the store, stamped so long after this machine's clock.
    void registered_after(WallTime later) {
        ManualClock clock(SystemClock().now() + later);
        SystemRandom random;
        Store store(words.home / "store.db");
        Journal journal(store, clock, random, "a");
        Journal::Batch batch(journal);
        batch.add("visitor", event_kind::customer_recorded, R"({"customer":"x","fields":{}})");
        batch.commit();
    }

    test::TemporaryFolder folder;
    kiosk::CommandLine words;
    std::string said;
};

}  // namespace

TEST_SUITE("foyer check") {
    TEST_CASE("a new kiosk can open: pack, fonts, display and Chinese input are there") {
        CheckedKiosk kiosk;
        CHECK(kiosk.check() == 0);
        CHECK(kiosk.says("  ok  Fonts"));
        CHECK(kiosk.says("  ok  Chinese input"));
        // Codes can be typed: no reason to stay shut.
        CHECK(kiosk.says("  --  Camera: no picture"));
    }

    TEST_CASE("a clock behind what was recorded is told, in minutes") {
        CheckedKiosk kiosk;
        kiosk.registered_after(90 * one_minute);
        CHECK(kiosk.check() == 1);
        CHECK(kiosk.says("  !!  Clock"));
        const bool minutes = kiosk.says("90") || kiosk.says("89");
        CHECK(minutes);
    }

    TEST_CASE("a clock after what was recorded is in order") {
        CheckedKiosk kiosk;
        kiosk.registered_after(-one_minute);
        CHECK(kiosk.check() == 0);
        CHECK(kiosk.says("  ok  Clock"));
    }

    TEST_CASE("an unreadable store and a missing pack are named") {
        CheckedKiosk kiosk;
        std::ofstream(kiosk.words.home / "store.db") << std::string(8192, 'x');
        kiosk.words.pack = kiosk.words.home / "no-pack";
        CHECK(kiosk.check() == 1);
        CHECK(kiosk.says("damaged"));
        CHECK(kiosk.says("  !!  Showroom pack"));
    }

    TEST_CASE("without its schemas Chinese input is said not to work") {
        CheckedKiosk kiosk;
        const auto copy = kiosk.folder.path() / "assets";
        std::filesystem::copy(kiosk.words.assets, copy, std::filesystem::copy_options::recursive);
        std::filesystem::remove_all(copy / "rime");
        kiosk.words.assets = copy;
        CHECK(kiosk.check() == 1);
        CHECK(kiosk.says("  !!  Chinese input"));
    }
}
