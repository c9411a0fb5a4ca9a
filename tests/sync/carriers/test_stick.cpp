#include <doctest/doctest.h>
#include <signal.h>

#include <charconv>
#include <optional>
#include <thread>

#include "tests/sync/carriers/program.h"
#include "tests/sync/carriers/two_sides.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::test;
using foyer::sync::SyncHealth;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr std::uintmax_t stick_size = 12u << 20;
constexpr const char* driver = "mount.exfat-fuse";

/// A stick with exFAT: an image behind a loop device, mounted by the FUSE driver on the kiosk's
/// sync folder. Headquarters plugs it in at the same place, which is as good as any.
class Stick {
  public:
    explicit Stick(const TwoSides& sides)
        : place_(sides.kiosk_folder()), log_(sides.log()), image_(sides.path() / "stick.image") {
        write_file(image_, "");
        fs::resize_file(image_, stick_size);
        const fs::path said = sides.path() / "loop";
        if (run_program({"losetup", "--find", "--show", image_.string()}, said) != 0) return;
        device_ = read_file(said);
        device_.erase(device_.find_last_not_of('\n') + 1);
        REQUIRE(run_program({"mkfs.exfat", device_}, log_) == 0);
        // The place below the stick is empty, as a mount point is.
        fs::remove_all(place_);
        fs::create_directory(place_);
        plug();
        fs::copy(sides.headquarters_folder() / "root.json", place_);
    }
    ~Stick() {
        if (device_.empty()) return;
        pull();
        forget();
        run_program({"losetup", "--detach", device_}, log_);
    }
    bool usable() const { return !device_.empty(); }

    void plug(const std::string& options = "rw") {
        REQUIRE(run_program({driver, "-o", options, device_, place_.string()}, log_) == 0);
    }
    void unplug() {
        REQUIRE(run_program({"umount", place_.string()}, log_) == 0);
        // The driver writes its last words after that.
        REQUIRE(wait_until([&] { return !driver_process(); }, 5s));
    }
    /// Kills the driver: from one moment to the next everything on the stick is an error.
    void pull() {
        if (const auto process = driver_process()) ::kill(*process, SIGKILL);
    }
    /// The path leads to the disk below from now on; whoever holds the stick's folder still has it.
    void detach() { run_program({"umount", "--lazy", place_.string()}, log_); }
    /// What the system does about a stick that is no longer there.
    void forget() {
        detach();
        wait_until([&] { return !driver_process(); }, 5s);
    }
    void repair() { run_program({"fsck.exfat", "-y", device_}, log_); }

  private:
    std::optional<pid_t> driver_process() const {
        for (const auto& entry : fs::directory_iterator("/proc")) {
            const std::string number = entry.path().filename().string();
            pid_t process = 0;
            const auto read =
                std::from_chars(number.data(), number.data() + number.size(), process);
            if (read.ec != std::errc()) continue;
            const std::string words = read_file(entry.path() / "cmdline");
            const bool ours =
                words.find(driver) != std::string::npos &&
                words.find(std::string(1, '\0') + device_ + '\0') != std::string::npos;
            if (ours) return process;
        }
        return std::nullopt;
    }

    fs::path place_, log_, image_;
    std::string device_;
};

bool can_run() {
    for (const char* program : {driver, "mkfs.exfat", "losetup", "rsync"})
        REQUIRE_MESSAGE(has_program(program), program << " is missing: run .setup/install test");
    const bool allowed =
        ::geteuid() == 0 && fs::exists("/dev/fuse") && fs::exists("/dev/loop-control");
    if (!allowed) say_skipped("no /dev/fuse or loop devices, or not root, so no exFAT stick");
    return allowed;
}

/// The stick goes to headquarters and back.
void walk(TwoSides& sides, Stick& stick) {
    stick.unplug();
    stick.plug();
    const std::string script = std::string(FOYER_SOURCE_DIR) + "/sync/carriers/rsync-carry";
    CHECK(run_program({script, sides.kiosk_folder().string(), sides.headquarters_folder().string(),
                       TwoSides::name},
                      sides.log()) == 0);
    stick.unplug();
    stick.plug();
}

}  // namespace

