#include "shared/people/vehicle.h"

#include <algorithm>
#include <array>
#include <optional>

#include "shared/text/characters.h"

namespace foyer {
namespace {

constexpr std::size_t ordinary_length = 7, new_energy_length = 8;
constexpr std::size_t shortest_overseas = 2, longest_overseas = 8;

/// What people write between the parts of a plate.
constexpr std::u32string_view separators = U" -·•　・";

/// Capitals in half width; separators dropped. Nothing for bytes that are no text.
std::optional<std::u32string> symbols_of(std::string_view typed) {
    const auto characters = strict_characters_of(typed);
    if (!characters) return std::nullopt;
    std::u32string symbols;
    for (const char32_t character : *characters) {
        const char32_t c = half_width(character);
        if (separators.find(c) != std::u32string_view::npos) continue;
        symbols += c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c;
    }
    return symbols;
}

bool among(std::u32string_view all, char32_t c) {
    return all.find(c) != std::u32string_view::npos;
}
bool is_letter(char32_t c) {
    return c >= U'A' && c <= U'Z';
}
bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
bool is_latin(char32_t c) {
    return is_letter(c) || is_digit(c);
}

/// The letter of a small car's engine comes third, that of a large one last (GA 36-2018).
bool is_new_energy(std::u32string_view plate) {
    constexpr std::u32string_view engines = U"ABCDEFGHJK";
    const bool small =
        among(engines, plate[2]) && std::all_of(plate.begin() + 4, plate.end(), is_digit);
    const bool large = (plate[7] == U'D' || plate[7] == U'F') &&
                       std::all_of(plate.begin() + 2, plate.begin() + 7, is_digit);
    return small || large;
}

PlateReading read_overseas(std::u32string_view plate) {
    PlateReading reading;
    reading.kind = PlateKind::overseas;
    if (!std::all_of(plate.begin(), plate.end(), is_latin)) {
        reading.fault = PlateFault::impossible;
    } else if (plate.size() < shortest_overseas) {
        reading.fault = PlateFault::incomplete;
    } else if (plate.size() > longest_overseas) {
        reading.fault = PlateFault::too_long;
    } else {
        reading.fault = PlateFault::none;
        reading.plate = utf8_of(plate);
        // Two letters and up to four digits in Hong Kong and Macao; marks of choice are others.
        const auto digits = std::count_if(plate.begin(), plate.end(), is_digit);
        reading.likely = digits >= 1 && digits <= 4 && plate.size() - std::size_t(digits) <= 2;
    }
    return reading;
}

PlateFault fault_of(std::u32string_view plate) {
    for (std::size_t i = 1; i < plate.size(); ++i) {
        const bool last = i == ordinary_length - 1 && plate.size() == ordinary_length;
        const bool fits =
            i == 1 ? is_letter(plate[i]) && plate[i] != U'I'
                   : among(plate_symbols, plate[i]) || (last && among(plate_endings, plate[i]));
        if (!fits) return PlateFault::impossible;
    }
    if (plate.size() < ordinary_length) return PlateFault::incomplete;
    return plate.size() > new_energy_length ? PlateFault::too_long : PlateFault::none;
}

/// ISO 3779 with the check digit of 49 CFR 565 and GB 16735.
int vin_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    constexpr std::string_view letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    constexpr std::array<int, 23> values = {1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4,
                                            5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9};
    return values[letters.find(c)];
}

bool check_digit_fits(std::string_view vin) {
    constexpr std::array<int, vin_length> weights = {8, 7, 6, 5, 4, 3, 2, 10, 0,
                                                     9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (std::size_t i = 0; i < vin_length; ++i)
        sum += weights[i] * vin_value(vin[i]);
    const int rest = sum % 11;
    return vin[8] == (rest == 10 ? 'X' : char('0' + rest));
}

}  // namespace

PlateReading read_plate(std::string_view typed) {
    const auto plate = symbols_of(typed);
    if (!plate) return {PlateFault::impossible, PlateKind::ordinary, {}, false};
    if (plate->empty()) return {};
    if (!among(plate_provinces, plate->front())) return read_overseas(*plate);
    PlateReading reading;
    reading.fault = fault_of(*plate);
    if (plate->size() == new_energy_length) reading.kind = PlateKind::new_energy;
    if (plate->size() == ordinary_length && among(plate_endings, plate->back()))
        reading.kind = PlateKind::special;
    if (!reading.ok()) return reading;
    reading.plate = utf8_of(*plate);
    reading.likely = reading.kind != PlateKind::new_energy || is_new_energy(*plate);
    return reading;
}

std::string shown_plate(std::string_view typed) {
    const auto plate = symbols_of(typed);
    if (!plate) return {};
    if (plate->size() <= 2 || !among(plate_provinces, plate->front())) return utf8_of(*plate);
    return utf8_of(std::u32string_view(*plate).substr(0, 2)) + "·" +
           utf8_of(std::u32string_view(*plate).substr(2));
}

std::u32string plate_keys(std::string_view typed) {
    const auto plate = symbols_of(typed);
    if (!plate) return {};
    if (plate->empty()) return std::u32string(plate_provinces) + std::u32string(plate_symbols);
    if (!among(plate_provinces, plate->front()))
        return plate->size() < longest_overseas ? std::u32string(plate_symbols) : U"";
    if (plate->size() == 1) return U"ABCDEFGHJKLMNOPQRSTUVWXYZ";
    if (plate->size() >= new_energy_length || among(plate_endings, plate->back())) return {};
    std::u32string keys(plate_symbols);
    if (plate->size() == ordinary_length - 1) keys += plate_endings;
    return keys;
}

VinReading read_vin(std::string_view typed) {
    VinReading reading;
    const auto symbols = symbols_of(typed);
    if (!symbols) return {VinFault::impossible, {}, true};
    std::string vin;
    for (const char32_t c : *symbols) {
        if (!is_latin(c)) return {VinFault::impossible, {}, true};
        vin += c == U'I' ? '1' : c == U'O' || c == U'Q' ? '0' : char(c);
    }
    if (vin.empty()) return reading;
    if (vin.size() != vin_length) {
        reading.fault = vin.size() < vin_length ? VinFault::incomplete : VinFault::too_long;
        return reading;
    }
    reading.fault = VinFault::none;
    reading.check_digit_fits = check_digit_fits(vin);
    reading.vin = std::move(vin);
    return reading;
}

}  // namespace foyer
