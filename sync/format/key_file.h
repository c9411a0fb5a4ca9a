#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sync/format/envelope.h"

namespace foyer::sync {

/// The keys headquarters uses from now on. The root key, which may lie in a safe, signs them; the
/// version counts up and never goes back.
struct KeyFile {
    std::uint64_t version = 0;
    SigningPublicKey answers{};  ///< signs what goes down to kiosks
    SigningPublicKey packs{};    ///< signs what is published
    SealingPublicKey sealing{};  ///< kiosks seal to it

    bool operator==(const KeyFile&) const = default;
};

/// Its name, at the top of the sync folder.
inline constexpr const char* key_file_name = "keys.json";

std::string compose_key_file(const KeyFile& keys, const Id& folder, WallTime now,
                             const SigningKey& root);
/// What a file says whose signature by the root key has been verified.
std::optional<KeyFile> key_file_in(const OpenedFile& file);

/// As a store remembers it.
std::string to_text(const KeyFile& keys);
std::optional<KeyFile> key_file_of(const std::string& text);

}  // namespace foyer::sync
