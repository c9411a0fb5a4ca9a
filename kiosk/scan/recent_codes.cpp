#include "kiosk/scan/recent_codes.h"

#include <algorithm>

namespace foyer::kiosk {
namespace {

constexpr std::int64_t out_of_sight = 2000;  // ms

}  // namespace

bool RecentCodes::is_new(const std::string& text, std::int64_t now) {
    std::erase_if(seen_, [now](const Seen& seen) { return now - seen.at >= out_of_sight; });
    const auto found = std::find_if(seen_.begin(), seen_.end(),
                                    [&text](const Seen& seen) { return seen.text == text; });
    if (found != seen_.end()) {
        found->at = now;
        return false;
    }
    seen_.push_back({text, now});
    return true;
}

}  // namespace foyer::kiosk
