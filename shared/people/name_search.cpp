#include "shared/people/name_search.h"

#include <algorithm>

#include "shared/people/names.h"

namespace foyer {
namespace {

/// More names than a showroom has; whoever exceeds them pays for reading anew.
constexpr std::size_t most_readings = 200'000;

/// Small letters without what people put between words.
std::string plain(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (c == ' ' || c == '\'' || c == '-' || c == ',') continue;
        letters += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    return letters;
}

}  // namespace

const NameSearch::Reading& NameSearch::reading(const std::string& name) {
    if (readings_.size() >= most_readings) readings_.clear();
    const auto [found, fresh] = readings_.try_emplace(name);
    if (fresh) found->second = {sort_key(name), plain(initials(name))};
    return found->second;
}

bool NameSearch::matches(const std::string& name, std::string_view typed) {
    const std::string sought = plain(typed);
    if (sought.empty() || name.empty()) return false;
    const bool latin =
        std::all_of(sought.begin(), sought.end(), [](unsigned char c) { return c < 0x80; });
    if (!latin) return plain(name).find(sought) != std::string::npos;
    const Reading& read = reading(name);
    if (read.initials.starts_with(sought)) return true;
    // From the beginning of any word on.
    for (std::size_t at = 0; at != std::string::npos;) {
        if (plain(std::string_view(read.key).substr(at)).starts_with(sought)) return true;
        at = read.key.find(' ', at);
        if (at != std::string::npos) ++at;
    }
    return false;
}

}  // namespace foyer
