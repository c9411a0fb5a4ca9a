#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace foyer::kiosk {

/// Remembers what the camera has just seen, so that a code held still is told once. One thread.
class RecentCodes {
  public:
    /// True unless the same text was seen less than two seconds before `now` (milliseconds).
    bool is_new(const std::string& text, std::int64_t now);

  private:
    struct Seen {
        std::string text;
        std::int64_t at = 0;
    };
    std::vector<Seen> seen_;
};

}  // namespace foyer::kiosk
