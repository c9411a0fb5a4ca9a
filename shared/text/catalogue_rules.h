#pragma once

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// One file of the catalogue: assets/locales/<area>.json.
struct CatalogueFile {
    std::string name;  ///< for messages, e.g. "common.json"
    std::string json;
};

/// One key with its three languages in the order of Locale.
struct CatalogueEntry {
    std::string key;
    std::array<std::string, 3> texts;
    bool has_places = false;  ///< a MessageFormat pattern rather than a plain text
};

/// The catalogue breaks its rules. `what()` lists every fault, one a line.
class CatalogueError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Reads all files and keeps the order of their keys. Rules:
/// - keys are lower-case C++ identifiers, each once over all files;
/// - each key has exactly "zh-Hans", "zh-Hant" and "en", none of them empty;
/// - a text with `{` is a valid ICU pattern, with the same named places in every language;
/// - English is written with straight ' and ", without full-width punctuation;
/// - Chinese is written with full-width ，。？！；：（） and “ ”.
/// Throws CatalogueError naming file, key, language and fault.
std::vector<CatalogueEntry> read_catalogue(const std::vector<CatalogueFile>& files);

/// The header with `enum class Text`.
std::string catalogue_header(const std::vector<CatalogueEntry>& entries);

/// The source with the table the header declares.
std::string catalogue_source(const std::vector<CatalogueEntry>& entries);

}  // namespace foyer
