#pragma once

#include <memory>
#include <string>

#include "shared/text/date.h"
#include "shared/world/clock.h"

namespace foyer {

/// The showroom's calendar: which day a moment belongs to in its time zone. One thread at a time.
class Calendar {
  public:
    /// `time_zone` is an Olson name, e.g. "Asia/Shanghai". An unknown name means UTC.
    explicit Calendar(const std::string& time_zone);
    ~Calendar();
    Calendar(Calendar&&) noexcept;
    Calendar& operator=(Calendar&&) noexcept;

    /// Days since 1970-01-01 there.
    std::int64_t day(WallTime when) const;
    Date date(WallTime when) const { return Date::from_day_number(day(when)); }
    int year(WallTime when) const { return date(when).year; }

  private:
    struct Zone;
    std::unique_ptr<Zone> zone_;
};

}  // namespace foyer
