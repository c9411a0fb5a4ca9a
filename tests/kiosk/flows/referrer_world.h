#pragma once

#include <optional>
#include <string>

#include "kiosk/flows/identify_referrer.h"
#include "tests/shared/journal/records.h"

namespace foyer::kiosk {

/// A showroom as referrers meet it: a real desk on a store on disk, the demonstration's pack, a
/// headquarters' code keys, and a referrer with a code (phone ending 8216).
struct ReferrerWorld {
    ReferrerWorld();

    std::int64_t today() const;
    std::string qr_of(std::uint64_t id, std::int64_t days_valid = 30) const;
    /// Somebody comes in, sent by the referrer unless told otherwise.
    Id send_friend(const std::string& e164, const std::string& name, VisitOutcome outcome,
                   bool sent = true);
    /// A friend who bought `days` ago, and headquarters has granted the reward.
    void grant_friend(const std::string& e164, const std::string& name);
    LastFourOutcome try_digits(std::string_view digits);
    RewardsView rewards();

    test::TestRecords records;
    CodeSecrets secrets;
    std::optional<CodeKeys> keys;
    Id referrer;
    static constexpr std::uint64_t code_id = 4711;
};

}  // namespace foyer::kiosk
