#include "sync/folder/anchor.h"

#include <nlohmann/json.hpp>

#include "shared/security/digest.h"
#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

constexpr std::uint64_t largest_anchor = 4096;
constexpr std::size_t fingerprint_digits = 32;

}  // namespace

std::optional<Anchor> read_anchor(Files& files, const std::filesystem::path& path) {
    const auto text = files.read(path, largest_anchor);
    const auto object = text ? parse_strictly(*text) : std::nullopt;
    if (!object) return std::nullopt;
    FieldReader fields(*object);
    Anchor anchor;
    anchor.instance = fields.hex("instance", 32);
    anchor.machine = fields.hex("machine", fingerprint_digits);
    anchor.seq = std::uint64_t(fields.number("seq", 0, INT64_MAX));
    anchor.hash = fields.text("hash");
    if (!fields.good()) return std::nullopt;
    return anchor;
}

void write_anchor(Files& files, const std::filesystem::path& path, const Anchor& anchor) {
    const nlohmann::json object = {{"instance", anchor.instance},
                                   {"machine", anchor.machine},
                                   {"seq", anchor.seq},
                                   {"hash", anchor.hash}};
    files.write_atomically(path, object.dump() + "\n");
}

std::string machine_fingerprint(Files& files, const std::filesystem::path& machine_id) {
    const auto text = files.read(machine_id, largest_anchor);
    return digest_hex("foyer machine 1\n" + text.value_or("")).substr(0, fingerprint_digits);
}

}  // namespace foyer::sync
