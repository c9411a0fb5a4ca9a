#include "shared/text/locale.h"

namespace foyer {

std::string_view locale_tag(Locale locale) {
    switch (locale) {
        case Locale::zh_hans:
            return "zh-Hans";
        case Locale::zh_hant:
            return "zh-Hant";
        case Locale::en:
            break;
    }
    return "en";
}

std::optional<Locale> locale_from_tag(std::string_view tag) {
    for (const Locale locale : all_locales) {
        if (locale_tag(locale) == tag) return locale;
    }
    return std::nullopt;
}

}  // namespace foyer
