#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "shared/pack/pack.h"
#include "shared/world/clock.h"
#include "shared/world/files.h"
#include "shared/world/random.h"

namespace foyer::kiosk {

/// A whole company in a temporary folder: a headquarters with its keys and sync folder, a kiosk
/// enrolled with it, and some months of history made by the real commands and the real foyer-hq.
/// Gone when this object goes.
class DemoWorld {
  public:
    /// `pack` is a folder under assets/packs. Throws std::runtime_error saying which step failed.
    DemoWorld(const std::filesystem::path& pack, const std::filesystem::path& assets);
    ~DemoWorld();
    DemoWorld(const DemoWorld&) = delete;
    DemoWorld& operator=(const DemoWorld&) = delete;

    std::filesystem::path home() const { return folder_ / "kiosk"; }
    std::filesystem::path sync_folder() const { return headquarters_root() / "sync"; }
    std::filesystem::path headquarters_root() const { return folder_ / "headquarters"; }
    std::filesystem::path folder() const { return folder_; }

    /// Saturday 13 June 2026, 10:24 in the showroom: campaigns run, and a morning lies behind.
    static WallTime opening();

    /// Runs foyer-hq as if it were `now`; gives back what it printed. Throws std::runtime_error
    /// with its words if it refuses.
    std::string headquarters(WallTime now, std::vector<std::string> arguments) const;

    /// The referrer every tour meets: phone, and the payload of the QR code headquarters issued.
    const std::string& referrer_phone() const { return referrer_phone_; }
    const std::string& referrer_code() const { return referrer_code_; }

  private:
    void prepare();
    void exchange(ManualClock& clock) const;
    void live_through_history(ManualClock& clock);

    std::filesystem::path pack_folder_, assets_, folder_;
    Pack pack_;
    std::string referrer_phone_, referrer_code_;
};

}  // namespace foyer::kiosk
