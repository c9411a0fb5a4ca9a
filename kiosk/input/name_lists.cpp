#include "kiosk/input/name_lists.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace foyer::kiosk {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file, const std::string& what) {
    throw std::runtime_error(file.filename().string() + ": " + what);
}

/// Lines without comments and empty ones.
std::vector<std::string> lines_of(const fs::path& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line[0] != '#') lines.push_back(line);
    }
    if (lines.empty()) refuse(path, "missing or empty");
    return lines;
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) {
        if (!part.empty()) parts.push_back(part);
    }
    return parts;
}

/// How likely the character at a rank of the common ones is, and one that is not among them but
/// stands at a place of its reading's line.
double common_weight(std::size_t rank) {
    return 1 / (double(rank) + 12);
}
double other_weight(std::size_t place) {
    return 0.0016 / (1 + 0.35 * double(place));
}

/// A character that is mostly first is rarely second.
double position_factor(bool here, bool elsewhere) {
    return here ? 1.6 : elsewhere ? 0.35 : 1;
}

}  // namespace

NameLists::NameLists(const fs::path& folder, const Unihan& unihan) {
    read_surnames(folder / "surnames.txt", unihan);
    read_compound_surnames(folder / "compound_surnames.txt");
    for (const std::string& line : lines_of(folder / "surnames_traditional.txt")) {
        for (const std::string& word : split(line, ' '))
            surnames_traditional_ += characters_of(word);
    }
    read_traditional(folder / "traditional.txt");
    read_given(folder / "given.txt", unihan);
    weigh();
}

void NameLists::read_surnames(const fs::path& file, const Unihan& unihan) {
    std::set<std::u32string> seen;
    for (const std::string& line : lines_of(file)) {
        for (const std::string& word : split(line, ' ')) {
            const auto parts = split(word, '=');
            SurnameEntry entry{characters_of(parts[0]), {}};
            if (entry.text.size() != 1) refuse(file, word + " is not one character");
            if (!seen.insert(entry.text).second) refuse(file, word + " is listed twice");
            const auto readings = parts.size() > 1
                                      ? split(parts[1], ',')
                                      : std::vector{unihan.usual_reading(entry.text[0])};
            for (const std::string& reading : readings)
                entry.readings.push_back({reading});
            surnames.push_back(entry);
        }
    }
}

void NameLists::read_compound_surnames(const fs::path& file) {
    for (const std::string& line : lines_of(file)) {
        const std::size_t space = line.find(' ');
        if (space == std::string::npos) refuse(file, line + " has no reading");
        SurnameEntry entry{characters_of(line.substr(0, space)), {}};
        for (const std::string& reading : split(line.substr(space), ',')) {
            entry.readings.push_back(split(reading, ' '));
            if (entry.readings.back().size() != entry.text.size()) {
                refuse(file, line + ": a reading has a syllable for each character");
            }
        }
        compound_surnames.push_back(entry);
    }
}

void NameLists::read_traditional(const fs::path& file) {
    for (const std::string& line : lines_of(file)) {
        const auto words = split(line, ' ');
        const char32_t simplified = characters_of(words[0]).at(0);
        bool surname = true;
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (words[i] == "|") {
                surname = false;
                continue;
            }
            const char32_t form = characters_of(words[i]).at(0);
            traditional_[simplified].push_back(form);
            if (surname) traditional_surnames_[simplified].push_back(form);
        }
    }
}

void NameLists::read_given(const fs::path& file, const Unihan& unihan) {
    std::string section;
    for (const std::string& line : lines_of(file)) {
        if (line[0] == '[') {
            section = line.substr(1, line.find(']') - 1);
            continue;
        }
        for (const std::string& word : split(line, ' ')) {
            const char32_t character = characters_of(word).at(0);
            if (section == "common") common_ += character;
            if (section == "common in Traditional") common_traditional_ += character;
            if (section == "alone") alone_.insert(character);
            if (section == "first") first_.insert(character);
            if (section == "second") second_.insert(character);
            if (section != "by reading" || character < 0x80) continue;
            const std::string syllable = line.substr(0, line.find(' '));
            if (!unihan.can_be_read(character, syllable)) {
                refuse(file, word + " is never read " + syllable);
            }
            by_reading_[syllable] += character;
        }
    }
}

