// Runs at build time: compile_handwriting_templates OUT SIMPLIFIED TRADITIONAL FONT...
// SIMPLIFIED and TRADITIONAL are word lists with counts, FONT a font in handwriting style.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <span>

#include "kiosk/input/handwriting_features.h"
#include "kiosk/input/handwriting_templates.h"
#include "kiosk/input/templates/character_frequency.h"
#include "kiosk/input/templates/discriminant.h"
#include "kiosk/input/templates/hand.h"
#include "kiosk/input/templates/skeleton.h"

namespace foyer::kiosk {
namespace {

constexpr int em_pixels = 128;
/// The directions are learnt from this many of the commonest characters of each script.
constexpr std::size_t lessons_a_script = 2000;
constexpr int drawings_to_learn_from = 10;
constexpr int drawings_a_template = 16;
/// Share of strokes joined to the next, in turn.
constexpr float joining[] = {0, 0, 0.15f, 0.3f, 0.5f};
/// What of a character's frequency in one script counts in the other, and what the rarest has.
constexpr double foreign_share = 0.02, least_share = 1e-7;

struct Shape {
    char32_t character = 0;
    std::vector<InkStroke> strokes;
};

void add_shapes(const std::filesystem::path& font, std::vector<Shape>& shapes) {
    const FontOutlines outlines(font, em_pixels);
    const std::size_t before = shapes.size();
    for (const char32_t character : outlines.characters()) {
        std::vector<InkStroke> strokes = cleaned(pen_strokes(outlines.draw(character)));
        if (!strokes.empty()) shapes.push_back({character, std::move(strokes)});
    }
    if (shapes.size() < before + 2 * HandwritingTemplates::dimensions)
        throw std::runtime_error(font.string() + ": too few Chinese characters in this font");
}

/// In the order of characters; what several fonts have comes several times.
std::vector<Shape> shapes_of(std::span<char*> fonts) {
    std::vector<Shape> shapes;
    for (const char* font : fonts)
        add_shapes(font, shapes);
    std::stable_sort(shapes.begin(), shapes.end(),
                     [](const Shape& a, const Shape& b) { return a.character < b.character; });
    return shapes;
}

/// The character as printed, then as a hand draws it, more or less joined.
Eigen::MatrixXf drawings_of(const Shape& shape, int count, Hand& hand) {
    Eigen::MatrixXf drawings(feature_count, count);
    for (int i = 0; i < count; ++i) {
        const InkFeatures features = features_of(
            normalised(i == 0 ? shape.strokes
                              : cleaned(hand.draw(shape.strokes, joining[std::size_t(i) % 5]))));
        drawings.col(i) = Eigen::Map<const Eigen::VectorXf>(features.data(), feature_count);
    }
    return drawings;
}

bool is_lesson(char32_t character, const CharacterFrequency& frequency, double least) {
    const auto found = frequency.find(character);
    return found != frequency.end() && found->second >= least;
}

/// The share of the last of the commonest `count`.
double share_at(const CharacterFrequency& frequency, std::size_t count) {
    std::vector<double> shares;
    for (const auto& [character, share] : frequency)
        shares.push_back(share);
    std::sort(shares.rbegin(), shares.rend());
    return shares[std::min(count, shares.size()) - 1];
}

std::uint8_t rarity(char32_t character, const CharacterFrequency& own,
                    const CharacterFrequency& other) {
    const auto share = [character](const CharacterFrequency& frequency) {
        const auto found = frequency.find(character);
        return found == frequency.end() ? 0.0 : found->second;
    };
    const double sum = share(own) + foreign_share * share(other) + least_share;
    return std::uint8_t(std::clamp(-std::log(sum) * rarity_scale, 0.0, 255.0));
}

struct Frequencies {
    CharacterFrequency simplified, traditional;
};

Discriminant learn(const std::vector<Shape>& shapes, const Frequencies& frequencies) {
    const double least_simplified = share_at(frequencies.simplified, lessons_a_script);
    const double least_traditional = share_at(frequencies.traditional, lessons_a_script);
    Discriminant discriminant;
    Hand hand(1);
    for (std::size_t i = 0, end = 0; i < shapes.size(); i = end) {
        while (end < shapes.size() && shapes[end].character == shapes[i].character)
            ++end;
        if (!is_lesson(shapes[i].character, frequencies.simplified, least_simplified) &&
            !is_lesson(shapes[i].character, frequencies.traditional, least_traditional)) {
            continue;
        }
        Eigen::MatrixXf drawings(feature_count, drawings_to_learn_from * (end - i));
        for (std::size_t j = i; j < end; ++j) {
            drawings.middleCols(Eigen::Index(drawings_to_learn_from * (j - i)),
                                drawings_to_learn_from) =
                drawings_of(shapes[j], drawings_to_learn_from, hand);
        }
        discriminant.add(drawings);
    }
    return discriminant;
}

HandwritingTemplates compile(const std::vector<Shape>& shapes, const Frequencies& frequencies) {
    constexpr Eigen::Index dimensions = HandwritingTemplates::dimensions;
    Discriminant discriminant = learn(shapes, frequencies);
    const Eigen::MatrixXf directions = discriminant.directions(int(dimensions));
    const Eigen::VectorXf origin = directions * discriminant.origin();

    Hand hand(2);
    Eigen::MatrixXf places(dimensions, Eigen::Index(shapes.size()));
    HandwritingTemplates templates;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const Eigen::MatrixXf drawings = drawings_of(shapes[i], drawings_a_template, hand);
        places.col(Eigen::Index(i)) = directions * drawings.rowwise().mean() - origin;
        templates.characters.push_back(shapes[i].character);
        const CharacterFrequency &simplified = frequencies.simplified,
                                 &traditional = frequencies.traditional;
        templates.rarities.push_back(rarity(shapes[i].character, simplified, traditional));
        templates.rarities.push_back(rarity(shapes[i].character, traditional, simplified));
    }
    templates.step = places.cwiseAbs().maxCoeff() / 127;
    for (const float place : places.reshaped())
        templates.places.push_back(std::int8_t(std::lround(place / templates.step)));
    for (const float weight : directions.transpose().reshaped())
        templates.projection.push_back(weight);
    templates.origin.assign(origin.data(), origin.data() + dimensions);
    return templates;
}

}  // namespace
}  // namespace foyer::kiosk

int main(int count, char** words) {
    using namespace foyer::kiosk;
    try {
        if (count < 5) throw std::runtime_error("arguments: OUT SIMPLIFIED TRADITIONAL FONT...");
        const Frequencies frequencies{read_character_frequency(words[2]),
                                      read_character_frequency(words[3])};
        const std::vector<Shape> shapes = shapes_of({words + 4, words + count});
        std::ofstream out(words[1], std::ios::binary);
        out << encode(compile(shapes, frequencies));
        if (!out.flush()) throw std::runtime_error(std::string(words[1]) + ": cannot be written");
        return 0;
    } catch (const std::exception& fault) {
        std::cerr << "compile_handwriting_templates: " << fault.what() << std::endl;
        return 1;
    }
}
