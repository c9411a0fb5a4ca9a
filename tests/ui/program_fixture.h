#pragma once

#include <fstream>
#include <memory>

#include "kiosk/demo/demo_world.h"
#include "kiosk/program/program.h"
#include "kiosk/shell/headless_surface.h"
#include "kiosk/tour/driver.h"
#include "tests/shared/journal/records.h"

namespace foyer::test {

/// The real program on a surface without a display, over a home folder the test can spoil first.
class ProgramFixture {
  public:
    ProgramFixture() : clock(kiosk::DemoWorld::opening()) {
        options.home = folder.path() / "home";
        std::filesystem::create_directories(options.home);
        options.assets = std::filesystem::path(FOYER_SOURCE_DIR) / "assets";
        options.pack = options.assets / "packs" / "tile";
        options.camera = (folder.path() / "no-such-clip.avi").string();
    }

    /// Starts the program; call once.
    kiosk::Program& start(int width = 1080, int height = 1920, std::int64_t patience = 20'000) {
        program = std::make_unique<kiosk::Program>(
            options, clock, random, files, [&](kiosk::InputQueue&) {
                return std::make_unique<kiosk::HeadlessSurface>(width, height);
            });
        driver = std::make_unique<kiosk::TourDriver>(program->shell());
        driver->settle(patience);
        return *program;
    }

    /// From the attract loop to the page where a first-time visitor writes a name.
    void reach_name(const std::string& digits) {
        driver->touch("attract.start");
        driver->touch("home.check_in");
        driver->touch_keys("checkin.phone.pad", digits);
        for (const ConsentPurpose& purpose : program->pack().registration.consents) {
            if (purpose.required) driver->touch("checkin.consent." + purpose.id);
        }
        driver->touch("action.main");
        driver->expect_page("checkin.name");
    }

    /// From there to the ticket.
    void finish_check_in() {
        driver->touch("action.main");
        driver->expect_page("checkin.visit");
        driver->touch("checkin.visit.purpose." + program->pack().registration.purposes[0].id);
        driver->touch("action.main");
        driver->touch("action.main");
        driver->touch("action.main");
        driver->settle();
    }

    /// From the attract loop to the ticket as a first-time visitor.
    void check_in(const std::string& digits) {
        reach_name(digits);
        driver->touch("checkin.name.tab.latin");
        driver->touch_keys("checkin.name.keys", "li");
        driver->touch("checkin.name.ms");
        finish_check_in();
    }

    TemporaryFolder folder;
    ShiftedClock clock;
    SystemRandom random;
    SystemFiles files;
    kiosk::ProgramOptions options;
    std::unique_ptr<kiosk::Program> program;
    std::unique_ptr<kiosk::TourDriver> driver;
};

}  // namespace foyer::test
