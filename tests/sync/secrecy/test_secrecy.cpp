#include <doctest/doctest.h>

#include <algorithm>

#include "shared/security/digest.h"
#include "sync/inspect/folder_report.h"
#include "sync/inspect/report_text.h"
#include "tests/sync/carriers/program.h"
#include "tests/sync/carriers/two_sides.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::sync;
namespace fs = std::filesystem;

namespace {

// None of them stands in a pack.
constexpr const char* names[] = {"欧阳锦瑟", "Żaneta Wiśniewska", "司马相如", "Quetzalcoatl Xu",
                                 "皇甫嵩"};
constexpr int parties = 60;
constexpr const char* written_on_the_plan = "Building 7, Lane 1024";

std::string phone_of(int number) {
    return "+86136" + std::to_string(71'000'000 + number * 137);
}

/// A name or a phone number in every way it might be written down.
std::vector<std::string> secrets() {
    std::vector<std::string> all;
    for (const char* name : names) {
        all.emplace_back(name);
        all.push_back(nlohmann::json(name).dump(-1, ' ', true));
        all.back() = all.back().substr(1, all.back().size() - 2);
    }
    for (int number = 0; number < parties; ++number) {
        const std::string national = phone_of(number).substr(3);
        all.push_back(national);
        all.push_back(national.substr(0, 3) + " " + national.substr(3, 4) + " " +
                      national.substr(7));
        all.push_back(national.substr(0, 3) + "-" + national.substr(3, 4) + "-" +
                      national.substr(7));
    }
    all.emplace_back(written_on_the_plan);
    all.emplace_back("JFIF");
    return all;
}

std::vector<std::string> found_in(const std::string& bytes) {
    std::vector<std::string> found;
    for (const std::string& secret : secrets())
        if (bytes.find(secret) != std::string::npos) found.push_back(secret);
    return found;
}

/// Looks at every byte of every file, in every state the folder passes through.
int look_through(const fs::path& folder) {
    int looked_at = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        INFO(entry.path().string());
        CHECK(found_in(test::read_file(entry.path()) + entry.path().string()).empty());
        ++looked_at;
    }
    return looked_at;
}

struct Day {
    Day() {
        REQUIRE(hq.hq->publish(test::assets() / "packs" / "tile").done);
        one.enrol(hq, "riverside-1");
        two.enrol(hq, "riverside-2");
    }
    /// A party comes, sometimes sent by an earlier one; buys, sometimes.
    void receive(test::TestKiosk& kiosk, int number) {
        Desk& desk = kiosk.records.desk;
        Arrival arrival =
            kiosk.records.visitor(phone_of(number), names[std::size_t(number) % std::size(names)]);
        if (number > 4 && number % 3 == 0) {
            if (const auto friend_of = desk.find_customer(phone_of(number - 4))) {
                arrival.sent_by = SentBy{.referrer = friend_of->id};
            }
        }
        const auto outcome = desk.register_visit(arrival);
        REQUIRE(outcome.fault == ArrivalFault::none);
        if (number % 4 == 0) photograph(kiosk, outcome.ticket.visit);
        desk.receive(outcome.ticket.visit, "tan");
        desk.depart(outcome.ticket.visit,
                    number % 2 ? VisitOutcome::bought : VisitOutcome::not_bought, "", "tan");
    }
    void photograph(test::TestKiosk& kiosk, const Id& visit) {
        const Id id = random_id(kiosk.records.clock.now(), kiosk.records.random);
        const std::string plan = std::string("\xFF\xD8\xFF\xE0 JFIF ") + written_on_the_plan;
        SealedPhoto sealed = seal_photo(plan, id, kiosk.records.random);
        sealed.photo.visit = visit;
        sealed.photo.width = sealed.photo.height = 10;
        PhotoFolder(kiosk.files, kiosk.options.home / photo_folder_name).keep(sealed);
        REQUIRE(kiosk.records.desk.add_photo(sealed.photo, "tan"));
        plans.push_back(plan);
    }
    void exchange() {
        for (test::TestKiosk* kiosk : {&one, &two}) {
            kiosk->round();
            said += kiosk->state.detail;
            for (const SyncProblem& problem : kiosk->state.problems)
                said += problem.file + problem.reason;
        }
    }

    test::TestHeadquarters hq{test::opening_time};
    test::TestKiosk one{"new", 1, hq.sync_folder()}, two{"new", 2, hq.sync_folder()};
    std::vector<std::string> plans;
    std::string said;  ///< what kiosks would have put into their logs
};

}  // namespace

TEST_CASE("no byte of the sync folder and no line of a log shows a name or a phone number") {
    Day day;
    int looked_at = 0;
    const fs::path log = day.hq.folder.path() / "said.log";
    for (int number = 0; number < parties; ++number) {
        day.receive(number % 2 ? day.one : day.two, number);
        day.one.records.clock.advance(5 * one_minute);
        day.two.records.clock.advance(5 * one_minute);
        if (number % 10 != 9) continue;
        day.exchange();
        looked_at += look_through(day.hq.sync_folder());
        // A damaged and a foreign file, for the logs to have something to say.
        test::write_file(day.hq.sync_folder() / "up/riverside-1/stranger.json", "{}");
        day.hq.hq.reset();
        CHECK(test::run_program(
                  {std::string(FOYER_BINARY_DIR) + "/foyer-hq", "run", "--once", "--root",
                   day.hq.folder.path().string(), "--clock", "2026-06-13T18:00+08:00"},
                  log) == 0);
        day.hq.restart();
        day.exchange();
        looked_at += look_through(day.hq.sync_folder());
    }
    CHECK(looked_at > 100);
    const std::string text =
        test::read_file(log) + test::read_file(day.hq.folder.path() / "foyer-hq.log") + day.said;
    CHECK(text.find("took in") != std::string::npos);
    CHECK(found_in(text).empty());
    // They are there, where they belong: the search would find them.
    CHECK(!found_in(test::read_file(day.hq.folder.path() / "hq.db") +
                    test::read_file(day.hq.folder.path() / "hq.db-wal"))
               .empty());
    // The photos, too, arrived, and can be opened by headquarters alone.
    const fs::path opened = day.hq.folder.path() / "opened";
    CHECK(day.hq.hq->export_photos(opened) == int(day.plans.size()));
    CHECK(found_in(test::read_file(fs::directory_iterator(opened)->path())).size() == 2);
    SystemFiles files;
    const FolderReport report = inspect_folder(files, day.hq.sync_folder(), {});
    CHECK(found_in(folder_text(report) + folder_json(report).dump()).empty());
}
