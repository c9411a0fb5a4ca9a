#include "kiosk/program/records.h"

#include <utility>

namespace foyer::kiosk {
namespace {

/// Until headquarters gives one, a kiosk goes by this name.
constexpr const char* unnamed_kiosk = "kiosk";

}  // namespace

Records::Open::Open(const std::filesystem::path& file, const Clock& clock, Random& random)
    : store(file), journal(store, clock, random, unnamed_kiosk) {}

Records::Records(std::filesystem::path file, const Clock& clock, Random& random)
    : file_(std::move(file)), clock_(clock), random_(random) {}

Records::Open& Records::open() {
    if (!open_) open_ = std::make_unique<Open>(file_, clock_, random_);
    return *open_;
}

DeskTurn Records::take() {
    std::unique_lock turn(mutex_);
    Open& records = open();
    if (!records.desk) records.desk.emplace(records.journal, pack_);
    return DeskTurn(std::move(turn), *records.desk);
}

void Records::with_journal(const std::function<void(Journal&)>& step) {
    const std::lock_guard turn(mutex_);
    step(open().journal);
}

void Records::use_pack(std::shared_ptr<const Pack> pack) {
    const std::lock_guard turn(mutex_);
    pack_ = std::move(pack);
    if (open_ && open_->desk) open_->desk->use_pack(pack_);
}

}  // namespace foyer::kiosk
