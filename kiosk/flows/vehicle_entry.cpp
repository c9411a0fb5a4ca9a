#include "kiosk/flows/vehicle_entry.h"

#include <algorithm>

#include "shared/text/characters.h"

namespace foyer::kiosk {
namespace {

constexpr std::u32string_view vin_symbols = U"1234567890ABCDEFGHJKLMNPRSTUVWXYZ";
/// A scanner's slip may be longer than anything on a car.
constexpr std::size_t most_characters = 24;

}  // namespace

void VehicleEntry::edited() {
    handed_in_ = warned_ = false;
}

void VehicleEntry::type(char32_t character) {
    if (character < U' ' || characters_of(typed_).size() >= most_characters) return;
    typed_ += utf8_of(character);
    edited();
}

void VehicleEntry::type_all(std::string_view utf8) {
    for (const char32_t character : characters_of(utf8))
        type(character);
}

void VehicleEntry::replace(std::string_view utf8) {
    clear();
    type_all(utf8);
}

void VehicleEntry::erase() {
    drop_last_character(typed_);
    edited();
}

void VehicleEntry::clear() {
    typed_.clear();
    edited();
}

std::string VehicleEntry::shown() const {
    if (field_ == VehicleField::plate) return shown_plate(typed_);
    const VinReading reading = read_vin(typed_);
    return reading.ok() ? reading.vin : typed_;
}

int VehicleEntry::missing() const {
    return std::max(0, int(vin_length) - int(characters_of(typed_).size()));
}

bool VehicleEntry::green() const {
    return field_ == VehicleField::plate && read_plate(typed_).kind == PlateKind::new_energy;
}

KeyRow VehicleEntry::keys() const {
    if (field_ == VehicleField::vin) return {std::u32string(vin_symbols), {}, 9};
    const std::u32string allowed = plate_keys(typed_);
    // Provinces and Latin symbols at first, then Latin ones alone; they keep their places.
    KeyRow row;
    if (typed_.empty()) {
        row.symbols = plate_provinces;
        row.symbols += U"ABCDEFGHJKLMNPRSTUVWXYZ";
        return row;
    }
    row.symbols = plate_symbols;
    row.symbols += plate_endings;
    for (const char32_t symbol : row.symbols)
        if (allowed.find(symbol) == std::u32string::npos) row.disabled += symbol;
    return row;
}

VehicleFault VehicleEntry::told() const {
    if (typed_.empty()) return VehicleFault::none;
    bool impossible = false, incomplete = false;
    if (field_ == VehicleField::plate) {
        const PlateFault fault = read_plate(typed_).fault;
        impossible = fault == PlateFault::impossible || fault == PlateFault::too_long;
        incomplete = fault == PlateFault::incomplete;
    } else {
        const VinFault fault = read_vin(typed_).fault;
        impossible = fault == VinFault::impossible || fault == VinFault::too_long;
        incomplete = fault == VinFault::incomplete;
    }
    if (impossible) return VehicleFault::impossible;
    if (incomplete) return handed_in_ ? VehicleFault::incomplete : VehicleFault::none;
    return warned_ ? VehicleFault::unusual : VehicleFault::none;
}

bool VehicleEntry::hand_in() {
    if (typed_.empty()) return true;
    handed_in_ = true;
    if (recorded().empty()) return false;
    const bool usual = field_ == VehicleField::plate ? read_plate(typed_).likely
                                                     : read_vin(typed_).check_digit_fits;
    if (usual || warned_) return true;
    warned_ = true;
    return false;
}

std::string VehicleEntry::recorded() const {
    return field_ == VehicleField::plate ? read_plate(typed_).plate : read_vin(typed_).vin;
}

}  // namespace foyer::kiosk
