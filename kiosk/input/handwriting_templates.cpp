#include "kiosk/input/handwriting_templates.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <stdexcept>

#include "kiosk/input/handwriting_features.h"
#include "shared/security/digest.h"

namespace foyer::kiosk {
namespace {

constexpr std::string_view magic = "FOYERINK";
constexpr std::uint32_t format_version = 1;
constexpr std::size_t header_size = 8 + 5 * 4;
constexpr std::size_t digest_size = 32;
/// More than Unicode has ideographs.
constexpr std::uint32_t most_characters = 120'000;
constexpr std::size_t dimensions = HandwritingTemplates::dimensions;
constexpr std::size_t bytes_a_character = 4 + rarity_columns + dimensions;
constexpr std::size_t fixed_size = header_size + 4 * dimensions * (feature_count + 1) + digest_size;

void put(std::string& out, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8)
        out.push_back(char(value >> shift & 0xff));
}

/// Reads little-endian numbers from bytes that are known to be long enough.
class Numbers {
  public:
    explicit Numbers(std::string_view bytes) : bytes_(bytes) {}

    std::string_view take(std::size_t count) {
        const std::string_view taken = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return taken;
    }
    std::uint32_t whole() {
        const std::string_view four = take(4);
        std::uint32_t value = 0;
        for (std::size_t i = 4; i-- > 0;)
            value = value << 8 | std::uint8_t(four[i]);
        return value;
    }
    float real() { return std::bit_cast<float>(whole()); }

  private:
    std::string_view bytes_;
};

std::string digest_bytes(std::string_view bytes) {
    const Digest sum = digest(bytes);
    return std::string(sum.begin(), sum.end());
}

}  // namespace

std::string encode(const HandwritingTemplates& templates) {
    std::string out(magic);
    put(out, format_version);
    put(out, feature_count);
    put(out, dimensions);
    put(out, std::uint32_t(templates.characters.size()));
    put(out, std::bit_cast<std::uint32_t>(templates.step));
    for (const float value : templates.projection)
        put(out, std::bit_cast<std::uint32_t>(value));
    for (const float value : templates.origin)
        put(out, std::bit_cast<std::uint32_t>(value));
    for (const char32_t character : templates.characters)
        put(out, character);
    out.append(templates.rarities.begin(), templates.rarities.end());
    out.append(templates.places.begin(), templates.places.end());
    return out + digest_bytes(out);
}

HandwritingTemplates decode_handwriting_templates(std::string_view bytes) {
    if (!bytes.starts_with(magic)) throw std::runtime_error("not handwriting templates");
    if (bytes.size() < fixed_size) throw std::runtime_error("torn");
    Numbers numbers(bytes.substr(magic.size()));
    if (numbers.whole() != format_version) throw std::runtime_error("of another version");
    if (numbers.whole() != feature_count || numbers.whole() != dimensions)
        throw std::runtime_error("made for another matcher");
    const std::uint32_t count = numbers.whole();
    if (count > most_characters || bytes.size() != fixed_size + count * bytes_a_character)
        throw std::runtime_error("torn");
    const std::string_view content = bytes.substr(0, bytes.size() - digest_size);
    if (digest_bytes(content) != bytes.substr(content.size()))
        throw std::runtime_error("damaged: the checksum does not match");

    HandwritingTemplates templates;
    templates.step = numbers.real();
    templates.projection.resize(dimensions * feature_count);
    std::generate(templates.projection.begin(), templates.projection.end(),
                  [&] { return numbers.real(); });
    templates.origin.resize(dimensions);
    std::generate(templates.origin.begin(), templates.origin.end(), [&] { return numbers.real(); });
    templates.characters.resize(count);
    std::generate(templates.characters.begin(), templates.characters.end(),
                  [&] { return char32_t(numbers.whole()); });
    const std::string_view rarities = numbers.take(count * rarity_columns);
    templates.rarities.assign(rarities.begin(), rarities.end());
    const std::string_view places = numbers.take(count * dimensions);
    templates.places.assign(places.begin(), places.end());
    return templates;
}

}  // namespace foyer::kiosk
