#include "kiosk/flows/region_search.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "shared/people/names.h"

namespace foyer::kiosk {
namespace {

std::string lower(std::string_view text) {
    std::string low;
    for (const char c : text)
        low += char(std::tolower(static_cast<unsigned char>(c)));
    return low;
}

bool begins_a_word(const std::string& name, const std::string& sought) {
    for (std::size_t at = 0; at != std::string::npos;) {
        if (name.compare(at, sought.size(), sought) == 0) return true;
        at = name.find_first_of(" (-&", at);
        if (at != std::string::npos) ++at;
    }
    return false;
}

/// What of a region is compared, made once.
struct Searchable {
    const PhoneRegion* region;
    std::string english, initials;
};

const std::vector<Searchable>& searchable() {
    static const std::vector<Searchable> all = [] {
        std::vector<Searchable> made;
        for (const PhoneRegion& region : all_phone_regions())
            made.push_back({&region, lower(region.name.en), initials(region.name.zh_hans)});
        return made;
    }();
    return all;
}

}  // namespace

std::vector<const PhoneRegion*> search_regions(std::string_view sought, Locale locale) {
    std::string low = lower(sought);
    if (low.starts_with('+')) low.erase(0, 1);
    std::vector<const PhoneRegion*> found;
    for (const Searchable& one : searchable()) {
        const PhoneRegion& region = *one.region;
        if (low.empty() || begins_a_word(one.english, low) || one.initials.starts_with(low) ||
            region.calling_code.starts_with(low) || region.name.in(locale).starts_with(sought))
            found.push_back(one.region);
    }
    return found;
}

}  // namespace foyer::kiosk
