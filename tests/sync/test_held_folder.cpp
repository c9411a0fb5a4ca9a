#include <doctest/doctest.h>

#include <set>

#include "shared/security/digest.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::sync;
using test::TestFiles;
using test::TestHeadquarters;
using test::TestKiosk;

namespace {

namespace fs = std::filesystem;

constexpr const char* name = "riverside-1";
constexpr int most_steps = 500;

std::map<std::string, std::string> tree(const fs::path& folder) {
    std::map<std::string, std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        found[fs::relative(entry.path(), folder).string()] =
            entry.is_regular_file() ? test::read_file(entry.path()) : "";
    }
    return found;
}

/// What comes to lie at the path of the sync folder.
enum class Other {
    empty,    ///< the mount point below a stick
    foreign,  ///< a stick of another headquarters
    twin,     ///< another stick of the same headquarters
};

/// A kiosk and its headquarters with one sync folder, and another that takes its place at a step.
struct Swapping {
    explicit Swapping(Other other) : kiosk("new", 1, hq.sync_folder()) {
        kiosk.enrol(hq, name);
        exchange();
        capture();
        exchange();
        if (other == Other::empty) fs::create_directories(spare);
        if (other == Other::foreign) {
            test::write_file(spare / "root.json",
                             test::read_file(stranger.sync_folder() / "root.json"));
        }
        if (other == Other::twin) {
            test::write_file(spare / "root.json", test::read_file(folder / "root.json"));
        }
    }

    /// A visitor with a photo, and something for headquarters to answer.
    void capture() {
        const std::string phone = "+86137" + std::to_string(10'000'000 + ++visitors);
        const auto arrival = kiosk.records.visitor(phone, "王芳");
        const Id visit = kiosk.records.desk.register_visit(arrival).ticket.visit;
        test::keep_photo(kiosk, visit, std::string(100, 'p'));
        kiosk.records.clock.advance(one_minute);
        hq.clock.advance(one_minute);
    }
    void exchange() {
        for (int round = 0; round < 2; ++round) {
            kiosk.round();
            hq.hq->run_once();
        }
    }
    /// `act` with the other folder in the place of the right one from the step `at` on, and then
    /// the right one again. False if there are not so many steps.
    bool swap_at(int at, TestFiles& files, const std::function<void()>& act) {
        int steps = 0;
        bool swapped = false;
        before = tree(spare);
        files.on_step = [&] {
            if (steps++ != at) return;
            fs::rename(folder, away);
            fs::rename(spare, folder);
            swapped = true;
        };
        act();
        files.on_step = nullptr;
        if (!swapped) return false;
        CHECK(tree(folder) == before);
        check_published(away);
        fs::rename(folder, spare);
        fs::rename(away, folder);
        return true;
    }
    /// Whatever either store calls published lies in the right folder.
    void check_published(const fs::path& right) {
        const auto files = tree(right);
        for (Store* store : {&kiosk.records.store, &hq.hq->journal().store()}) {
            Statement query(store->database(),
                            "SELECT recipient, name, hash FROM sync_sent WHERE state = "
                            "'published' AND removed = 0");
            while (query.executeStep()) {
                const std::string to = query.getColumn(0).getString();
                const std::string place = to == headquarters_name ? std::string("up/") + name
                                          : to == everybody       ? "all"
                                                                  : "down/" + to;
                const auto file = files.find(place + "/" + query.getColumn(1).getString());
                REQUIRE(file != files.end());
                CHECK(digest_hex(file->second) == query.getColumn(2).getString());
            }
        }
        Statement photos(kiosk.records.store.database(),
                         "SELECT hash FROM photo_file WHERE delivered = 0 AND written_at > 0");
        while (photos.executeStep()) {
            const std::string hash = photos.getColumn(0).getString();
            const auto file = files.find(std::string("up/") + name + "/blobs/" + hash);
            REQUIRE(file != files.end());
            CHECK(digest_hex(file->second) == hash);
        }
    }
    void check_settled() {
        exchange();
        exchange();
        CHECK(kiosk.state.safe_to_remove());
        CHECK(kiosk.state.photos_waiting == 0);
        CHECK(kiosk.state.conflicts == 0);
        CHECK(kiosk.records.projections() == test::projections_of(hq.hq->journal().store()));
        CHECK(hq.hq->photos().size() == std::size_t(visitors));
    }

