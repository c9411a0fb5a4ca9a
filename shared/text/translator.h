#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "shared/text/locale.h"
#include "shared/world/clock.h"

namespace foyer {

/// The key of a text, generated from assets/locales. Whoever names keys includes
/// shared/text/text_keys.h; everything else is not built anew when a text is added.
enum class Text : std::uint16_t;

/// A named value for a text with places to fill.
using TextArgument = std::pair<const char*, std::variant<std::int64_t, double, std::string>>;
using TextArguments = std::vector<TextArgument>;

/// Texts, numbers, dates and sums in the language of the moment.
///
/// Keys are typed: `Text` is generated at build time from assets/locales/*.json, where each key
/// holds its three languages side by side, so that a misspelt key does not compile and a missing
/// language does not build. Texts are ICU MessageFormat patterns. UI thread (or one thread each):
/// patterns are compiled once and kept.
class Translator {
  public:
    /// `time_zone` is an Olson name, e.g. "Asia/Shanghai"; throws std::runtime_error for others.
    explicit Translator(Locale locale, const std::string& time_zone = "Asia/Shanghai");
    ~Translator();
    Translator(Translator&&) noexcept;
    Translator& operator=(Translator&&) noexcept;

    /// Makes ICU load what texts and dates need (some 55 ms, once a process), so that the first
    /// filled text does not cost a frame. Any thread, best a background one at start.
    static void warm_up();

    Locale locale() const;

    /// A text without places to fill, as it stands in the catalogue.
    const std::string& operator()(Text key) const;
    /// A text with its places filled; plurals by the language's rules. A place without a value
    /// stays visible as "{name}".
    std::string operator()(Text key, const TextArguments& arguments) const;

    /// "1,800"
    std::string number(std::int64_t number) const;
    /// "¥1,800". Whole yuan have no decimals. `fen` are hundredths of a yuan.
    std::string money(std::int64_t fen) const;
    /// "10:24", on the showroom's wall.
    std::string time_of_day(WallTime when) const;
    /// "6月13日 周六" / "Sat 13 June"
    std::string day_and_weekday(WallTime when) const;
    /// "6月13日" / "13 June"
    std::string month_and_day(WallTime when) const;
    /// "2026年6月13日" / "13 June 2026"
    std::string full_date(WallTime when) const;
    /// Day number of `when` in the showroom's time zone (days since 1970-01-01 there).
    std::int64_t local_day(WallTime when) const;

  private:
    struct Patterns;
    std::unique_ptr<Patterns> patterns_;
};

}  // namespace foyer
