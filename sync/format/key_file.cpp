#include "sync/format/key_file.h"

#include "shared/security/digest.h"
#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

json to_json(const KeyFile& keys) {
    return {{"version", keys.version},
            {"answers", to_hex(keys.answers)},
            {"packs", to_hex(keys.packs)},
            {"sealing", to_hex(keys.sealing)}};
}

std::optional<KeyFile> keys_in(const json& object) {
    FieldReader fields(object);
    KeyFile keys;
    keys.version = std::uint64_t(fields.number("version", 1, INT64_MAX));
    keys.answers = fields.key("answers");
    keys.packs = fields.key("packs");
    keys.sealing = fields.key("sealing");
    if (!fields.good()) return std::nullopt;
    return keys;
}

}  // namespace

std::string compose_key_file(const KeyFile& keys, const Id& folder, WallTime now,
                             const SigningKey& root) {
    Header header;
    header.kind = FileKind::keys;
    header.from = headquarters_name;
    header.to = everybody;
    header.folder = folder;
    header.instance = folder;
    header.clock = now;
    return compose_plain(header, to_json(keys), root);
}

std::optional<KeyFile> key_file_in(const OpenedFile& file) {
    const auto body = plain_body(file);
    if (!body || file.header.kind != FileKind::keys) return std::nullopt;
    return keys_in(*body);
}

std::string to_text(const KeyFile& keys) {
    return to_json(keys).dump();
}

std::optional<KeyFile> key_file_of(const std::string& text) {
    const auto object = parse_strictly(text);
    return object ? keys_in(*object) : std::nullopt;
}

}  // namespace foyer::sync
