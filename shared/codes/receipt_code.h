#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace foyer {

/// The code on a provisional receipt: ten Crockford symbols that any kiosk and headquarters derive
/// alike from the claim's id, so that a claim made offline can be found again by its paper.
/// It is a name, not a proof. Pure functions, any thread.

/// Eight symbols (40 bits) of the claim's BLAKE2b hash and two check symbols, without hyphen.
std::string receipt_code(std::span<const std::uint8_t, 16> claim_id);

/// As it is printed: two groups of five, "K7M3Q-9XT4H".
std::string format_receipt(std::string_view code);

/// What a person typed, as receipt_code() writes it (case, hyphens, O and 0 do not matter); nothing
/// if a symbol is wrong, missing, or two have changed places. Never throws.
std::optional<std::string> read_receipt_code(std::string_view raw);

/// Whether what a person typed is the receipt of this claim.
bool is_receipt_of(std::string_view raw, std::span<const std::uint8_t, 16> claim_id);

}  // namespace foyer
