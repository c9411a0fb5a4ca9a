#include "sync/headquarters/headquarters_keys.h"

#include <algorithm>
#include <stdexcept>

#include "shared/security/digest.h"

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;

constexpr const char* root_file = "root.key";
constexpr const char* answers_file = "answers.key";
constexpr const char* packs_file = "packs.key";
constexpr const char* sealing_file = "sealing.key";
constexpr const char* codes_file = "codes.key";
constexpr const char* code_hash_file = "code-hash.key";
constexpr std::uint64_t largest_key_file = 1024;

void write_key(Files& files, const fs::path& path, const KeySeed& seed) {
    files.write_atomically(path, to_hex(seed) + "\n");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
}

KeySeed read_key(Files& files, const fs::path& path) {
    auto text = files.read(path, largest_key_file);
    if (!text) throw std::runtime_error("the key file " + path.string() + " is missing");
    if (!text->empty() && text->back() == '\n') text->pop_back();
    const auto seed = from_hex(*text);
    if (!seed) throw std::runtime_error("the key file " + path.string() + " is damaged");
    return *seed;
}

/// libsodium's signing key is the seed followed by the public key.
KeySeed seed_of(const CodeSecrets& codes) {
    KeySeed seed{};
    std::copy_n(codes.signing_key.begin(), seed.size(), seed.begin());
    return seed;
}

CodeSecrets code_secrets(const KeySeed& seed, const KeySeed& hash_key) {
    const SigningKey key = signing_key(seed);
    CodeSecrets codes;
    std::copy(key.seed.begin(), key.seed.end(), codes.signing_key.begin());
    std::copy(key.public_key.begin(), key.public_key.end(),
              codes.signing_key.begin() + key.seed.size());
    codes.mac_key = hash_key;
    return codes;
}

}  // namespace

HeadquartersKeys make_keys(Random& random) {
    HeadquartersKeys keys;
    keys.root = signing_key(make_seed(random));
    keys.answers = signing_key(make_seed(random));
    keys.packs = signing_key(make_seed(random));
    keys.sealing = sealing_key(make_seed(random));
    keys.codes = make_code_secrets(random);
    return keys;
}

void save_keys(Files& files, const fs::path& folder, const HeadquartersKeys& keys) {
    files.make_folders(folder);
    // First the folder, then what is in it: at no moment can anybody else read a key.
    fs::permissions(folder, fs::perms::owner_all);
    write_key(files, folder / root_file, keys.root.seed);
    write_key(files, folder / answers_file, keys.answers.seed);
    write_key(files, folder / packs_file, keys.packs.seed);
    write_key(files, folder / sealing_file, keys.sealing.seed);
    write_key(files, folder / codes_file, seed_of(keys.codes));
    write_key(files, folder / code_hash_file, keys.codes.mac_key);
}

HeadquartersKeys load_keys(Files& files, const fs::path& folder) {
    HeadquartersKeys keys;
    keys.root = signing_key(read_key(files, folder / root_file));
    keys.answers = signing_key(read_key(files, folder / answers_file));
    keys.packs = signing_key(read_key(files, folder / packs_file));
    keys.sealing = sealing_key(read_key(files, folder / sealing_file));
    keys.codes = code_secrets(read_key(files, folder / codes_file),
                              read_key(files, folder / code_hash_file));
    return keys;
}

}  // namespace foyer::sync
