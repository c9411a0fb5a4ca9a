#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "shared/journal/event.h"
#include "shared/world/files.h"

namespace foyer::sync {

/// What is remembered outside a store about it: a store whose anchor says otherwise was cloned,
/// copied to another machine, or brought back from a backup (design §3).
struct Anchor {
    Id instance;
    std::string machine;    ///< fingerprint, see machine_fingerprint()
    std::uint64_t seq = 0;  ///< of the last file that may have been published
    std::string hash;

    bool operator==(const Anchor&) const = default;
};

/// Nothing if there is none, or it cannot be understood. Throws FileError.
std::optional<Anchor> read_anchor(Files& files, const std::filesystem::path& path);
/// Throws FileError.
void write_anchor(Files& files, const std::filesystem::path& path, const Anchor& anchor);

/// A hash of what the file (/etc/machine-id in the field) says, of no use for anything else; the
/// same text on every machine that has no such file.
std::string machine_fingerprint(Files& files, const std::filesystem::path& machine_id);

}  // namespace foyer::sync
