#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace foyer::sync {

/// A published pack lies open in the folder; the hashes of its staff's PINs must not: six digits
/// are soon guessed. They travel apart, sealed to each kiosk, and are put back there.
inline constexpr std::string_view staff_document = "staff.json";

struct SplitStaff {
    std::string open;       ///< the document without PIN hashes
    std::string companion;  ///< JSON: id of the member → PIN hash; empty: there were none
};

/// Nothing if the document is no JSON.
std::optional<SplitStaff> split_staff(std::string_view document);
/// Nothing if one of the two is no JSON, or the companion holds anything but hashes.
std::optional<std::string> join_staff(std::string_view open, std::string_view companion);

}  // namespace foyer::sync
