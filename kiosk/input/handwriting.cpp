#include "kiosk/input/handwriting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <set>
#include <stdexcept>

#include "kiosk/input/character_tables.h"
#include "kiosk/input/handwriting_features.h"
#include "kiosk/input/handwriting_templates.h"
#include "shared/text/characters.h"
#include "shared/world/files.h"

namespace foyer::kiosk {
namespace {

constexpr std::uint64_t most_bytes = std::uint64_t(20) << 20;
constexpr std::size_t dimensions = HandwritingTemplates::dimensions;
/// The first dimensions tell characters apart best: by them alone the shortlist is made.
constexpr std::size_t coarse_dimensions = 32;
constexpr std::size_t least_shortlist = 500;
/// How much squared distance a character may make up for by being e times commoner.
constexpr float prior_weight = 6;
/// How much of what is believed of a name's characters comes from names, not from running text.
constexpr float share_of_names = 0.5f;

/// For each character how much rarity speaks against it.
using Doubts = std::vector<float>;

Doubts doubts_in_text(const HandwritingTemplates& file, Script script) {
    Doubts doubts(file.characters.size());
    for (std::size_t i = 0; i < doubts.size(); ++i)
        doubts[i] = file.rarities[i * rarity_columns + std::size_t(script)] / rarity_scale;
    return doubts;
}

Doubts doubts_in_names(const HandwritingTemplates& file, Script script) {
    Doubts doubts = doubts_in_text(file, script);
    float sum = 0;
    for (const char32_t character : file.characters)
        sum += name_weight(character, script);
    for (std::size_t i = 0; i < doubts.size(); ++i) {
        const float of_names = name_weight(file.characters[i], script) / sum;
        doubts[i] =
            -std::log(share_of_names * of_names + (1 - share_of_names) * std::exp(-doubts[i]));
    }
    return doubts;
}

/// Where a drawing lies in the space of templates, in steps.
using Place = std::array<std::int16_t, dimensions>;

struct Match {
    float doubt = 0;
    std::uint32_t index = 0;  ///< of the template

    bool operator<(const Match& other) const {
        return doubt != other.doubt ? doubt < other.doubt : index < other.index;
    }
};

template <std::size_t Count, class Number>
std::int32_t squared_distance(const std::int16_t* from, const Number* to) {
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < Count; ++i) {
        const std::int32_t apart = from[i] - to[i];
        sum += apart * apart;
    }
    return sum;
}

}  // namespace

/// The file, made ready for questions.
struct Handwriting::Templates {
    HandwritingTemplates file;
    std::vector<std::int16_t> coarse;  ///< the first coarse_dimensions of each template's place
    Doubts in_text[2], in_names[2];

    explicit Templates(std::string_view bytes) : file(decode_handwriting_templates(bytes)) {
        coarse.reserve(file.characters.size() * coarse_dimensions);
        for (std::size_t i = 0; i < file.characters.size(); ++i) {
            const auto place = file.places.begin() + std::ptrdiff_t(i * dimensions);
            coarse.insert(coarse.end(), place, place + coarse_dimensions);
        }
        for (const Script script : {Script::simplified, Script::traditional}) {
            in_text[std::size_t(script)] = doubts_in_text(file, script);
            in_names[std::size_t(script)] = doubts_in_names(file, script);
        }
    }

    Place place_of(const InkFeatures& features) const {
        Place place;
        for (std::size_t row = 0; row < dimensions; ++row) {
            const float* weights = file.projection.data() + row * feature_count;
            const float sum = std::inner_product(features.begin(), features.end(), weights, 0.0f);
            place[row] = std::int16_t(
                std::clamp(std::round((sum - file.origin[row]) / file.step), -1000.0f, 1000.0f));
        }
        return place;
    }

    /// Every template, with how far it lies from `drawn` in the coarse dimensions.
    std::vector<Match> coarse_matches(const Place& drawn, const Doubts& doubts) const {
        std::vector<Match> matches(file.characters.size());
        for (std::size_t i = 0; i < matches.size(); ++i) {
            const std::int16_t* to = coarse.data() + i * coarse_dimensions;
            const float apart = float(squared_distance<coarse_dimensions>(drawn.data(), to));
            matches[i] = {apart * file.step * file.step + prior_weight * doubts[i],
                          std::uint32_t(i)};
        }
        return matches;
    }

    void add_fine_distance(const Place& drawn, Match& match) const {
        constexpr std::size_t fine = dimensions - coarse_dimensions;
        const std::int8_t* to = file.places.data() + match.index * dimensions + coarse_dimensions;
        const float apart = float(squared_distance<fine>(drawn.data() + coarse_dimensions, to));
        match.doubt += apart * file.step * file.step;
    }
};

Handwriting::Handwriting(const std::filesystem::path& templates) {
    const std::optional<std::string> bytes = SystemFiles().read(templates, most_bytes);
    if (!bytes) throw std::runtime_error(templates.string() + ": there is no such file");
    try {
        templates_ = std::make_unique<const Templates>(*bytes);
    } catch (const std::runtime_error& fault) {
        throw std::runtime_error(templates.string() + ": " + fault.what());
    }
}

Handwriting::~Handwriting() = default;

std::vector<std::string> Handwriting::recognise(const InkQuery& query) const {
    const std::vector<InkPiece> pieces = normalised(cleaned(query.strokes));
    if (pieces.empty() || query.limit == 0) return {};
    const Templates& templates = *templates_;
    const std::size_t script = std::size_t(query.script);
    const Place drawn = templates.place_of(features_of(pieces));
    std::vector<Match> matches = templates.coarse_matches(
        drawn, query.name ? templates.in_names[script] : templates.in_text[script]);

    // Several templates may stand for one character.
    const std::size_t wanted = std::max(least_shortlist, std::min(query.limit, matches.size()) * 4);
    if (wanted < matches.size()) {
        const auto end = matches.begin() + std::ptrdiff_t(wanted);
        std::nth_element(matches.begin(), end, matches.end());
        matches.erase(end, matches.end());
    }
    for (Match& match : matches)
        templates.add_fine_distance(drawn, match);
    std::sort(matches.begin(), matches.end());
    std::vector<std::string> characters;
    std::set<char32_t> seen;
    for (const Match& match : matches) {
        if (characters.size() == query.limit) break;
        const char32_t character = templates.file.characters[match.index];
        if (seen.insert(character).second) characters.push_back(utf8_of(character));
    }
    return characters;
}

}  // namespace foyer::kiosk
