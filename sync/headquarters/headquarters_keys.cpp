#include "sync/headquarters/headquarters_keys.h"

#include <algorithm>
#include <stdexcept>

#include "shared/security/digest.h"
#include "sync/format/key_file.h"

namespace foyer::sync {
namespace {

namespace fs = std::filesystem;

constexpr const char* root_file = "root.key";
constexpr const char* root_public_file = "root.pub";
constexpr const char* answers_file = "answers.key";
constexpr const char* packs_file = "packs.key";
constexpr const char* sealing_file = "sealing.key";
constexpr const char* codes_file = "codes.key";
constexpr const char* code_hash_file = "code-hash.key";
constexpr std::uint64_t largest_key_file = 1024;

void write_key(Files& files, const fs::path& path, const KeySeed& seed) {
    files.write_atomically(path, to_hex(seed) + "\n");
    // The folder is closed to others in any case; not every kind of disk knows more than that.
    std::error_code ignored;
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, ignored);
}

KeySeed read_key(Files& files, const fs::path& path) {
    auto text = files.read(path, largest_key_file);
    if (!text) throw std::runtime_error("the key file " + path.string() + " is missing");
    if (!text->empty() && text->back() == '\n') text->pop_back();
    const auto seed = from_hex(*text);
    if (!seed) throw std::runtime_error("the key file " + path.string() + " is damaged");
    return *seed;
}

/// A key that is changed now and then: its files, its public half, its place in the key file.
struct RotatingKey {
    std::string_view name;
    SigningPublicKey (*public_half)(const KeySeed&);
    SigningPublicKey KeyFile::*place;

    SigningPublicKey& in_file(KeyFile& file) const { return file.*place; }
    const SigningPublicKey& in_file(const KeyFile& file) const { return file.*place; }
};

SigningPublicKey signing_half(const KeySeed& seed) {
    return signing_key(seed).public_key;
}

SealingPublicKey sealing_half(const KeySeed& seed) {
    return sealing_key(seed).public_key;
}

/// In the order of KeyRole.
constexpr RotatingKey rotating_keys[] = {
    {"answers", signing_half, &KeyFile::answers},
    {"packs", signing_half, &KeyFile::packs},
    {"sealing", sealing_half, &KeyFile::sealing},
};

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

std::vector<SealingKey> HeadquartersKeys::opening_keys() const {
    std::vector<SealingKey> all = {sealing};
    all.insert(all.end(), former_sealing.begin(), former_sealing.end());
    return all;
}

Signers HeadquartersKeys::endorsing_signers() const {
    std::vector<SigningPublicKey> all = {answers.public_key};
    all.insert(all.end(), former_answers.begin(), former_answers.end());
    return [all](const std::string& id) -> std::optional<SigningPublicKey> {
        for (const SigningPublicKey& key : all)
            if (key_id(key) == id) return key;
        return std::nullopt;
    };
}

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
    write_key(files, folder / root_public_file, keys.root.public_key);
    write_key(files, folder / root_file, keys.root.seed);
    write_key(files, folder / answers_file, keys.answers.seed);
    write_key(files, folder / packs_file, keys.packs.seed);
    write_key(files, folder / sealing_file, keys.sealing.seed);
    write_key(files, folder / codes_file, seed_of(keys.codes));
    write_key(files, folder / code_hash_file, keys.codes.mac_key);
}

namespace {

/// Whoever is interrupted here goes on from what the signed key file says.
void finish_rotation(Files& files, const fs::path& folder, const KeyFile& signed_keys,
                     const RotatingKey& key) {
    const fs::path next = folder / (std::string(key.name) + ".next");
    if (!files.exists(next)) return;
    const KeySeed made = read_key(files, next);
    if (key.public_half(made) == key.in_file(signed_keys)) {
        const KeySeed old = read_key(files, folder / (std::string(key.name) + ".key"));
        const std::string number = std::to_string(signed_keys.version);
        if (old != made) {
            write_key(files, folder / (std::string(key.name) + "-before-" + number + ".key"), old);
        }
        write_key(files, folder / (std::string(key.name) + ".key"), made);
    }
    files.remove(next);
}

SigningKey load_root(Files& files, const fs::path& folder, const fs::path& root_key,
                     bool& has_root) {
    const fs::path path = root_key.empty() ? folder / root_file : root_key;
    has_root = files.exists(path);
    const bool known = files.exists(folder / root_public_file);
    if (!has_root && !root_key.empty()) {
        throw std::runtime_error("the key file " + path.string() + " is missing");
    }
    SigningKey root;
    if (has_root) root = signing_key(read_key(files, path));
    if (!known && has_root) return root;
    const SigningPublicKey public_key = read_key(files, folder / root_public_file);
    if (has_root && root.public_key != public_key) {
        throw std::runtime_error(path.string() + " is the root key of another headquarters");
    }
    root.public_key = public_key;
    return root;
}

void load_former(Files& files, const fs::path& folder, HeadquartersKeys& keys) {
    for (const std::string& name : files.list(folder)) {
        if (!name.ends_with(".key")) continue;
        if (name.starts_with("sealing-before-")) {
            keys.former_sealing.push_back(sealing_key(read_key(files, folder / name)));
        }
        if (name.starts_with("answers-before-")) {
            keys.former_answers.push_back(signing_key(read_key(files, folder / name)).public_key);
        }
    }
}

}  // namespace

HeadquartersKeys load_keys(Files& files, const fs::path& folder, const fs::path& root_key) {
    HeadquartersKeys keys;
    keys.root = load_root(files, folder, root_key, keys.has_root);
    if (const auto bytes = signed_key_file(files, folder)) {
        const auto known = key_file_in(open_file(*bytes, only(keys.root.public_key)));
        if (!known) throw std::runtime_error("the key file in " + folder.string() + " is damaged");
        for (const RotatingKey& key : rotating_keys)
            finish_rotation(files, folder, *known, key);
        keys.version = known->version;
    }
    keys.answers = signing_key(read_key(files, folder / answers_file));
    keys.packs = signing_key(read_key(files, folder / packs_file));
    keys.sealing = sealing_key(read_key(files, folder / sealing_file));
    keys.codes = code_secrets(read_key(files, folder / codes_file),
                              read_key(files, folder / code_hash_file));
    load_former(files, folder, keys);
    return keys;
}

std::optional<std::string> signed_key_file(Files& files, const fs::path& folder) {
    return files.read(folder / key_file_name, largest_file);
}

void rotate_key(Files& files, const fs::path& folder, HeadquartersKeys& keys, KeyRole role,
                const Id& sync_folder, WallTime now, Random& random) {
    if (!keys.has_root) throw std::runtime_error("the root key is not here: name it by --root-key");
    const KeySeed made = make_seed(random);
    const RotatingKey& key = rotating_keys[std::size_t(role)];
    write_key(files, folder / (std::string(key.name) + ".next"), made);
    KeyFile file{keys.version + 1, keys.answers.public_key, keys.packs.public_key,
                 keys.sealing.public_key};
    key.in_file(file) = key.public_half(made);
    files.write_atomically(folder / key_file_name,
                           compose_key_file(file, sync_folder, now, keys.root));
    finish_rotation(files, folder, file, key);
    const SigningKey root = keys.root;
    keys = load_keys(files, folder);
    keys.root = root;
    keys.has_root = true;
}

}  // namespace foyer::sync
