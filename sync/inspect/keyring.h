#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "shared/journal/store.h"
#include "shared/world/files.h"
#include "sync/format/envelope.h"
#include "sync/headquarters/headquarters_keys.h"

namespace foyer::sync {

/// A signing key and whose it is, in plain words.
struct KnownSigner {
    SigningPublicKey key{};
    std::string whose;  ///< "kiosk showroom-1", "headquarters (answers)"
};

/// The keys an inspector may use. Without any, a file's header can still be shown, and nothing
/// about it is proven.
struct Keyring {
    std::vector<KnownSigner> signers;
    std::vector<SealingKey> readers;  ///< open sealed bodies
    Id folder;                        ///< the sync folder they belong to; empty: not known

    Signers lookup() const;
    /// Whose key has this id; empty: nobody's that is known.
    std::string whose(const std::string& key_id) const;
};

/// Everything headquarters has: its own keys and those of every kiosk it ever met.
Keyring keyring_of(const HeadquartersKeys& keys, Store& store);

/// The public keys an enrolment file names. Throws std::runtime_error, saying why, if it is none.
Keyring keyring_in_enrolment(Files& files, const std::filesystem::path& path);

}  // namespace foyer::sync
