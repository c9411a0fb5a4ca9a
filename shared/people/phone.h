#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/text/locale.h"

namespace foyer {

/// Why a typed number cannot be anyone's.
enum class PhoneFault { none, empty, letters, too_short, too_long, not_possible };

/// What a typed number was read as.
struct PhoneReading {
    PhoneFault fault = PhoneFault::none;
    std::string e164;     ///< "+8613800138000": a customer's identity (domain §3.1); "" on a fault
    bool likely = false;  ///< false: ask for a second look, never refuse (new ranges are unknown)

    bool ok() const { return fault == PhoneFault::none; }
};

/// Reads a number as people type it: with separators, with +86 or 0086, or as it is dialled within
/// `region` ("CN"). Anything that belongs to no number, such as a letter, is `letters`. Numbers of
/// other countries are read too when they carry their code. Any thread.
PhoneReading read_phone(std::string_view typed, std::string_view region);

/// The digits grouped as far as they are typed: "138 0013 8". `typed` holds digits and perhaps a
/// leading +; other characters are dropped. Any thread.
std::string spaced_national(std::string_view typed, std::string_view region);

/// "138 **** 8216": enough for the owner to know it, for nobody else. `e164` is as read_phone()
/// gives it; any other text comes back as "****".
std::string masked_phone(const std::string& e164);

/// The last four digits, the second factor of a claim (design §4); fewer if there are fewer.
std::string last_four(const std::string& e164);

/// A country or region whose calling code the keypad offers.
struct PhoneRegion {
    std::string region;        ///< ISO 3166: "CN"
    std::string calling_code;  ///< "86"
    LocalizedText name;
};

/// The regions on offer, the likeliest first.
const std::vector<PhoneRegion>& phone_regions();

/// Every region a number can be of, those of phone_regions() first, the others by their English
/// names. Some milliseconds when first asked for. Any thread.
const std::vector<PhoneRegion>& all_phone_regions();

}  // namespace foyer
