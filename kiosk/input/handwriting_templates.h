#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// The file of templates: what the matcher knows of every character. Made at build time by
/// compile_handwriting_templates; templates/FORMAT.md describes the bytes.
namespace foyer::kiosk {

/// Simplified and traditional text.
constexpr std::size_t rarity_columns = 2;
/// A rarity greater by this much: e times rarer.
constexpr float rarity_scale = 12;

struct HandwritingTemplates {
    /// Kept of every feature vector: the directions in which characters differ most compared with
    /// how much drawings of one character differ.
    static constexpr std::size_t dimensions = 128;

    std::vector<float> projection;  ///< `dimensions` rows of feature_count
    std::vector<float> origin;      ///< `dimensions`: what the average character projects to
    float step = 0;                 ///< what 1 in `places` stands for
    /// Ascending; a character that is written in several ways comes several times.
    std::vector<char32_t> characters;
    std::vector<std::uint8_t> rarities;  ///< in the text of either script, for each character
    std::vector<std::int8_t> places;     ///< `dimensions` for each character
};

std::string encode(const HandwritingTemplates& templates);

/// Throws std::runtime_error that says what is wrong with the bytes.
HandwritingTemplates decode_handwriting_templates(std::string_view bytes);

}  // namespace foyer::kiosk
