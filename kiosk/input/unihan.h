#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/input/composer.h"

/// Reading the Unicode Han database, at build time only.
namespace foyer::kiosk {

struct UnihanReading {
    char32_t character = 0;
    int tone = 5;
    bool usual = false;  ///< of today, not only of old books
};

class Unihan {
  public:
    /// Unihan_Readings.txt and Unihan_Variants.txt. Throws std::runtime_error for files that are
    /// missing or empty.
    Unihan(const std::filesystem::path& readings, const std::filesystem::path& variants);

    /// By Pinyin without tone (ü as v), the usual characters first.
    const std::map<std::string, std::vector<UnihanReading>>& by_syllable() const {
        return by_syllable_;
    }
    /// The commonest reading, "" if there is none.
    std::string usual_reading(char32_t character) const;
    bool can_be_read(char32_t character, const std::string& syllable) const;
    /// Its traditional forms; itself if it has none.
    std::vector<char32_t> traditional(char32_t simplified) const;
    /// Characters that only the other script writes, in the order of their numbers.
    const std::set<char32_t>& foreign_to(Script script) const {
        return script == Script::simplified ? only_traditional_ : only_simplified_;
    }

  private:
    void read_readings(const std::filesystem::path& file);
    void read_variants(const std::filesystem::path& file);
    void add(char32_t character, std::string_view field, std::string_view value);

    /// By character and syllable with its tone at the end ("zhang1"): how far down its source is.
    std::map<char32_t, std::map<std::string, int>> rarity_;
    std::map<char32_t, std::string> usual_;
    std::map<std::string, std::vector<UnihanReading>> by_syllable_;
    std::map<char32_t, std::vector<char32_t>> traditional_;
    std::set<char32_t> only_traditional_, only_simplified_;
};

}  // namespace foyer::kiosk
