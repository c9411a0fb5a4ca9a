#include "kiosk/shell/tasks.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace foyer::kiosk;

namespace {

/// Delivers until nothing is pending.
void deliver_all(Tasks& tasks) {
    for (int i = 0; i < 5000 && (tasks.pending() > 0 || tasks.has_results()); ++i) {
        if (tasks.deliver() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    REQUIRE(tasks.pending() == 0);
}

std::string reason(std::exception_ptr error) {
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& known) {
        return known.what();
    }
}

}  // namespace

TEST_CASE("work of the store lane runs one after another in the order given") {
    Tasks tasks;
    std::atomic<int> running = 0;
    std::atomic<bool> overlapped = false;
    std::vector<int> worked, delivered;
    for (int i = 0; i < 200; ++i) {
        auto work = [&, i] {
            if (running++ > 0) overlapped = true;
            worked.push_back(i);
            --running;
            return i;
        };
        tasks.run(Lane::store, work, [&](int value) { delivered.push_back(value); });
    }
    deliver_all(tasks);
    REQUIRE(delivered.size() == 200);
    CHECK_FALSE(overlapped);
    CHECK(worked == delivered);
    for (int i = 0; i < 200; ++i)
        CHECK(delivered[std::size_t(i)] == i);
}

TEST_CASE("results are delivered on the thread that asks for them, and only there") {
    std::atomic<int> woken = 0;
    Tasks tasks({.wake = [&] { ++woken; }});
    const auto here = std::this_thread::get_id();
    std::thread::id worked, delivered;
    std::promise<void> finished;
    tasks.run(
        Lane::other, [&] { worked = std::this_thread::get_id(); },
        [&] { delivered = std::this_thread::get_id(); });
    deliver_all(tasks);
    CHECK(worked != here);
    CHECK(delivered == here);
    CHECK(woken == 1);
}

TEST_CASE("a result may be a thing that can only be moved") {
    Tasks tasks;
    std::unique_ptr<int> got;
    tasks.run(
        Lane::photos, [] { return std::make_unique<int>(7); },
        [&](std::unique_ptr<int> value) { got = std::move(value); });
    deliver_all(tasks);
    REQUIRE(got);
    CHECK(*got == 7);
}

TEST_CASE("an exception in work reaches the call's own handler, else the common one") {
    Tasks tasks;
    std::vector<std::string> common, own;
    tasks.on_failure([&](std::exception_ptr error) { common.push_back(reason(error)); });
    const auto fail = [] { throw std::runtime_error("disk gone"); };
    bool done = false;
    tasks.run(Lane::store, fail, [&] { done = true; });
    tasks.run(
        Lane::store, fail, [&] { done = true; },
        [&](std::exception_ptr error) { own.push_back(reason(error)); });
    deliver_all(tasks);
    CHECK_FALSE(done);
    CHECK(common == std::vector<std::string>{"disk gone"});
    CHECK(own == std::vector<std::string>{"disk gone"});
}

TEST_CASE("an exception while a result is taken is a failure too and loses no other result") {
    Tasks tasks({.execution = Tasks::Execution::inside_deliver});
    int delivered = 0;
    const auto nothing = [] {};
    tasks.run(Lane::other, nothing, [] { throw std::runtime_error("bad screen"); });
    tasks.run(Lane::other, nothing, [&] { ++delivered; });
    CHECK_THROWS_WITH(tasks.deliver(), "bad screen");
    tasks.deliver();
    CHECK(delivered == 1);
    CHECK(tasks.pending() == 0);
}

TEST_CASE("results of a scope that is gone are dropped") {
    Tasks tasks;
    bool delivered = false, failed = false;
    std::promise<void> go;
    {
        TaskScope scope;
        tasks.run(
            Lane::store, scope, [&] { go.get_future().wait(); }, [&] { delivered = true; });
        tasks.run(
            Lane::store, scope, [] { throw std::runtime_error("late"); }, [&] { delivered = true; },
            [&](std::exception_ptr) { failed = true; });
    }
    go.set_value();
    deliver_all(tasks);
    CHECK_FALSE(delivered);
    CHECK_FALSE(failed);
}

TEST_CASE("work nobody waits for any more is skipped, but a command to the store is carried out") {
    Tasks tasks({.execution = Tasks::Execution::inside_deliver});
    bool decoded = false, stored = false;
    {
        TaskScope scope;
        tasks.run(
            Lane::photos, scope, [&] { decoded = true; }, [] {});
        tasks.run(
            Lane::store, scope, [&] { stored = true; }, [] {});
    }
    tasks.deliver();
    CHECK_FALSE(decoded);
    CHECK(stored);
}

TEST_CASE("a renewed scope gets what it asks for from then on") {
    Tasks tasks({.execution = Tasks::Execution::inside_deliver});
    std::vector<int> got;
    TaskScope scope;
    tasks.run(
        Lane::other, scope, [] { return 1; }, [&](int value) { got.push_back(value); });
    scope.renew();
    tasks.run(
        Lane::other, scope, [] { return 2; }, [&](int value) { got.push_back(value); });
    tasks.deliver();
    CHECK(got == std::vector<int>{2});
}

TEST_CASE("shutting down finishes the store's work and drops the rest") {
    std::atomic<int> stored = 0, decoded = 0;
    int delivered = 0;
    {
        Tasks tasks;
        std::promise<void> go;
        auto gate = go.get_future().share();
        tasks.run(
            Lane::photos, [gate] { gate.wait(); }, [] {});
        for (int i = 0; i < 50; ++i) {
            tasks.run(
                Lane::photos, [&] { ++decoded; }, [&] { ++delivered; });
            tasks.run(
                Lane::store, [&, gate] { gate.wait(), ++stored; }, [&] { ++delivered; });
        }
        std::thread opener([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            go.set_value();
        });
        tasks.shut_down();
        opener.join();
        tasks.run(
            Lane::store, [&] { ++stored; }, [&] { ++delivered; });
        CHECK(tasks.pending() == 0);
        CHECK(tasks.deliver() == 0);
    }
    CHECK(stored == 50);
    CHECK(decoded == 0);
    CHECK(delivered == 0);
}

TEST_CASE("news from other threads comes through the same queue") {
    Tasks tasks;
    int heard = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 100; ++n)
                tasks.post([&] { ++heard; });
        });
    while (heard < 200)
        tasks.deliver();
    for (std::thread& thread : threads)
        thread.join();
    tasks.deliver();
    CHECK(heard == 400);
    tasks.shut_down();
    tasks.post([&] { ++heard; });
    tasks.deliver();
    CHECK(heard == 400);
}

TEST_CASE("without threads, work given while results are taken waits for the next delivery") {
    Tasks tasks({.execution = Tasks::Execution::inside_deliver});
    int second = 0;
    tasks.run(
        Lane::other, [] {},
        [&] {
            tasks.run(
                Lane::other, [] {}, [&] { ++second; });
        });
    CHECK(tasks.deliver() == 1);
    CHECK(second == 0);
    CHECK(tasks.has_results());
    CHECK(tasks.deliver() == 1);
    CHECK(second == 1);
}
