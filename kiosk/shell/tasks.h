#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace foyer::kiosk {

/// Where background work runs. Work of one lane begins in the order it was given.
enum class Lane {
    store,   ///< one thread, strictly in order: the database lives there
    photos,  ///< decoding
    other,   ///< one thread: files, crypto, sync
    typing,  ///< one thread: what keys and ink may mean
};

/// Whoever waits for results. When it goes, they are dropped instead of delivered, and work that
/// has not begun is skipped, except on Lane::store: a command once given is carried out. Make it
/// the last member of a screen, so that it goes first. UI thread.
class TaskScope {
  public:
    TaskScope() : alive_(std::make_shared<std::atomic<bool>>(true)) {}
    ~TaskScope() { *alive_ = false; }
    TaskScope(const TaskScope&) = delete;
    TaskScope& operator=(const TaskScope&) = delete;

    /// Forgets what was asked for so far; what is asked for from now on is delivered.
    void renew() {
        *alive_ = false;
        alive_ = std::make_shared<std::atomic<bool>>(true);
    }

  private:
    friend class Tasks;
    std::shared_ptr<std::atomic<bool>> alive_;
};

/// Background work whose results come back to the UI thread through one queue (design §2.3).
///
/// run(), deliver(), shut_down() and the destructor belong to the UI thread; post() to any thread.
/// `work` runs on the lane's thread; `done` and `failed` run, and everything they hold is
/// destroyed, on the UI thread.
class Tasks {
  public:
    using Failure = std::function<void(std::exception_ptr)>;

    enum class Execution {
        threads,
        inside_deliver,  ///< no threads: work and result in order in deliver(), for tests
    };
    struct Options {
        Execution execution = Execution::threads;
        int photo_threads = 1;
        /// Called on any thread when there is something to deliver. Must return at once.
        std::function<void()> wake = {};
    };

    explicit Tasks(Options options);
    Tasks() : Tasks(Options{}) {}
    /// As shut_down().
    ~Tasks();
    Tasks(const Tasks&) = delete;
    Tasks& operator=(const Tasks&) = delete;

    /// Who hears of exceptions from work, and from `done`, where a call names nobody itself.
    /// Without one they are rethrown by deliver().
    void on_failure(Failure failure) { default_failure_ = std::move(failure); }

    /// Runs `work()` on `lane`, then `done(result)` (or `done()`) in deliver() while `scope` lives.
    template <class Work, class Done>
    void run(Lane lane, const TaskScope& scope, Work work, Done done, Failure failed = {}) {
        submit(lane, std::make_unique<Pair<Work, Done>>(std::move(work), std::move(done)),
               scope.alive_, std::move(failed));
    }
    /// As above; the result is delivered as long as this object lives.
    template <class Work, class Done>
    void run(Lane lane, Work work, Done done, Failure failed = {}) {
        submit(lane, std::make_unique<Pair<Work, Done>>(std::move(work), std::move(done)), nullptr,
               std::move(failed));
    }

    /// Has `done` run in deliver(): news from threads of their own (camera, sync). Any thread; it
    /// may be destroyed on the caller's if this object is shut down.
    void post(std::function<void()> done);

    /// Hands out what has come back. Returns how many results were delivered or dropped.
    std::size_t deliver();

    /// Is there something to deliver right now?
    bool has_results() const;

    /// Tasks given and not yet delivered or dropped.
    std::size_t pending() const { return pending_; }

    /// Takes no more work, carries out what Lane::store was given, drops the rest and all results.
    void shut_down();

  private:
    struct Job {
        virtual ~Job() = default;
        virtual void work() = 0;
        virtual void finish() = 0;
        bool dead() const { return scope && !*scope; }

        Lane lane = Lane::other;
        std::shared_ptr<std::atomic<bool>> scope;  ///< none: always alive
        Failure failed;
        std::exception_ptr error;
        bool counted = false;  ///< in pending_
    };
    template <class Work, class Done>
    struct Pair;
    struct Posted;
    struct Queue {
        std::mutex mutex;
        std::condition_variable changed;
        std::deque<std::unique_ptr<Job>> jobs;
        bool closing = false;
        std::vector<std::thread> threads;
    };

    void submit(Lane lane, std::unique_ptr<Job> job, std::shared_ptr<std::atomic<bool>> scope,
                Failure failed);
    void serve(Queue& queue);
    static void carry_out(Job& job);
    void bring_back(std::unique_ptr<Job> job);
    void finish(Job& job);
    Queue& queue(Lane lane) { return queues_[std::size_t(lane)]; }
    void close(Queue& queue, bool drop);

    const Options options_;
    Failure default_failure_;
    std::array<Queue, 4> queues_;
    mutable std::mutex results_mutex_;
    std::vector<std::unique_ptr<Job>> results_;
    std::deque<std::unique_ptr<Job>> inline_jobs_;  ///< Execution::inside_deliver
    std::size_t pending_ = 0;                       ///< UI thread
    bool closed_ = false;                           ///< under results_mutex_
};

template <class Work, class Done>
struct Tasks::Pair : Tasks::Job {
    using Result = std::invoke_result_t<Work&>;
    Pair(Work work, Done done) : work_(std::move(work)), done_(std::move(done)) {}

    void work() override {
        if constexpr (std::is_void_v<Result>)
            work_();
        else
            result_.emplace(work_());
    }
    void finish() override {
        if constexpr (std::is_void_v<Result>)
            done_();
        else
            done_(std::move(*result_));
    }

    Work work_;
    Done done_;
    std::conditional_t<std::is_void_v<Result>, char, std::optional<Result>> result_{};
};

}  // namespace foyer::kiosk
