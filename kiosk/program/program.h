#pragma once

#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/program/camera_scanner.h"
#include "kiosk/program/keys.h"
#include "kiosk/program/lazy_engines.h"
#include "kiosk/program/records.h"
#include "kiosk/screens/app.h"
#include "shared/pack/pack_loader.h"
#include "shared/security/pin.h"

namespace foyer::kiosk {

/// Where a kiosk keeps things and what it shows.
struct ProgramOptions {
    std::filesystem::path home;         ///< store.db, enrolment.json, packs/
    std::filesystem::path sync_folder;  ///< empty: none
    std::filesystem::path pack;         ///< used until headquarters has sent one
    std::filesystem::path assets;
    std::string camera;  ///< see CameraOptions::source
    VisitorSettings defaults;
    std::int64_t idle_limit = IdleWatch::usual_limit;
    std::int64_t sync_interval = 30'000;  ///< milliseconds
};

/// The kiosk: everything of ProgramOptions brought together behind the App that screens know. UI
/// thread.
class Program : public App {
  public:
    /// References outlive this object. The first frame shows the attract loop, or what is wrong
    /// with the pack. Throws what Shell throws.
    Program(const ProgramOptions& options, const Clock& clock, Random& random, Files& files,
            const Shell::MakeSurface& make_surface);
    ~Program() override;

    Shell& shell() override { return shell_; }
    const Pack& pack() const override { return *pack_; }
    const Calendar& calendar() const override { return calendar_; }
    Scanner& scanner() override { return *scanner_; }
    const std::optional<CodeKeys>& code_keys() const override { return code_keys_; }
    void check_pin(const TaskScope& scope, const std::string& staff, const std::string& pin,
                   std::function<void(PinOutcome)> done) override;
    const std::optional<StaffSession>& staff() const override { return session_; }
    void sign_in(const std::string& staff) override { session_ = StaffSession{staff}; }
    void sign_out() override;
    VisitPhotos& photos() override { return photos_; }
    TypingEngines& typing() override { return typing_; }
    sync::SyncState sync_state() const override { return sync_.state(); }
    void sync_now() override { sync_.sync_now(); }
    std::uint64_t records_version() const override { return records_version_; }
    void records_changed() override { ++records_version_; }
    void show_fault(std::exception_ptr fault) override;

  protected:
    DeskTurn take_desk() override { return records_.take(); }

  private:
    sync::SyncCallbacks sync_callbacks();
    void listen();
    void start(PackResult pack);
    void show(std::shared_ptr<const Pack> pack);
    void take_pack(const std::filesystem::path& folder);
    void go_home();
    void read_enrolment();
    void restore_pin_guard();
    void pin_checked(const TaskScope& scope, const std::string& staff, bool right,
                     std::function<void(PinOutcome)> done);

    const ProgramOptions options_;
    const Clock& clock_;
    Random& random_;
    Files& files_;
    std::future<PackResult> first_pack_;  ///< read while the window is being made
    Shell shell_;
    Calendar calendar_{"Asia/Shanghai"};
    std::shared_ptr<const Pack> pack_;
    std::shared_ptr<const Pack> previous_pack_;
    std::shared_ptr<const Pack> next_pack_;  ///< shown when the visitor at hand has left
    std::optional<PackProblem> pack_problem_;
    std::optional<CodeKeys> code_keys_;
    std::optional<StaffSession> session_;
    PinGuard pin_guard_;
    std::uint64_t records_version_ = 1;
    Records records_;
    VisitPhotos photos_;
    std::unique_ptr<CameraScanner> scanner_;
    Keys keys_;
    LazyEngines typing_;
    sync::SyncService sync_;
    TaskScope scope_;
};

}  // namespace foyer::kiosk
