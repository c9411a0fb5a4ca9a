#pragma once

#include <filesystem>
#include <memory>

#include "kiosk/program/program.h"
#include "tests/shared/journal/records.h"

namespace foyer::bench {

/// The real program without a display, over a store with `visits` visits and a pack with `cases`
/// cases, for measuring how long its frames take to build.
class LargeShowroom {
  public:
    LargeShowroom(int visits, int cases, int pixel_width, int pixel_height);

    kiosk::Program& program() { return *program_; }
    /// The referrer with the most friends.
    Id referrer() const;

  private:
    void fill_store(int visits);
    std::filesystem::path enlarged_pack(int cases) const;

    test::TemporaryFolder folder_;
    ShiftedClock clock_;
    SystemRandom random_;
    SystemFiles files_;
    std::unique_ptr<kiosk::Program> program_;
};

}  // namespace foyer::bench
