#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "shared/codes/referral_code.h"
#include "shared/journal/event.h"
#include "shared/world/files.h"
#include "sync/format/keys.h"

namespace foyer::sync {

/// Proves once that whoever holds it was enrolled. Afterwards the kiosk's own keys speak for it.
using EnrolmentSecret = std::array<std::uint8_t, 32>;

/// What headquarters tells a kiosk about itself, carried there by hand. The file is as secret as a
/// door key until the kiosk has used it: it holds the secret that lets a kiosk introduce its keys,
/// and the hash key of typed codes. The kiosk's own secret keys are made at the kiosk and never
/// leave it.
struct Enrolment {
    std::string kiosk;          ///< name, see is_kiosk_name()
    std::string ticket_letter;  ///< of this kiosk's queue numbers
    Id folder;                  ///< id of the sync folder: what root.json must say
    SigningPublicKey root{};    ///< signs root.json and enrolments
    SigningPublicKey answers{};
    SigningPublicKey packs{};
    SealingPublicKey sealing{};  ///< kiosks seal to it
    CodeKeys codes;
    EnrolmentSecret secret{};
    std::uint64_t keys_version = 0;  ///< of the key file its keys are from
    std::uint64_t epoch = 1;         ///< of headquarters when it was made
    Id stream;  ///< went down to a kiosk of this name when it was made; empty: none did
    WallTime made_at = 0;
};

/// Why an enrolment file cannot be used.
enum class EnrolmentFault {
    none,
    missing,       ///< there is no such file: no headquarters, never an error by itself
    unreadable,    ///< the system refuses to read it
    damaged,       ///< torn, altered, or not an enrolment at all
    newer_format,  ///< made by a newer release
};

struct EnrolmentResult {
    std::optional<Enrolment> enrolment;
    EnrolmentFault fault = EnrolmentFault::none;
    std::string detail;  ///< plain English, for the log and `foyer check`
};

/// Where the kiosk looks for its enrolment: `home`/enrolment.json.
std::filesystem::path enrolment_path(const std::filesystem::path& home);

/// Reads and verifies an enrolment file. Touches the disk; never throws for anything it holds.
EnrolmentResult load_enrolment(Files& files, const std::filesystem::path& path);

/// The bytes of an enrolment file, signed by the root key.
std::string compose_enrolment(const Enrolment& enrolment, const SigningKey& root);

/// What a kiosk says to show that it holds the secret: the keyed hash of its name, instance and
/// public keys.
std::string enrolment_proof(const EnrolmentSecret& secret, const std::string& kiosk,
                            const Id& instance, const SigningPublicKey& signing,
                            const SealingPublicKey& sealing);

}  // namespace foyer::sync
