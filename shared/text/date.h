#pragma once

#include <charconv>
#include <chrono>
#include <compare>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// A day of the calendar in the showroom's time zone, without a time of day.
struct Date {
    int year = 1970, month = 1, day = 1;

    auto operator<=>(const Date&) const = default;

    /// Whether the calendar has this day (2026-02-30 is none).
    constexpr bool valid() const {
        return year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
               calendar().ok();
    }

    /// Local day number: days since 1970-01-01.
    constexpr std::int64_t day_number() const {
        return std::chrono::sys_days(calendar()).time_since_epoch().count();
    }

    /// The day of a local day number.
    static constexpr Date from_day_number(std::int64_t number) {
        const std::chrono::year_month_day date{
            std::chrono::sys_days{std::chrono::days{static_cast<int>(number)}}};
        return {static_cast<int>(date.year()),
                static_cast<int>(static_cast<unsigned>(date.month())),
                static_cast<int>(static_cast<unsigned>(date.day()))};
    }

    /// "2026-06-13"
    std::string iso() const {
        char text[40];
        std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
        return text;
    }

    /// Reads exactly "YYYY-MM-DD"; nothing for any other text or a day the calendar has not.
    static std::optional<Date> from_iso(std::string_view text) {
        if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
        const auto number = [&](std::size_t at, std::size_t length) {
            int value = -1;
            const char* end = text.data() + at + length;
            const auto read = std::from_chars(text.data() + at, end, value);
            return read.ec == std::errc{} && read.ptr == end ? value : -1;
        };
        const Date date{number(0, 4), number(5, 2), number(8, 2)};
        if (!date.valid()) return std::nullopt;
        return date;
    }

  private:
    constexpr std::chrono::year_month_day calendar() const {
        return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                std::chrono::day(static_cast<unsigned>(day))};
    }
};

}  // namespace foyer
