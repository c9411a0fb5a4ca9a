#include <doctest/doctest.h>

#include "kiosk/screens/ways.h"
#include "tests/ui/program_fixture.h"

using namespace foyer;
using foyer::test::ProgramFixture;

namespace {

/// Reception on the day after 张伟 was here.
struct ReceptionFixture : ProgramFixture {
    explicit ReceptionFixture(int width, int height) {
        {
            ManualClock yesterday(clock.now() - one_day);
            Store store(options.home / "store.db");
            Journal journal(store, yesterday, random, "a");
            Desk desk(journal, test::tile_pack());
            Arrival arrival;
            arrival.phone = "+8613655556613";
            arrival.name = "张伟";
            arrival.gender = Gender::male;
            arrival.purpose = desk.pack().registration.purposes.front().id;
            arrival.actor = "tan-min";
            desk.register_visit(arrival);
            customer = customer_id(arrival.phone);
        }
        start(width, height);
        program->sign_in("tan-min");
        program->navigator().reset(kiosk::make_arrivals(*program));
        driver->wait_until("the board", [&] { return driver->sees("arrivals.find"); });
    }

    int visits() {
        Store store(options.home / "store.db");
        return store.database().execAndGet("SELECT visits FROM customer").getInt();
    }

    Id customer;
};

}  // namespace

TEST_CASE("zw finds 张伟, who is registered again without being asked for a phone") {
    for (const auto& [width, height] : {std::pair(1080, 1920), std::pair(1280, 800)}) {
        ReceptionFixture reception(width, height);
        kiosk::TourDriver& driver = *reception.driver;
        driver.touch("arrivals.find");
        driver.touch("find.keys.Z");
        driver.touch("find.keys.W");
        driver.touch("find.row." + reception.customer);
        driver.expect_page("arrivals.register");
        driver.touch("record.save");
        driver.wait_until("the board", [&] {
            return reception.program->navigator().top()->name() == "arrivals";
        });
        reception.program.reset();
        CHECK(reception.visits() == 2);
    }
}

TEST_CASE("who is here already is not registered a second time: the record opens") {
    ReceptionFixture reception(1080, 1920);
    kiosk::TourDriver& driver = *reception.driver;
    const auto find = [&] {
        driver.touch("arrivals.find");
        driver.type("6613");
        driver.touch("find.row." + reception.customer);
    };
    find();
    driver.touch("record.save");
    driver.wait_until("the board", [&] { return driver.sees("arrivals.find"); });
    find();
    driver.expect_page("arrivals.record");
}

TEST_CASE("nobody is found for letters that mean nobody, and the sheet says what to do") {
    ReceptionFixture reception(1280, 800);
    kiosk::TourDriver& driver = *reception.driver;
    driver.touch("arrivals.find");
    driver.type("xq");
    driver.settle();
    CHECK_FALSE(driver.sees("find.row." + reception.customer));
    driver.touch("find.keys.erase");
    driver.touch("find.keys.erase");
    driver.type("张");
    driver.touch("find.row." + reception.customer);
    driver.expect_page("arrivals.register");
}
