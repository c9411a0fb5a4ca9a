#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "shared/codes/referral_code.h"
#include "shared/world/files.h"
#include "shared/world/random.h"
#include "sync/format/envelope.h"
#include "sync/format/keys.h"

namespace foyer::sync {

/// Everything secret a headquarters has, one file a key, so that the root may be carried away on a
/// stick and kept in a safe.
struct HeadquartersKeys {
    SigningKey root;       ///< signs root.json, enrolments and the key file
    bool has_root = true;  ///< false: only its public half is here
    SigningKey answers;    ///< signs what goes down to kiosks
    SigningKey packs;      ///< signs what is published
    SealingKey sealing;    ///< opens what comes up from kiosks
    CodeSecrets codes;

    /// Keys for opening what comes up: the one in use and those before it, newest first.
    std::vector<SealingKey> opening_keys() const;
    /// Whoever may have signed an endorsement: the answers key in use and those before it.
    Signers endorsing_signers() const;

    std::uint64_t version = 0;  ///< of the key file; 0: no key was ever changed
    std::vector<SealingKey> former_sealing;
    std::vector<SigningPublicKey> former_answers;
};

HeadquartersKeys make_keys(Random& random);

/// Writes them into a folder only this user may enter. Throws FileError.
void save_keys(Files& files, const std::filesystem::path& folder, const HeadquartersKeys& keys);

/// `root_key` is where the root key lies, if not in the folder. Makes good a rotation that was
/// interrupted. Throws std::runtime_error, naming the file, if one is missing or damaged.
HeadquartersKeys load_keys(Files& files, const std::filesystem::path& folder,
                           const std::filesystem::path& root_key = {});

/// What a key is for, of those that are changed now and then.
enum class KeyRole { answers, packs, sealing };

/// Makes another key and has the root sign it into the folder's key file. What the old one signed
/// or opens is remembered. Throws FileError and std::runtime_error.
void rotate_key(Files& files, const std::filesystem::path& folder, HeadquartersKeys& keys,
                KeyRole role, const Id& sync_folder, WallTime now, Random& random);

/// The key file as it was signed last; nothing if no key was ever changed.
std::optional<std::string> signed_key_file(Files& files, const std::filesystem::path& folder);

}  // namespace foyer::sync
