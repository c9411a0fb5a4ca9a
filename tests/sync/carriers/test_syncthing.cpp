#include <doctest/doctest.h>

#include <memory>

#include "tests/sync/carriers/program.h"
#include "tests/sync/carriers/two_sides.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::test;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 40s;

/// Syncthing on one side. Both sides live in one network that holds the loopback device only.
class Device {
  public:
    Device(const TwoSides& sides, const std::string& side, int port)
        : home_(sides.path() / ("syncthing-" + side)), side_(side), port_(port), log_(sides.log()) {
        const fs::path said = sides.path() / (side + ".id");
        const std::string home = home_.string();
        REQUIRE(run_program({"syncthing", "generate", "--home", home, "--no-default-folder",
                             "--skip-port-probing"},
                            log_) == 0);
        REQUIRE(run_program({"syncthing", "--home", home, "--device-id"}, said) == 0);
        id_ = read_file(said);
        id_.erase(id_.find_last_not_of('\n') + 1);
    }
    void configure(const fs::path& folder, const Device& kiosk, const Device& headquarters) {
        const fs::path folders = home_ / "folders.xml";
        const std::string script =
            std::string(FOYER_SOURCE_DIR) + "/sync/carriers/syncthing-folders";
        REQUIRE(run_program(
                    {script, side_, folder.string(), TwoSides::name, kiosk.id_, headquarters.id_},
                    folders) == 0);
        write_file(home_ / "config.xml", "<configuration version=\"36\">\n" + read_file(folders) +
                                             kiosk.element() + headquarters.element() + options() +
                                             "</configuration>\n");
    }
    void start() {
        program_ = std::make_unique<Program>(
            std::vector<std::string>{"syncthing", "serve", "--home", home_.string(), "--no-browser",
                                     "--no-restart", "--no-upgrade"},
            log_);
    }
    void kill() { program_.reset(); }

  private:
    std::string address() const { return "tcp://127.0.0.1:" + std::to_string(port_); }
    std::string element() const {
        return "    <device id=\"" + id_ + "\" name=\"" + side_ + "\"><address>" + address() +
               "</address></device>\n";
    }
    std::string options() const {
        std::string text = "    <gui enabled=\"false\"></gui>\n    <options>\n";
        text += "        <listenAddress>" + address() + "</listenAddress>\n";
        for (const char* off : {"globalAnnounceEnabled", "localAnnounceEnabled", "relaysEnabled",
                                "natEnabled", "crashReportingEnabled", "startBrowser"})
            text += "        <" + std::string(off) + ">false</" + off + ">\n";
        return text +
               "        <urAccepted>-1</urAccepted>\n"
               "        <autoUpgradeIntervalH>0</autoUpgradeIntervalH>\n"
               "        <reconnectionIntervalS>1</reconnectionIntervalS>\n"
               "        <minHomeDiskFree unit=\"%\">0</minHomeDiskFree>\n    </options>\n";
    }

    fs::path home_;
    std::string side_, id_;
    int port_;
    fs::path log_;
    std::unique_ptr<Program> program_;
};

struct Pair {
    explicit Pair(const TwoSides& sides)
        : kiosk(sides, "kiosk", 22001), headquarters(sides, "headquarters", 22002) {
        kiosk.configure(sides.kiosk_folder(), kiosk, headquarters);
        headquarters.configure(sides.headquarters_folder(), kiosk, headquarters);
    }
    void start() {
        kiosk.start();
        headquarters.start();
    }
    Device kiosk, headquarters;
};

/// Each place is on both sides what its writer has made it.
bool carried(const TwoSides& sides) {
    const fs::path keys = "keys.json";
    if (read_file(sides.kiosk_folder() / keys) != read_file(sides.headquarters_folder() / keys)) {
        return false;
    }
    for (const fs::path& place : {sides.up(), sides.down(), fs::path("all"), fs::path("blobs")}) {
        if (files_below(sides.kiosk_folder() / place) !=
            files_below(sides.headquarters_folder() / place)) {
            return false;
        }
    }
    return true;
}

