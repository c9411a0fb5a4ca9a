#include "shared/model/calendar.h"

#include <unicode/timezone.h>
#include <unicode/unistr.h>

namespace foyer {

struct Calendar::Zone {
    std::unique_ptr<icu::TimeZone> zone;
};

Calendar::Calendar(const std::string& time_zone) : zone_(std::make_unique<Zone>()) {
    zone_->zone.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(time_zone)));
}

Calendar::~Calendar() = default;
Calendar::Calendar(Calendar&&) noexcept = default;
Calendar& Calendar::operator=(Calendar&&) noexcept = default;

std::int64_t Calendar::day(WallTime when) const {
    std::int32_t raw = 0, daylight = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone_->zone->getOffset(double(when), false, raw, daylight, status);
    const WallTime local = when + raw + daylight;
    return local >= 0 ? local / one_day : -((-local + one_day - 1) / one_day);
}

}  // namespace foyer