double NameLists::weight_of(char32_t character, std::size_t place, Script script,
                            bool at_home) const {
    const auto weight_in = [&](const std::u32string& list) {
        const std::size_t rank = list.find(character);
        return rank == std::u32string::npos || !at_home ? 0 : common_weight(rank);
    };
    const double other = other_weight(place);
    if (script == Script::simplified) return std::max(weight_in(common_), other);
    // Visitors who write Traditional come from the mainland's neighbours and from the mainland.
    return std::max({weight_in(common_traditional_), 0.25 * weight_in(common_), other});
}

void NameLists::weigh() {
    // A common character is common in the reading whose line has it first.
    std::map<char32_t, std::pair<std::size_t, std::string>> home;
    for (const auto& [syllable, characters] : by_reading_) {
        for (std::size_t i = 0; i < characters.size(); ++i) {
            const auto [at, is_new] = home.try_emplace(characters[i], i, syllable);
            if (!is_new && i < at->second.first) at->second = {i, syllable};
        }
    }
    for (const Script script : {Script::simplified, Script::traditional}) {
        for (const auto& [syllable, characters] : by_reading_) {
            for (std::size_t i = 0; i < characters.size(); ++i) {
                const char32_t one = characters[i];
                const bool at_home = home.at(one).second == syllable;
                const double weight = weight_of(one, i, script, at_home);
                const bool first = first_.count(one) > 0, second = second_.count(one) > 0;
                given_[script][syllable].push_back({one, weight * (alone_.count(one) ? 1.6 : 0.35),
                                                    weight * position_factor(first, second),
                                                    weight * position_factor(second, first)});
            }
        }
    }
}

std::vector<SurnameEntry> NameLists::surnames_of(Script script) const {
    std::vector<SurnameEntry> list = surnames;
    if (script == Script::simplified) return list;
    const auto rank = [this](const SurnameEntry& entry) {
        return surnames_traditional_.find(entry.text[0]);
    };
    std::stable_sort(list.begin(), list.end(),
                     [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return list;
}

std::vector<char32_t> NameLists::forms_of(char32_t simplified, const Unihan& unihan,
                                          Use use) const {
    const auto& listed = use == Use::surname ? traditional_surnames_ : traditional_;
    const auto found = listed.find(simplified);
    return found != listed.end() ? found->second : unihan.traditional(simplified);
}

std::vector<std::u32string> NameLists::written(const std::u32string& simplified, Script script,
                                               const Unihan& unihan, Use use) const {
    if (script == Script::simplified) return {simplified};
    std::vector<std::u32string> texts = {U""};
    for (const char32_t character : simplified) {
        std::vector<std::u32string> longer;
        for (const char32_t form : forms_of(character, unihan, use)) {
            for (const std::u32string& text : texts)
                longer.push_back(text + form);
        }
        texts = std::move(longer);
    }
    return texts;
}

std::map<std::string, std::vector<GivenWeight>> NameLists::given(Script script,
                                                                 const Unihan& unihan) const {
    std::map<std::string, std::vector<GivenWeight>> all;
    for (const auto& [syllable, characters] : given_.at(script)) {
        std::vector<GivenWeight>& list = all[syllable];
        for (const GivenWeight& one : characters) {
            double share = 1;
            for (const std::u32string& form :
                 written({one.character}, script, unihan, Use::given)) {
                list.push_back({form[0], one.alone * share, one.first * share, one.second * share});
                share *= 0.15;
            }
        }
        std::stable_sort(list.begin(), list.end(),
                         [](const auto& a, const auto& b) { return a.alone > b.alone; });
        std::set<char32_t> seen;
        std::erase_if(list, [&](const auto& one) { return !seen.insert(one.character).second; });
    }
    return all;
}

}  // namespace foyer::kiosk
