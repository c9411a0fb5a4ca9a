#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "sync/kiosk_exchange.h"
#include "tests/sync/showroom.h"

namespace foyer::test {

/// A kiosk as a machine: its home folder can be copied, brought back and lost, and it can be
/// switched off and on.
struct Machine {
    Machine(const std::string& machine_id, std::uint64_t seed, std::filesystem::path sync_folder);
    ~Machine();

    void switch_on();
    void switch_off();
    /// Everything in the home folder of `other`, which is off, as at this moment.
    void copy_disk_of(const Machine& other);
    void save_disk(const std::filesystem::path& to);
    void bring_back(const std::filesystem::path& from);
    void enrol(TestHeadquarters& headquarters, const std::string& name);

    Id visit(const std::string& phone, const std::string& name);
    const sync::SyncState& round();
    Store& store() { return *store_; }
    Journal& journal() { return *journal_; }
    const Id& instance() { return journal_->author().instance; }

    TemporaryFolder folder;
    std::filesystem::path home;
    ManualClock clock{opening_time};
    SeededRandom random;
    TestFiles files;
    sync::SyncOptions options;
    sync::SyncState state;

  private:
    std::unique_ptr<Store> store_;
    std::unique_ptr<Journal> journal_;
    std::unique_ptr<Desk> desk_;
    std::unique_ptr<sync::KioskExchange> exchange_;
};

}  // namespace foyer::test
