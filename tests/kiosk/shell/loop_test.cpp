#include "kiosk/shell/loop.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "kiosk/theme/ui.h"
#include "tests/kiosk/shell/imgui_bench.h"

using namespace foyer;
using namespace foyer::kiosk;

namespace {

struct LoopBench {
    explicit LoopBench(const Clock& with)
        : input(with), tasks({.wake = [this] { surface.wake(); }}), loop(make(with)) {}
    ~LoopBench() { tasks.shut_down(); }

    Loop make(const Clock& with) {
        return Loop(
            surface, input, tasks, with,
            [this] {
                input.apply(bench.io());
                bench.begin();
                ImGui::Render();
                ++built;
                return next;
            },
            [] { return std::size_t(0); });
    }
    void quieten() {
        while (loop.step(0)) {
        }
    }

    ImGuiBench bench{100, 100};
    HeadlessSurface& surface = bench.surface();
    InputQueue input;
    Tasks tasks;
    std::int64_t next = Motion::never;
    int built = 0;
    Loop loop;
};

}  // namespace

TEST_CASE("a settled screen draws no frame in ten seconds") {
    ManualClock clock(0);
    LoopBench bench(clock);
    bench.quieten();
    const auto drawn = bench.loop.statistics().frames_drawn();
    CHECK(drawn == 3);
    for (int i = 0; i < 100; ++i) {
        clock.advance(100);
        CHECK_FALSE(bench.loop.step(0));
    }
    CHECK(bench.loop.statistics().frames_drawn() == drawn);
}

TEST_CASE("a deadline is kept, once, and not earlier") {
    ManualClock clock(0);
    LoopBench bench(clock);
    bench.next = 1000;
    bench.quieten();
    bench.next = Motion::never;
    clock.advance(999);
    CHECK_FALSE(bench.loop.step(0));
    clock.advance(1);
    CHECK(bench.loop.step(0));
    clock.advance(60'000);
    CHECK_FALSE(bench.loop.step(0));
}

TEST_CASE("moving things get frames until they stand still, but no whole core") {
    ManualClock clock(0);
    LoopBench bench(clock);
    bench.next = 0;
    for (int i = 0; i < 3; ++i)
        bench.loop.step(0);
    CHECK_FALSE(bench.loop.step(0));
    clock.advance(8);
    CHECK(bench.loop.step(0));
    bench.next = Motion::never;
    clock.advance(8);
    CHECK(bench.loop.step(0));
    clock.advance(8);
    CHECK_FALSE(bench.loop.step(0));
}

TEST_CASE("input, results and a resized window wake it") {
    ManualClock clock(0);
    LoopBench bench(clock);
    bench.quieten();
    bench.input.type(U'a');
    CHECK(bench.loop.step(0));
    bench.quieten();
    bench.surface.resize(50, 50);
    CHECK(bench.loop.step(0));
    bench.quieten();
    bool heard = false;
    bench.tasks.post([&] { heard = true; });
    CHECK(bench.loop.step(0));
    CHECK(heard);
}

TEST_CASE("a result ends the wait of a sleeping loop") {
    SystemClock clock;
    LoopBench bench(clock);
    bench.quieten();
    const std::int64_t begun = clock.ticks();
    std::thread camera([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        bench.tasks.post([] {});
    });
    CHECK(bench.loop.step(20'000));
    CHECK(clock.ticks() - begun < 10'000);
    camera.join();
}

TEST_CASE("taps that wait behind a slow display are worked off before the next picture") {
    ManualClock clock(0);
    LoopBench bench(clock);
    bench.quieten();
    const int built = bench.built;
    const int shown = bench.surface.frames_presented();
    bench.input.touch(TouchPhase::down, 5, 5);
    bench.input.touch(TouchPhase::up, 5, 5);
    bench.loop.step(0);
    // The finger is seen, goes down, goes up, is gone.
    CHECK(bench.built - built == 4);
    CHECK(bench.surface.frames_presented() - shown == 1);
    CHECK(bench.input.empty());
}

TEST_CASE("settling waits for background work and gives up in time") {
    SystemClock clock;
    LoopBench bench(clock);
    bool done = false;
    bench.tasks.run(
        Lane::store, [] { std::this_thread::sleep_for(std::chrono::milliseconds(50)); },
        [&] { done = true; });
    CHECK(bench.loop.settle(10'000));
    CHECK(done);
    bench.next = 0;
    bench.loop.request_frames();
    CHECK_FALSE(bench.loop.settle(50));
}

TEST_CASE("build times are told by share") {
    FrameStatistics statistics;
    CHECK(statistics.build_time(0.99) == 0);
    for (int i = 1; i <= 100; ++i)
        statistics.add_build(i);
    CHECK(statistics.build_time(0.5) == 51);
    CHECK(statistics.build_time(0.99) == 100);
    for (int i = 0; i < 512; ++i)
        statistics.add_build(7);
    CHECK(statistics.build_time(0.99) == 7);
}
