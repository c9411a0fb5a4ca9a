#include "sync/service.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "sync/folder/pack_in_use.h"
#include "sync/kiosk_exchange.h"

namespace foyer::sync {

/// Thread, state and wish behind one mutex; the exchange belongs to the thread alone.
class SyncService::Worker {
  public:
    Worker(SyncOptions options, StoreAccess run_on_store, const Clock& clock, Random& random,
           Files& files, const SyncCallbacks& callbacks)
        : interval_(options.interval),
          on_change_(callbacks.on_change),
          exchange_(std::move(options), std::move(run_on_store), clock, random, files, callbacks,
                    [this](const SyncState& state) { report(state); }) {}

    ~Worker() { stop(); }

    void start() {
        thread_ = std::thread([this] { run(); });
    }

    void wish() {
        {
            const std::lock_guard lock(mutex_);
            wished_ = true;
        }
        woken_.notify_all();
    }

    void stop() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        woken_.notify_all();
        if (thread_.joinable()) thread_.join();
    }

    SyncState state() const {
        const std::lock_guard lock(mutex_);
        return state_;
    }

  private:
    void run() {
        std::unique_lock lock(mutex_);
        while (!stopping_) {
            wished_ = false;
            lock.unlock();
            exchange_.round();
            lock.lock();
            woken_.wait_for(lock, interval_, [this] { return stopping_ || wished_; });
        }
    }

    void report(const SyncState& state) {
        {
            const std::lock_guard lock(mutex_);
            state_ = state;
        }
        if (on_change_) on_change_();
    }

    const std::chrono::milliseconds interval_;
    const std::function<void()> on_change_;
    KioskExchange exchange_;
    mutable std::mutex mutex_;
    std::condition_variable woken_;
    bool wished_ = false, stopping_ = false;
    SyncState state_;
    std::thread thread_;
};

SyncService::SyncService(SyncOptions options, StoreAccess run_on_store, const Clock& clock,
                         Random& random, Files& files, SyncCallbacks callbacks)
    : worker_(std::make_unique<Worker>(std::move(options), std::move(run_on_store), clock, random,
                                       files, callbacks)) {}

SyncService::~SyncService() = default;

void SyncService::start() {
    worker_->start();
}

void SyncService::sync_now() {
    worker_->wish();
}

void SyncService::stop() {
    worker_->stop();
}

SyncState SyncService::state() const {
    return worker_->state();
}

std::optional<std::filesystem::path> SyncService::last_good_pack(Store& store) {
    const auto pack = pack_in_use(store);
    std::error_code ignored;
    if (!pack || !std::filesystem::is_directory(pack->folder, ignored)) return std::nullopt;
    return pack->folder;
}

}  // namespace foyer::sync
