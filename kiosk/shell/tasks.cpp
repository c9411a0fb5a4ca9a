#include "kiosk/shell/tasks.h"

#include <algorithm>
#include <iterator>

namespace foyer::kiosk {

/// News from a thread of its own: no work, only something to say.
struct Tasks::Posted : Tasks::Job {
    explicit Posted(std::function<void()> say) : say(std::move(say)) {}
    void work() override {}
    void finish() override { say(); }
    std::function<void()> say;
};

Tasks::Tasks(Options options) : options_(std::move(options)) {}

Tasks::~Tasks() {
    shut_down();
}

void Tasks::submit(Lane lane, std::unique_ptr<Job> job, std::shared_ptr<std::atomic<bool>> scope,
                   Failure failed) {
    Queue& queue = this->queue(lane);
    job->lane = lane;
    job->scope = std::move(scope);
    job->failed = std::move(failed);
    job->counted = true;
    if (options_.execution == Execution::inside_deliver) {
        if (!queue.closing) inline_jobs_.push_back(std::move(job)), ++pending_;
        return;
    }
    {
        const std::lock_guard lock(queue.mutex);
        if (queue.closing) return;
        queue.jobs.push_back(std::move(job));
    }
    ++pending_;
    const int threads = lane == Lane::photos ? std::max(options_.photo_threads, 1) : 1;
    while (int(queue.threads.size()) < threads)
        queue.threads.emplace_back([this, &queue] { serve(queue); });
    queue.changed.notify_one();
}

void Tasks::serve(Queue& queue) {
    for (;;) {
        std::unique_ptr<Job> job;
        {
            std::unique_lock lock(queue.mutex);
            queue.changed.wait(lock, [&] { return queue.closing || !queue.jobs.empty(); });
            if (queue.jobs.empty()) return;
            job = std::move(queue.jobs.front());
            queue.jobs.pop_front();
        }
        carry_out(*job);
        bring_back(std::move(job));
    }
}

void Tasks::carry_out(Job& job) {
    if (job.dead() && job.lane != Lane::store) return;
    try {
        job.work();
    } catch (...) {
        job.error = std::current_exception();
    }
}

void Tasks::bring_back(std::unique_ptr<Job> job) {
    {
        const std::lock_guard lock(results_mutex_);
        if (closed_ && !job->counted) return;
        results_.push_back(std::move(job));
        if (closed_) return;
    }
    if (options_.wake) options_.wake();
}

void Tasks::post(std::function<void()> done) {
    bring_back(std::make_unique<Posted>(std::move(done)));
}

bool Tasks::has_results() const {
    if (!inline_jobs_.empty()) return true;
    const std::lock_guard lock(results_mutex_);
    return !results_.empty();
}

std::size_t Tasks::deliver() {
    std::deque<std::unique_ptr<Job>> arrived;
    arrived.swap(inline_jobs_);
    for (auto& job : arrived)
        carry_out(*job);
    {
        const std::lock_guard lock(results_mutex_);
        std::move(results_.begin(), results_.end(), std::back_inserter(arrived));
        results_.clear();
    }
    const std::size_t count = arrived.size();
    while (!arrived.empty()) {
        const std::unique_ptr<Job> job = std::move(arrived.front());
        arrived.pop_front();
        try {
            finish(*job);
        } catch (...) {
            // Nobody wanted to hear of it: the caller does, and the rest is not lost.
            const std::lock_guard lock(results_mutex_);
            results_.insert(results_.begin(), std::make_move_iterator(arrived.begin()),
                            std::make_move_iterator(arrived.end()));
            throw;
        }
    }
    return count;
}

void Tasks::finish(Job& job) {
    if (job.counted) --pending_;
    if (job.dead()) return;
    if (!job.error) {
        try {
            job.finish();
            return;
        } catch (...) {
            job.error = std::current_exception();
        }
    }
    const Failure& failure = job.failed ? job.failed : default_failure_;
    if (!failure) std::rethrow_exception(job.error);
    failure(job.error);
}

void Tasks::close(Queue& queue, bool drop) {
    std::deque<std::unique_ptr<Job>> dropped;
    {
        const std::lock_guard lock(queue.mutex);
        queue.closing = true;
        if (drop) dropped.swap(queue.jobs);
    }
    queue.changed.notify_all();
    for (std::thread& thread : queue.threads)
        thread.join();
    queue.threads.clear();
}

void Tasks::shut_down() {
    std::deque<std::unique_ptr<Job>> waiting;
    waiting.swap(inline_jobs_);
    for (auto& job : waiting) {
        if (job->lane == Lane::store) carry_out(*job);
    }
    close(queue(Lane::photos), true);
    close(queue(Lane::other), true);
    close(queue(Lane::typing), true);
    close(queue(Lane::store), false);

    std::vector<std::unique_ptr<Job>> dropped;
    {
        const std::lock_guard lock(results_mutex_);
        closed_ = true;
        dropped.swap(results_);
    }
    pending_ = 0;
}

}  // namespace foyer::kiosk
