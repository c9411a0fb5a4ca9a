#include "tests/sync/damage/specimens.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "shared/security/digest.h"
#include "sync/folder/sync_folder.h"
#include "sync/format/pack_parts.h"
#include "sync/format/sealed.h"
#include "sync/format/strict_json.h"

namespace foyer::test {
namespace {

namespace fs = std::filesystem;
using namespace foyer::sync;

constexpr std::size_t hash_digits_in_name = 16;

Signers signers_of(const GoldenWorld& world) {
    return [&world](const std::string& id) -> std::optional<SigningPublicKey> {
        for (const SigningKey* key : {&world.root, &world.answers, &world.packs, &world.kiosk})
            if (key_id(key->public_key) == id) return key->public_key;
        return std::nullopt;
    };
}

Specimen specimen_of(const GoldenWorld& world, std::string label, std::string bytes) {
    const OpenedFile file = open_file(bytes, signers_of(world));
    if (file.fault != EnvelopeFault::none) throw std::runtime_error(label + " is not in order");
    return {std::move(label), std::move(bytes), name_of(file.header, file.hash), file.header.to};
}

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A header with a little of everything in it.
Header full(Header header, const GoldenWorld& world, Random& random) {
    header.clock += std::int64_t(random.next() % 1'000'000);
    for (std::uint64_t word = random.next() % 3; word > 0; --word) {
        header.acknowledgements.push_back(
            {world.headquarters_instance, word, digest_hex(std::to_string(random.next())),
             AcknowledgementLevel(random.next() % 4), word == 2 ? "fork" : ""});
    }
    if (random.next() % 2) {
        header.wants = {{2, 2 + random.next() % 9}};
        header.wants_of = world.headquarters_instance;
    }
    return header;
}

std::string sealed(const GoldenWorld& world, FileKind kind, Random& random) {
    const bool up = kind == FileKind::events || random.next() % 2;
    Header header = up ? world.header_up(kind, 2 + random.next() % 50, digest_hex("before"))
                       : world.header_down(kind, "riverside-1");
    if (!up) header.seq = 1;
    if (kind == FileKind::part) header.previous.clear();
    SealedContent content;
    for (std::uint64_t count = random.next() % 4; count > 0; --count) {
        content.events.push_back(world.events[random.next() % 2]);
        content.events.back().stamp.sequence = count;
        content.events.back().id = random_id(0, random);
    }
    if (random.next() % 2) content.have = Have{{world.kiosk_instance, {7, "0123456789abcdef"}}};
    return compose_sealed(
        full(std::move(header), world, random), content,
        up ? world.headquarters_sealing.public_key : world.kiosk_sealing.public_key,
        up ? world.kiosk : world.answers, random);
}

std::string pack(const GoldenWorld& world, Random& random) {
    PackPart part;
    part.pack = "auto";
    part.version = std::to_string(random.next() % 100);
    part.edition = 1 + random.next() % 9;
    for (std::uint64_t file = 1 + random.next() % 5; file > 0; --file) {
        const std::string text(random.next() % 80, 'x');
        part.files.push_back(
            {"texts/" + std::to_string(file) + ".json", text.size(), digest_hex(text), text});
    }
    return compose_part(full(world.header_down(FileKind::pack, everybody), world, random), part,
                        world.packs);
}

std::string hello(const GoldenWorld& world, Random& random) {
    return compose_plain(full(world.header_up(FileKind::hello, 1, ""), world, random),
                         {{"signing", to_hex(world.kiosk.public_key)},
                          {"sealing", to_hex(world.kiosk_sealing.public_key)},
                          {"proof", digest_hex("proof")}},
                         world.kiosk);
}

std::string generated(const GoldenWorld& world, std::size_t number, Random& random) {
    switch (number % 7) {
        case 0:
            return sealed(world, FileKind::events, random);
        case 1:
            return sealed(world, FileKind::answer, random);
        case 2:
            return sealed(world, FileKind::snapshot, random);
        case 3:
            return sealed(world, FileKind::part, random);
        case 4:
            return pack(world, random);
        case 5:
            return hello(world, random);
        default:
            return compose_root(world.folder, world.clock + WallTime(number), world.root);
    }
}

/// The key a file introduces itself with, where its kind does.
std::optional<SigningPublicKey> own_key(const Specimen& specimen, const std::string& bytes) {
    const FileKind kind = specimen.name.kind;
    if (kind != FileKind::hello && kind != FileKind::enrolment) return std::nullopt;
    const auto body = unverified_body(bytes);
    if (!body) return SigningPublicKey{};
    FieldReader fields(*body);
    return fields.key(kind == FileKind::hello ? "signing" : "root");
}

}  // namespace

std::vector<Specimen> specimens(const GoldenWorld& world, std::size_t count, std::uint64_t seed) {
    std::vector<Specimen> all;
    // Those of later releases are not accepted whole, either.
    const fs::path golden = fs::path(FOYER_SOURCE_DIR) / "tests/sync/golden/format-1";
    for (const auto& entry : fs::directory_iterator(golden)) {
        all.push_back(
            specimen_of(world, "golden " + entry.path().filename().string(), read(entry.path())));
    }
    SeededRandom random(seed);
    for (std::size_t number = 0; all.size() < count; ++number) {
        std::string bytes = generated(world, number, random);
        all.push_back(specimen_of(world, "generated " + std::to_string(number), std::move(bytes)));
    }
    return all;
}

bool accepted(const GoldenWorld& world, const Specimen& specimen, const std::string& bytes,
              bool repaired) {
    const auto own = own_key(specimen, bytes);
    const Signers signers = own ? only(*own) : signers_of(world);
    // root.json and enrolments are known by their place, not by a name with a hash.
    if (specimen.name.seq == 0) return open_file(bytes, signers).fault == EnvelopeFault::none;
    FileName name = specimen.name;
    if (repaired) name.hash_start = digest_hex(bytes).substr(0, hash_digits_in_name);
    return open_file(bytes, signers, name, world.folder, specimen.reader).fault ==
           EnvelopeFault::none;
}

}  // namespace foyer::test
