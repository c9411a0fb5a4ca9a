#pragma once

#include <filesystem>

#include "shared/codes/referral_code.h"
#include "shared/world/files.h"
#include "shared/world/random.h"
#include "sync/format/keys.h"

namespace foyer::sync {

/// Everything secret a headquarters has, one file a key, so that the root may one day be carried
/// away on a stick.
struct HeadquartersKeys {
    SigningKey root;     ///< signs root.json and enrolments
    SigningKey answers;  ///< signs what goes down to kiosks
    SigningKey packs;    ///< signs what is published
    SealingKey sealing;  ///< opens what comes up from kiosks
    CodeSecrets codes;
};

HeadquartersKeys make_keys(Random& random);

/// Writes them into a folder only this user may enter. Throws FileError.
void save_keys(Files& files, const std::filesystem::path& folder, const HeadquartersKeys& keys);

/// Throws std::runtime_error, naming the file, if one is missing or damaged.
HeadquartersKeys load_keys(Files& files, const std::filesystem::path& folder);

}  // namespace foyer::sync
