#pragma once

#include <span>
#include <string_view>

namespace foyer::fuzz {

/// A reader of bytes nobody vouches for, and what must be true of whatever it accepts. Aborts if it
/// is not; a crash or a sanitizer's word is the other way to fail.
struct Target {
    std::string_view name;
    void (*run)(std::string_view bytes);
};

std::span<const Target> targets();

/// Nothing if there is none of this name.
const Target* target(std::string_view name);

}  // namespace foyer::fuzz