bool can_run() {
    REQUIRE_MESSAGE(has_program("syncthing"), "syncthing is missing: run .setup/install test");
    static const bool alone = leave_the_network();
    if (!alone) say_skipped("this system does not allow a network namespace, so no Syncthing");
    return alone;
}

}  // namespace

TEST_CASE("syncthing killed in the middle on either side loses and doubles nothing") {
    if (!can_run()) return;
    TwoSides sides(TwoSides::Folders::apart, TwoSides::Pictures::a_pack);
    Pair pair(sides);
    const fs::path here = sides.kiosk_folder() / "blobs";
    const auto pictures = files_below(sides.headquarters_folder() / "blobs");
    pair.start();
    REQUIRE(wait_until([&] { return !files_below(here).empty(); }, patience));
    pair.headquarters.kill();
    for (const auto& [name, bytes] : files_below(here))
        CHECK(pictures.at(name) == bytes);
    sides.register_visitors(200);
    sides.kiosk_round();
    pair.kiosk.kill();
    pair.start();

    const fs::path there = sides.headquarters_folder() / sides.up();
    REQUIRE(wait_until([&] { return !files_below(there).empty(); }, patience));
    pair.kiosk.kill();
    CHECK(sides.headquarters_round().problems.empty());
    pair.kiosk.start();
    CHECK(sides.settle([&] { CHECK(wait_until([&] { return carried(sides); }, patience)); }));
    sides.check_nothing_lost_or_doubled();
}

TEST_CASE("syncthing deletes nothing when the disk below one of its folders is gone") {
    if (!can_run()) return;
    TwoSides sides;
    Pair pair(sides);
    sides.register_visitors(3);
    sides.kiosk_round();
    pair.start();
    REQUIRE(wait_until([&] { return carried(sides); }, patience));
    const fs::path up = sides.kiosk_folder() / sides.up(), away = sides.path() / "unmounted";
    const auto before = files_below(sides.headquarters_folder() / sides.up());
    REQUIRE(!before.empty());
    fs::rename(up, away);
    fs::create_directory(up);
    pair.kiosk.kill();
    pair.kiosk.start();
    const bool deleted = wait_until(
        [&] { return files_below(sides.headquarters_folder() / sides.up()) != before; }, 3s);
    CHECK(!deleted);
    fs::remove(up);
    fs::rename(away, up);
    pair.kiosk.kill();
    pair.kiosk.start();
    CHECK(sides.settle([&] { CHECK(wait_until([&] { return carried(sides); }, patience)); }));
    sides.check_nothing_lost_or_doubled();
}

TEST_CASE("a change in a receive-only folder never travels back, and its file is written again") {
    if (!can_run()) return;
    TwoSides sides;
    Pair pair(sides);
    sides.register_visitors(3);
    sides.kiosk_round();
    pair.start();
    REQUIRE(wait_until([&] { return carried(sides); }, patience));
    const fs::path there = sides.headquarters_folder() / sides.up();
    const auto written = files_below(sides.kiosk_folder() / sides.up());
    const std::string name = written.rbegin()->first;
    write_file(there / name, "scribble");
    write_file(there / "note.txt", "of somebody at headquarters");
    CHECK(
        !wait_until([&] { return files_below(sides.kiosk_folder() / sides.up()) != written; }, 3s));
    CHECK(!sides.headquarters_round().problems.empty());
    // As the page says: "Revert local changes", here by removing them.
    fs::remove(there / name);
    fs::remove(there / "note.txt");
    pair.headquarters.kill();
    pair.headquarters.start();
    CHECK(sides.settle([&] { wait_until([&] { return carried(sides); }, 3s); }));
    sides.check_nothing_lost_or_doubled();
}