    TestHeadquarters hq, stranger{test::opening_time, 12345};
    TestKiosk kiosk;
    const fs::path folder = hq.sync_folder(), spare = hq.folder.path() / "spare",
                   away = hq.folder.path() / "away";
    std::map<std::string, std::string> before;
    int visitors = 0;
};

/// The first step is to take hold of the folder: swapped then, a twin is the right one.
int first_step(Other other) {
    return other == Other::twin ? 1 : 0;
}

/// `round` is one in which the folder is swapped at a step; false: it had not so many.
void at_every_step(const std::function<bool(Swapping&, int)>& round) {
    for (const Other other : {Other::empty, Other::foreign, Other::twin}) {
        CAPTURE(int(other));
        Swapping world(other);
        int at = first_step(other);
        for (; at < most_steps; ++at) {
            CAPTURE(at);
            world.capture();
            if (!round(world, at)) break;
        }
        CHECK(at > 20);
        CHECK(at < most_steps);
        world.check_settled();
    }
}

}  // namespace

TEST_CASE("a kiosk's round writes in the folder it has checked and in none that takes its place") {
    at_every_step([](Swapping& world, int at) {
        world.hq.hq->run_once();
        if (!world.swap_at(at, world.kiosk.files, [&] { world.kiosk.round(); })) return false;
        // The next round goes on with the right folder.
        world.kiosk.round();
        CHECK(world.kiosk.state.not_written == 0);
        CHECK(world.kiosk.state.photos_not_written == 0);
        world.hq.hq->run_once();
        return true;
    });
}

TEST_CASE("headquarters' round writes in the folder it has checked and in no other") {
    at_every_step([](Swapping& world, int at) {
        world.kiosk.round();
        const auto act = [&] {
            try {
                world.hq.hq->run_once();
            } catch (const std::runtime_error&) {
                CHECK(at == 0);
            }
        };
        if (!world.swap_at(at, world.hq.files, act)) return false;
        world.hq.hq->run_once();
        world.kiosk.round();
        return true;
    });
}

TEST_CASE("a folder that went while a round was under way is said to be missing") {
    Swapping world(Other::empty);
    world.capture();
    SyncState state;
    CHECK(world.swap_at(3, world.kiosk.files, [&] { state = world.kiosk.round(); }));
    CHECK(state.health == SyncHealth::folder_missing);
    CHECK(world.kiosk.round().health == SyncHealth::waiting);
}

TEST_CASE("a folder is let go after a round, so that a stick can be unmounted") {
    Swapping world(Other::empty);
    const auto descriptors = [] {
        const fs::directory_iterator open("/proc/self/fd");
        return std::distance(begin(open), end(open));
    };
    const auto before = descriptors();
    world.capture();
    world.kiosk.round();
    world.hq.hq->run_once();
    CHECK(descriptors() == before);
}

TEST_CASE("nothing is called safe to remove that a moment without the folder kept from it") {
    int written = 0;
    for (int moment = 1; moment <= 40; ++moment) {
        TestHeadquarters hq;
        TestKiosk kiosk("new", 1, hq.sync_folder());
        kiosk.enrol(hq, "riverside-1");
        int step = 0;
        kiosk.files.on_step = [&] {
            if (++step == moment) throw FileError("the folder is away", EIO);
        };
        const bool safe = kiosk.round().safe_to_remove();
        const auto up = hq.sync_folder() / "up/riverside-1";
        if (safe) CHECK(!hq.files.list(up).empty());
        written += safe;
    }
    CHECK(written > 0);
}
