#include "kiosk/input/templates/character_frequency.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>

#include "shared/text/characters.h"

namespace foyer::kiosk {

CharacterFrequency read_character_frequency(const std::filesystem::path& word_list) {
    CharacterFrequency frequency;
    double sum = 0;
    std::ifstream file(word_list);
    for (std::string line; std::getline(file, line);) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos || tab > 4) continue;
        const std::u32string word = characters_of(line.substr(0, tab));
        if (word.size() != 1) continue;
        const double count = std::strtod(line.c_str() + line.rfind('\t') + 1, nullptr);
        if (count <= 0) continue;
        frequency[word[0]] += count;
        sum += count;
    }
    if (frequency.empty())
        throw std::runtime_error(word_list.string() + ": no characters with counts in it");
    for (auto& [character, share] : frequency)
        share /= sum;
    return frequency;
}

}  // namespace foyer::kiosk
