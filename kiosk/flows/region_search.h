#pragma once

#include <string_view>
#include <vector>

#include "shared/people/phone.h"

namespace foyer::kiosk {

/// The regions of a number that match what was typed: the beginning of a word of the name in the
/// locale or in English, the first letters of its Pinyin, or the beginning of the calling code.
/// Nothing typed: the likeliest, then all others. UI thread.
std::vector<const PhoneRegion*> search_regions(std::string_view sought, Locale locale);

}  // namespace foyer::kiosk
