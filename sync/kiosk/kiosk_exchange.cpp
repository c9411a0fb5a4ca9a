#include "sync/kiosk_exchange.h"

#include <exception>
#include <utility>

#include "sync/kiosk/kiosk_link.h"

namespace foyer::sync {

KioskExchange::KioskExchange(SyncOptions options, StoreAccess run_on_store, const Clock& clock,
                             Random& random, Files& files, SyncCallbacks callbacks,
                             std::function<void(const SyncState&)> report)
    : options_(std::move(options)),
      run_on_store_(std::move(run_on_store)),
      clock_(clock),
      random_(random),
      files_(files),
      callbacks_(std::move(callbacks)),
      report_(std::move(report)),
      reserve_(files, options_.home / "reserve", options_.reserve),
      photos_(files, options_.home, with_store()) {}

KioskExchange::~KioskExchange() = default;

void KioskExchange::round() {
    state_.exchanging = true;
    finish();
    state_.problems.clear();
    state_.detail.clear();
    state_.strange_files = state_.files_ahead = 0;
    fresh_ = 0;
    superseded_.clear();
    state_.reserve_used = reserve_.tend();
    try {
        if (find_headquarters()) exchange();
        photos_.tidy();
        count();
    } catch (const FileError& error) {
        blame_file(error);
    } catch (const StoreError& error) {
        const bool full = error.reason == StoreError::Reason::disk_full;
        if (full) reserve_.give_up();
        blame(full ? SyncHealth::disk_full : SyncHealth::fault, error.what());
    } catch (const std::exception& error) {
        blame(SyncHealth::fault, error.what());
        count_anyway();
    }
    if (fresh_ > 0 && callbacks_.on_records) callbacks_.on_records();
    state_.exchanging = false;
    finish();
}

void KioskExchange::on_store(const std::function<void(Journal&)>& step) {
    run_on_store_([&](Journal& journal) {
        try {
            step(journal);
        } catch (const SQLite::Exception& error) {
            rethrow_as_store_error(error);
        }
    });
}

void KioskExchange::finish() {
    if (state_ == reported_) return;
    reported_ = state_;
    report_(state_);
}

void KioskExchange::blame(SyncHealth health, const std::string& detail) {
    state_.health = health;
    state_.detail = detail;
}

void KioskExchange::blame_file(const FileError& error) {
    const bool gone = link_ && link_->folder.state() == FolderState::missing;
    blame(gone                ? SyncHealth::folder_missing
          : error.disk_full() ? SyncHealth::disk_full
                              : SyncHealth::fault,
          error.what());
    count_anyway();
}

/// The counts say what is safe; without them the page would show those of the round before.
void KioskExchange::count_anyway() {
    try {
        count();
    } catch (const std::exception& second) {
        state_.detail += std::string("; ") + second.what();
    }
}

WithStore KioskExchange::with_store() {
    return [this](const std::function<void(Store&)>& step) {
        on_store([&](Journal& journal) { step(journal.store()); });
    };
}

}  // namespace foyer::sync
