#include "shared/pack/counted_text.h"

namespace foyer {

std::string fill(std::string text, const std::string& name, const std::string& value) {
    const std::string place = "{" + name + "}";
    for (std::size_t at = text.find(place); at != std::string::npos;
         at = text.find(place, at + value.size())) {
        text.replace(at, place.size(), value);
    }
    return text;
}

std::string CountedText::in(Locale locale, std::int64_t count) const {
    const bool single = count == 1 && !one.empty();
    return fill((single ? one : other).in(locale), "count", std::to_string(count));
}

}  // namespace foyer
