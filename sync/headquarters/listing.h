#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sync/headquarters.h"

namespace foyer::sync {

/// What `foyer-hq` prints. Names of people are in listings of referrals and claims, which their
/// reader is entitled to; they are never logged.
std::string status_text(const HeadquartersStatus& status);
std::string status_json(const HeadquartersStatus& status);
std::string referrals_text(Headquarters& headquarters);
std::string referrals_json(Headquarters& headquarters);
/// One line about a round; no names.
std::string run_text(const RunReport& report);

/// "2026-06-13T02:24:00Z"; empty for 0.
std::string iso_time(WallTime when);
/// Reads a moment in ISO 8601 with its offset: "2026-06-13T10:24+08:00", "2026-06-13T02:24:30Z".
std::optional<WallTime> from_iso_time(std::string_view text);

}  // namespace foyer::sync
