#pragma once

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sync/headquarters.h"
#include "sync/kiosk_exchange.h"
#include "tests/shared/journal/records.h"

namespace foyer::test {

/// The machine's disk without its slow flushing, and with the faults a test asks for.
class TestFiles : public SystemFiles {
  public:
    void write_atomically(const std::filesystem::path& path, std::string_view bytes) override {
        if (fails && fails(path)) throw FileError("told to fail at " + path.string(), fault);
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
        ++writes;
    }
    void remove(const std::filesystem::path& path) override {
        SystemFiles::remove(path);
        ++removals;
    }
    std::unique_ptr<Files> hold(const std::filesystem::path& folder) override;

    std::function<bool(const std::filesystem::path&)> fails;
    int fault = EIO;
    /// Called before a folder is held and before everything done in it. Folders are really held
    /// while it is set, and flushed: without it they go by their paths.
    std::function<void()> on_step;
    int writes = 0, removals = 0;
};

/// A headquarters in a folder of its own.
struct TestHeadquarters {
    explicit TestHeadquarters(WallTime start = opening_time, std::uint64_t seed = 99);

    /// As after a crash: whatever was only in memory is gone.
    void restart();
    std::filesystem::path sync_folder() const { return folder.path() / "sync"; }

    TemporaryFolder folder;
    ManualClock clock;
    SeededRandom random;
    TestFiles files;
    sync::HeadquartersOptions options;
    std::unique_ptr<sync::Headquarters> hq;
};

/// A kiosk with a journal, enrolled or not, exchanging on the test's word.
struct TestKiosk {
    TestKiosk(const std::string& name, std::uint64_t seed, std::filesystem::path sync_folder,
              WallTime start = opening_time);

    void enrol(TestHeadquarters& headquarters, const std::string& name);
    /// One round; what it came to.
    const sync::SyncState& round();
    void restart();
    std::vector<std::string> files_in(const std::filesystem::path& place);

    TestRecords records;
    TestFiles files;
    sync::SyncOptions options;
    sync::SyncState state;
    std::vector<std::filesystem::path> packs;
    int taken_in = 0;  ///< times on_records was called
    std::unique_ptr<sync::KioskExchange> exchange;
};

/// One kiosk and its headquarters, which have met.
struct ConnectedPair {
    ConnectedPair();

    /// Both take turns until nothing is left to say.
    void settle(int rounds = 4);
    void visit(const std::string& phone);
    /// Headquarters shows the records the kiosk shows.
    bool same();

    TestHeadquarters hq;
    TestKiosk kiosk;
};

/// An event of a kiosk nobody here knows.
Event event_of_a_stranger();

/// Keeps a photo of a visit, as reception does.
Photo keep_photo(TestKiosk& kiosk, const Id& visit, const std::string& bytes);

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, std::string_view bytes);
std::filesystem::path assets();

}  // namespace foyer::test
