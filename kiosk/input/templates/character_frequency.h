#pragma once

#include <filesystem>
#include <map>

namespace foyer::kiosk {

/// Shares of characters in running text, adding up to 1.
using CharacterFrequency = std::map<char32_t, double>;

/// From a word list of the Rime input methods: a word, a tab, perhaps its reading and a tab, how
/// often it was counted. Only words of one character are looked at. Throws std::runtime_error
/// that names the file if it has none.
CharacterFrequency read_character_frequency(const std::filesystem::path& word_list);

}  // namespace foyer::kiosk