TEST_CASE("a stick walked between kiosk and headquarters brings both to the same state") {
    if (!can_run()) return;
    TwoSides sides(TwoSides::Folders::apart, TwoSides::Pictures::a_pack);
    Stick stick(sides);
    if (!stick.usable()) return say_skipped("no loop device to be had");
    sides.register_visitors(20);
    sides.kiosk_round();
    CHECK(sides.state().safe_to_remove());
    CHECK(sides.settle([&] { walk(sides, stick); }));
    sides.check_nothing_lost_or_doubled();
}

TEST_CASE("a stick pulled out while the kiosk writes is said, waited for, and made good") {
    if (!can_run()) return;
    TwoSides sides;
    Stick stick(sides);
    if (!stick.usable()) return say_skipped("no loop device to be had");
    int caught = 0;
    for (const auto after : {0ms, 5ms, 10ms, 20ms, 40ms, 60ms}) {
        sides.register_visitors(150);
        std::thread hand([&] {
            std::this_thread::sleep_for(after);
            stick.pull();
        });
        sides.kiosk_round();
        hand.join();
        const bool said = sides.state().health == SyncHealth::folder_missing;
        caught += said;
        if (said) CHECK(!sides.state().safe_to_remove());
        // The next round notices in any case, also while the system has not.
        CHECK(sides.kiosk_round().health == SyncHealth::folder_missing);
        stick.forget();
        CHECK(sides.kiosk_round().health == SyncHealth::folder_missing);
        CHECK(fs::is_empty(sides.kiosk_folder()));
        stick.repair();
        stick.plug();
    }
    CHECK(caught > 0);
    CHECK(sides.settle([&] { walk(sides, stick); }));
    sides.check_nothing_lost_or_doubled();
}

TEST_CASE(
    "a stick unmounted while the kiosk writes holds what is called safe, the disk below nothing") {
    if (!can_run()) return;
    TwoSides sides;
    Stick stick(sides);
    if (!stick.usable()) return say_skipped("no loop device to be had");
    for (const auto after : {0ms, 10ms, 20ms, 40ms}) {
        sides.register_visitors(100);
        std::thread hand([&] {
            std::this_thread::sleep_for(after);
            stick.detach();
        });
        sides.kiosk_round();
        hand.join();
        CHECK(fs::is_empty(sides.kiosk_folder()));
        CHECK(sides.kiosk_round().health == SyncHealth::folder_missing);
        // The driver ends when nobody holds the folder any more.
        stick.forget();
        stick.plug();
    }
    CHECK(sides.settle([&] { walk(sides, stick); }));
    sides.check_nothing_lost_or_doubled();
}

TEST_CASE("a full stick is said and nothing is called safe until there is room again") {
    if (!can_run()) return;
    TwoSides sides;
    Stick stick(sides);
    if (!stick.usable()) return say_skipped("no loop device to be had");
    sides.kiosk_round();
    const fs::path filler = sides.kiosk_folder() / "film.mp4";
    write_file(filler, std::string(fs::space(sides.kiosk_folder()).available - (8u << 10), 'x'));
    sides.register_visitors(300);
    CHECK(sides.kiosk_round().health == SyncHealth::disk_full);
    CHECK(!sides.state().safe_to_remove());
    sides.register_visitors(3);
    fs::remove(filler);
    sides.kiosk_round();
    CHECK(sides.state().safe_to_remove());
    CHECK(sides.settle([&] { walk(sides, stick); }));
    sides.check_nothing_lost_or_doubled();
}

TEST_CASE("a read-only stick is said, and takes no visitor's registration down with it") {
    if (!can_run()) return;
    TwoSides sides;
    Stick stick(sides);
    if (!stick.usable()) return say_skipped("no loop device to be had");
    stick.unplug();
    stick.plug("ro");
    sides.register_visitors(3);
    CHECK(sides.kiosk_round().health == SyncHealth::fault);
    CHECK(sides.state().detail.find("Read-only") != std::string::npos);
    CHECK(!sides.state().safe_to_remove());
    stick.unplug();
    stick.plug();
    CHECK(sides.settle([&] { walk(sides, stick); }));
    sides.check_nothing_lost_or_doubled();
}
