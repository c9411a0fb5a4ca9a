#include <doctest/doctest.h>

#include "tests/sync/group.h"

using namespace foyer;
using test::Group;
using test::Machine;

namespace fs = std::filesystem;

TEST_CASE("a headquarters brought back to before a revocation hears of it from another kiosk") {
    Group group;
    Machine other("machine two", 2, group.hq.sync_folder());
    other.enrol(group.hq, "riverside-2");
    bool had_said_hello = false;
    SUBCASE("when the kiosk was known") {
        had_said_hello = true;
    }
    SUBCASE("when it had its enrolment file and had not said hello") {
        had_said_hello = false;
    }
    fs::path saved;
    if (!had_said_hello) saved = group.save();
    group.settle({&group.kiosk, &other});
    const fs::path up = group.hq.sync_folder() / "up/riverside-1";
    const fs::path hello = up / group.kiosk.files.list(up).front();
    const std::string bytes = test::read_file(hello);
    if (had_said_hello) saved = group.save();
    CHECK(group.hq.hq->revoke("riverside-1").done);
    group.settle({&other});
    fs::remove(hello);
    group.bring_back(saved);
    // The thief may put anything back into the folder that was there once.
    const auto stolen = [&] { return group.hq.hq->status().kiosks.at(0); };
    CHECK(!stolen().revoked);
    group.settle({&other}, 6);
    test::write_file(hello, bytes);
    group.kiosk.visit("+8613700001111", "王芳");
    group.settle({&group.kiosk, &other}, 4);
    CHECK((stolen().revoked || !stolen().introduced));
    CHECK(group.visits() == 0);
    CHECK(group.same({&other}));

    group.kiosk.enrol(group.hq, "riverside-1");
    group.settle({&group.kiosk, &other}, 6);
    CHECK(group.visits() == 1);
    CHECK(group.same({&group.kiosk, &other}));
}
