#pragma once

#include <map>
#include <string>
#include <string_view>

namespace foyer::fuzz {

/// What a target begins with, by name: pieces of the golden files.
std::map<std::string, std::string> seeds(std::string_view target);

}  // namespace foyer::fuzz
