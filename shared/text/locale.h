#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// The languages of every screen (design §6).
enum class Locale { zh_hans, zh_hant, en };

constexpr std::array<Locale, 3> all_locales = {Locale::zh_hans, Locale::zh_hant, Locale::en};

/// BCP 47 tag: "zh-Hans", "zh-Hant", "en".
std::string_view locale_tag(Locale locale);

/// The locale of a tag as locale_tag() writes it; nothing for any other.
std::optional<Locale> locale_from_tag(std::string_view tag);

/// A text of the pack in every language. English or Traditional may be empty: then Simplified
/// stands in.
struct LocalizedText {
    std::string zh_hans, zh_hant, en;

    const std::string& in(Locale locale) const {
        if (locale == Locale::zh_hant && !zh_hant.empty()) return zh_hant;
        if (locale == Locale::en && !en.empty()) return en;
        return zh_hans;
    }
    bool empty() const { return zh_hans.empty(); }
    bool operator==(const LocalizedText&) const = default;
};

}  // namespace foyer
