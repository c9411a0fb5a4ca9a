#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "sync/headquarters.h"
#include "sync/kiosk_exchange.h"
#include "tests/shared/journal/records.h"

namespace foyer::test {

/// The machine's disk; what lies outside of the sync folders is not flushed, to save the tests'
/// time.
class CarriedFiles : public SystemFiles {
  public:
    void write_atomically(const std::filesystem::path& path, std::string_view bytes) override;
};

/// A kiosk and its headquarters, each with the real store and the machine's real disk, and a folder
/// on each side. Who carries files between the folders is the test's choice. One thread.
class TwoSides {
  public:
    /// Headquarters has enrolled the kiosk, which has been handed its enrolment file and root.json,
    /// as the set-up of every carrier says, and has said hello. `shared`: both use headquarters'
    /// folder.
    enum class Folders { apart, shared };
    enum class Pictures { none, a_pack };  ///< a pack with a hundred of them, or no pack
    explicit TwoSides(Folders folders = Folders::apart, Pictures pictures = Pictures::none);

    /// That many parties register themselves at the kiosk.
    void register_visitors(int count);
    /// One round; on the folder of `kiosk_folder`.
    const sync::SyncState& kiosk_round();
    sync::RunReport headquarters_round();
    /// The kiosk is switched off and on again.
    void restart_kiosk();

    /// Rounds on both sides with `carry` between them until each has everything and no file waits
    /// for an answer; false if that does not come to pass. Says what is left to do.
    bool settle(const std::function<void()>& carry);
    /// CHECKs that both sides hold the same events and projections, and every visitor once.
    void check_nothing_lost_or_doubled();

    /// Runs the foyer-hq program on this headquarters; the object here lets go of it meanwhile.
    std::vector<std::string> foyer_hq(const std::vector<std::string>& words) const;
    void close_headquarters() { hq_.reset(); }
    sync::Headquarters& headquarters();

    const std::filesystem::path& path() const { return records_.folder.path(); }
    std::filesystem::path log() const { return path() / "carrier.log"; }
    std::filesystem::path headquarters_root() const { return path() / "hq"; }
    std::filesystem::path headquarters_folder() const { return headquarters_root() / "sync"; }
    const std::filesystem::path& kiosk_folder() const { return kiosk_folder_; }
    /// `up/showroom-1`
    std::filesystem::path up() const { return std::filesystem::path("up") / name; }
    std::filesystem::path down() const { return std::filesystem::path("down") / name; }
    const sync::SyncState& state() const { return state_; }
    int registered() const { return registered_; }

    static constexpr const char* name = "showroom-1";

  private:
    bool quiet();
    void let_time_pass();

    TestRecords records_;
    CarriedFiles files_;
    SystemRandom random_;
    ManualClock hq_clock_;
    std::filesystem::path kiosk_folder_;
    sync::HeadquartersOptions hq_options_;
    std::unique_ptr<sync::Headquarters> hq_;
    std::unique_ptr<sync::KioskExchange> exchange_;
    sync::SyncState state_;
    bool pack_published_ = false;
    int registered_ = 0;
};

/// Every plain file below a folder whose name Foyer reads, by its path there, with its content.
std::map<std::string, std::string> files_below(const std::filesystem::path& folder);

/// Prints the line by which CTest knows that a test could not be run here.
void say_skipped(const std::string& why);

}  // namespace foyer::test
