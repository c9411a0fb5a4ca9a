#pragma once

#include <string>
#include <string_view>

/// What is written on a car: its plate and its identification number. Pure functions, any thread.
namespace foyer {

/// First characters of mainland plates, the likeliest keys first.
constexpr std::u32string_view plate_provinces =
    U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
/// Of plates and VINs: I and O are left out, as they read like 1 and 0.
constexpr std::u32string_view plate_symbols = U"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// What may stand last on plates of trailers, driving schools, police and cars from across the
/// border.
constexpr std::u32string_view plate_endings = U"挂学警港澳领使";

enum class PlateFault { none, empty, incomplete, too_long, impossible };
enum class PlateKind {
    ordinary,    ///< province, letter, five symbols
    new_energy,  ///< … six, on green
    special,     ///< … four and one of plate_endings
    overseas     ///< Hong Kong, Macao and others: Latin letters and digits alone
};

struct PlateReading {
    PlateFault fault = PlateFault::empty;
    PlateKind kind = PlateKind::ordinary;
    std::string plate;    ///< "粤B12345", as it is recorded; "" on a fault
    bool likely = false;  ///< false: ask for a second look, never refuse
    bool ok() const { return fault == PlateFault::none; }
};

/// Reads a plate as people write it: small letters, dots, spaces and full-width forms are forgiven.
PlateReading read_plate(std::string_view typed);

/// "粤B·12345", as far as it is typed.
std::string shown_plate(std::string_view typed);

/// The symbols that may come next; empty when nothing may. Provinces and Latin symbols both for the
/// first one, as plates from Hong Kong and Macao begin with a letter.
std::u32string plate_keys(std::string_view typed);

enum class VinFault { none, empty, incomplete, too_long, impossible };

struct VinReading {
    VinFault fault = VinFault::empty;
    std::string vin;               ///< as recorded; "" on a fault
    bool check_digit_fits = true;  ///< the ninth symbol; cars made for North America and China must
                                   ///< have it, others may not: a warning, never a refusal
    bool ok() const { return fault == VinFault::none; }
};

/// ISO 3779: 17 symbols without I, O and Q, which are read as 1 and 0.
VinReading read_vin(std::string_view typed);

constexpr std::size_t vin_length = 17;

}  // namespace foyer
