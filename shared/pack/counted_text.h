#pragma once

#include <cstdint>
#include <string>

#include "shared/text/locale.h"

namespace foyer {

/// `text` with every "{name}" replaced by `value`.
std::string fill(std::string text, const std::string& name, const std::string& value);

/// A text of the pack with a number in it: "{count} 户", "{count} homes". `one` is for exactly one
/// ("1 home"); where it is empty, `other` serves (Chinese).
struct CountedText {
    LocalizedText one, other;

    /// The text for `count`, with its digits filled in.
    std::string in(Locale locale, std::int64_t count) const;
};

}  // namespace foyer
