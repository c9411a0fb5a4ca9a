#include "shared/text/translator.h"

#include "shared/text/text_keys.h"

#include <unicode/gregocal.h>
#include <unicode/msgfmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <array>
#include <cassert>
#include <stdexcept>

namespace foyer {
namespace {

std::string utf8(const icu::UnicodeString& text) {
    std::string bytes;
    return text.toUTF8String(bytes);
}

void check(UErrorCode status, const std::string& doing) {
    if (U_FAILURE(status)) throw std::runtime_error(doing + ": " + u_errorName(status));
}

/// British English, for its order of day and month.
icu::Locale icu_locale(Locale locale) {
    if (locale == Locale::en) return icu::Locale("en", "GB");
    return icu::Locale(locale == Locale::zh_hans ? "zh_Hans_CN" : "zh_Hant_TW");
}

struct DatePatterns {
    const char* day_and_weekday;
    const char* month_and_day;
    const char* full_date;
};

constexpr DatePatterns chinese_dates = {"M月d日 EEE", "M月d日", "y年M月d日"};
constexpr DatePatterns english_dates = {"EEE d MMMM", "d MMMM", "d MMMM y"};

icu::Formattable formattable(const TextArgument& argument) {
    if (const auto* whole = std::get_if<std::int64_t>(&argument.second)) {
        return icu::Formattable(*whole);
    }
    if (const auto* real = std::get_if<double>(&argument.second)) return icu::Formattable(*real);
    return icu::Formattable(icu::UnicodeString::fromUTF8(std::get<std::string>(argument.second)));
}

/// "1,800": the three languages group alike.
std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) {
        digits.insert(at - 3, ",");
    }
    return digits;
}

std::uint64_t magnitude(std::int64_t number) {
    return number < 0 ? 0 - std::uint64_t(number) : std::uint64_t(number);
}

}  // namespace

struct Translator::Patterns {
    Patterns(Locale chosen, const std::string& zone_name)
        : locale(chosen),
          icu(icu_locale(chosen)),
          zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone_name))) {
        if (*zone == icu::TimeZone::getUnknown()) {
            throw std::runtime_error("no time zone is called " + zone_name);
        }
        const DatePatterns& dates = locale == Locale::en ? english_dates : chinese_dates;
        time_of_day = date_format("HH:mm");
        day_and_weekday = date_format(dates.day_and_weekday);
        month_and_day = date_format(dates.month_and_day);
        full_date = date_format(dates.full_date);
        for (std::size_t i = 0; i < text_count; ++i) {
            texts[i] = text_catalogue[i].texts[std::size_t(locale)];
        }
    }

    std::unique_ptr<icu::SimpleDateFormat> date_format(const char* pattern) const {
        UErrorCode status = U_ZERO_ERROR;
        auto format = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString::fromUTF8(pattern),
                                                              icu, status);
        check(status, "cannot write dates");
        format->setTimeZone(*zone);
        return format;
    }

    const icu::MessageFormat& message(Text key) {
        auto& kept = messages[std::size_t(key)];
        if (!kept) {
            UErrorCode status = U_ZERO_ERROR;
            kept = std::make_unique<icu::MessageFormat>(
                icu::UnicodeString::fromUTF8(texts[std::size_t(key)]), icu, status);
            check(status, "cannot read the text " + texts[std::size_t(key)]);
        }
        return *kept;
    }

    Locale locale;
    icu::Locale icu;
    std::unique_ptr<icu::TimeZone> zone;
    std::unique_ptr<icu::SimpleDateFormat> time_of_day, day_and_weekday, month_and_day, full_date;
    std::array<std::string, text_count> texts;
    std::array<std::unique_ptr<icu::MessageFormat>, text_count> messages;
};

namespace {

std::string formatted(const icu::SimpleDateFormat& format, WallTime when) {
    icu::UnicodeString text;
    return utf8(format.format(UDate(when), text));
}

}  // namespace

Translator::Translator(Locale locale, const std::string& time_zone)
    : patterns_(std::make_unique<Patterns>(locale, time_zone)) {}
Translator::~Translator() = default;
Translator::Translator(Translator&&) noexcept = default;
Translator& Translator::operator=(Translator&&) noexcept = default;

void Translator::warm_up() {
    for (const Locale locale : all_locales) {
        UErrorCode status = U_ZERO_ERROR;
        icu::MessageFormat format("{n, plural, other {#}}", icu_locale(locale), status);
        const icu::UnicodeString name("n");
        const icu::Formattable value(std::int32_t(1));
        icu::UnicodeString text;
        format.format(&name, &value, 1, text, status);
        check(status, "ICU cannot fill texts");
        Translator(locale).day_and_weekday(0);
    }
}

Locale Translator::locale() const {
    return patterns_->locale;
}

const std::string& Translator::operator()(Text key) const {
    assert(!text_catalogue[std::size_t(key)].has_places && "this text has places to fill");
    return patterns_->texts[std::size_t(key)];
}

std::string Translator::operator()(Text key, const TextArguments& arguments) const {
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const TextArgument& argument : arguments) {
        names.push_back(icu::UnicodeString::fromUTF8(argument.first));
        values.push_back(formattable(argument));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text;
    patterns_->message(key).format(names.data(), values.data(), std::int32_t(names.size()), text,
                                   status);
    check(status, std::string("cannot fill the text ") + text_catalogue[std::size_t(key)].key);
    return utf8(text);
}

std::string Translator::number(std::int64_t number) const {
    return (number < 0 ? "-" : "") + grouped(magnitude(number));
}

std::string Translator::money(std::int64_t fen) const {
    const std::uint64_t size = magnitude(fen);
    std::string text = (fen < 0 ? "-¥" : "¥") + grouped(size / 100);
    if (const unsigned rest = unsigned(size % 100); rest != 0) {
        text += {'.', char('0' + rest / 10), char('0' + rest % 10)};
    }
    return text;
}

std::string Translator::time_of_day(WallTime when) const {
    return formatted(*patterns_->time_of_day, when);
}

std::string Translator::day_and_weekday(WallTime when) const {
    return formatted(*patterns_->day_and_weekday, when);
}

std::string Translator::month_and_day(WallTime when) const {
    return formatted(*patterns_->month_and_day, when);
}

std::string Translator::full_date(WallTime when) const {
    return formatted(*patterns_->full_date, when);
}

std::int64_t Translator::local_day(WallTime when) const {
    std::int32_t standard = 0, daylight = 0;
    UErrorCode status = U_ZERO_ERROR;
    patterns_->zone->getOffset(UDate(when), false, standard, daylight, status);
    check(status, "cannot read the time zone");
    const std::int64_t local = when + standard + daylight;
    return local >= 0 ? local / one_day : (local - one_day + 1) / one_day;
}

}  // namespace foyer
