#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "sync/service.h"
#include "tests/sync/showroom.h"

using namespace foyer;
using namespace foyer::sync;

namespace {

/// The store behind a mutex: whoever holds it is the store's thread.
struct SharedStore {
    test::TestRecords& records;
    std::mutex mutex;

    StoreAccess access() {
        return [this](const std::function<void(Journal&)>& step) {
            const std::lock_guard lock(mutex);
            step(records.journal);
        };
    }
};

/// Waits until the service's state is as wanted; false after two seconds.
struct Watch {
    std::mutex mutex;
    std::condition_variable changed;

    bool wait(const SyncService& service, const std::function<bool(const SyncState&)>& wanted) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, std::chrono::seconds(2),
                                [&] { return wanted(service.state()); });
    }
};

}  // namespace

TEST_CASE("the service exchanges in the background and stops in the middle of its waiting") {
    test::TestHeadquarters hq;
    test::TestKiosk kiosk("new", 1, hq.sync_folder());
    SharedStore shared{kiosk.records, {}};
    Watch watch;
    SyncCallbacks callbacks;
    callbacks.on_change = [&] {
        const std::lock_guard lock(watch.mutex);
        watch.changed.notify_all();
    };
    SyncOptions options = kiosk.options;
    options.interval = std::chrono::hours(1);
    SeededRandom random(3);
    SyncService service(options, shared.access(), kiosk.records.clock, random, kiosk.files,
                        callbacks);
    service.start();
    CHECK(watch.wait(service, [](const SyncState& state) {
        return state.health == SyncHealth::no_headquarters && !state.exchanging;
    }));
    {
        const std::lock_guard lock(shared.mutex);
        kiosk.records.desk.register_visit(kiosk.records.visitor("+8613700001111", "王芳"));
    }
    kiosk.enrol(hq, "riverside-1");
    service.sync_now();
    CHECK(watch.wait(service, [](const SyncState& state) {
        return state.health == SyncHealth::waiting && state.safe_to_remove();
    }));
    hq.hq->run_once();
    service.sync_now();
    CHECK(watch.wait(service, [](const SyncState& state) {
        return state.health == SyncHealth::in_order && state.applied > 0;
    }));
    service.stop();
}
