#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "kiosk/input/unihan.h"
#include "shared/text/characters.h"

/// Reading the lists in names/, at build time only.
namespace foyer::kiosk {

struct SurnameEntry {
    std::u32string text;  ///< simplified
    /// Syllables, first as the surname is read, then as it is misread.
    std::vector<std::vector<std::string>> readings;
};

struct GivenWeight {
    char32_t character = 0;
    double alone = 0, first = 0, second = 0;
};

class NameLists {
  public:
    /// The folder of the lists. Throws
    /// std::runtime_error that names file and entry for what is written wrongly.
    NameLists(const std::filesystem::path& folder, const Unihan& unihan);

    std::vector<SurnameEntry> surnames, compound_surnames;

    /// Single surnames in the order of those who write a script.
    std::vector<SurnameEntry> surnames_of(Script script) const;

    enum class Use { surname, given };
    /// The ways a script writes what is listed in simplified characters, the usual one first.
    std::vector<std::u32string> written(const std::u32string& simplified, Script script,
                                        const Unihan& unihan, Use use) const;

    /// By syllable, the likeliest first.
    std::map<std::string, std::vector<GivenWeight>> given(Script script,
                                                          const Unihan& unihan) const;

  private:
    void read_surnames(const std::filesystem::path& file, const Unihan& unihan);
    void read_compound_surnames(const std::filesystem::path& file);
    void read_traditional(const std::filesystem::path& file);
    void read_given(const std::filesystem::path& file, const Unihan& unihan);
    void weigh();
    double weight_of(char32_t character, std::size_t place, Script script, bool at_home) const;

    std::vector<char32_t> forms_of(char32_t simplified, const Unihan& unihan, Use use) const;

    std::map<char32_t, std::vector<char32_t>> traditional_, traditional_surnames_;
    std::u32string common_, common_traditional_, surnames_traditional_;
    std::set<char32_t> alone_, first_, second_;
    std::map<std::string, std::u32string> by_reading_;
    std::map<Script, std::map<std::string, std::vector<GivenWeight>>> given_;
};

}  // namespace foyer::kiosk
