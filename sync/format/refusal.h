#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sync/format/envelope.h"

namespace foyer::sync {

/// A hello headquarters cannot take: it knows no enrolment file it could have been made with. The
/// kiosk must be enrolled again, and learns so from a file of this kind.
struct Refusal {
    std::string kiosk;
    Id instance;               ///< that said hello
    std::string hello;         ///< hash of its file
    WallTime hello_clock = 0;  ///< what its header says
    std::uint64_t epoch = 1;   ///< of headquarters that refuses it

    bool operator==(const Refusal&) const = default;
};

/// Always the same bytes for the same refusal.
std::string compose_refusal(const Refusal& refusal, const Id& folder, const SigningKey& answers);
/// What a file says whose signature by the answers key has been verified.
std::optional<Refusal> refusal_in(const OpenedFile& file);

}  // namespace foyer::sync
