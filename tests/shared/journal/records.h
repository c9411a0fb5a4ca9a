#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "shared/desk/desk.h"
#include "shared/journal/journal.h"
#include "shared/pack/pack_loader.h"

namespace foyer::test {

/// A folder that goes with the test.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// The demonstration's tile pack, read once.
std::shared_ptr<const Pack> tile_pack();

/// 2026-06-13 10:24 in Shanghai.
constexpr WallTime opening_time = 1'781'317'440'000;

/// Everything a store projects, table by table, as text: for comparing one store with another, so
/// without the numbers each gives its subjects.
std::map<std::string, std::string> projections_of(Store& store);

/// One kiosk's records in a folder of their own, on a clock and randomness the test holds.
struct TestRecords {
    explicit TestRecords(const std::string& kiosk = "one", std::uint64_t seed = 1,
                         WallTime start = opening_time);

    TemporaryFolder folder;
    ManualClock clock;
    SeededRandom random;
    Store store;
    Journal journal;
    Desk desk;

    /// A visitor with consent and purpose filled in.
    Arrival visitor(const std::string& phone, const std::string& name) const;
    std::map<std::string, std::string> projections() { return projections_of(store); }
    std::vector<Event> all_events();
    void take_in(const std::vector<Event>& events);
};

}  // namespace foyer::test
