#include "sync/format/pack_parts.h"

#include <algorithm>

#include "sync/format/sealed.h"
#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

constexpr std::size_t longest_path = 160;
constexpr std::size_t longest_plain_name = 64;
constexpr std::int64_t largest_picture = 64 << 20;

json object_of(const PackEntry& entry) {
    json object = {{"path", entry.path}, {"size", entry.size}, {"hash", entry.hash}};
    if (entry.text) object["text"] = *entry.text;
    return object;
}

std::optional<PackEntry> entry_in(const json& object) {
    FieldReader fields(object);
    PackEntry entry;
    entry.path = fields.text("path");
    entry.size = std::uint64_t(fields.number("size", 0, largest_picture));
    entry.hash = fields.hex("hash", 64);
    if (object.is_object() && object.contains("text")) entry.text = fields.text("text");
    if (!fields.good() || !is_pack_path(entry.path)) return std::nullopt;
    return entry;
}

}  // namespace

bool is_plain_name(std::string_view name) {
    if (name.empty() || name.size() > longest_plain_name || name.front() == '.') return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.' || c == '-' || c == '_';
    });
}

bool is_pack_path(std::string_view path) {
    if (path.size() > longest_path) return false;
    while (true) {
        const std::size_t slash = path.find('/');
        if (!is_plain_name(path.substr(0, slash))) return false;
        if (slash == std::string_view::npos) return true;
        path.remove_prefix(slash + 1);
    }
}

std::string edition_folder(const PackPart& part) {
    return part.pack + "-" + part.version + "-" + std::to_string(part.edition);
}

std::vector<PackPart> divide(const PackPart& whole) {
    std::vector<PackPart> parts;
    std::size_t filled = 0;
    for (const PackEntry& entry : whole.files) {
        const std::size_t size = object_of(entry).dump().size() + 1;
        const bool full = parts.empty() || filled + size > heaviest_bundle ||
                          parts.back().files.size() == most_files_a_part;
        if (full) {
            parts.push_back(whole);
            parts.back().files.clear();
            filled = 0;
        }
        parts.back().files.push_back(entry);
        filled += size;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i].part = int(i) + 1;
        parts[i].parts = int(parts.size());
    }
    return parts;
}

std::string compose_part(Header header, const PackPart& part, const SigningKey& signer) {
    json files = json::array();
    for (const PackEntry& entry : part.files) {
        files.push_back(object_of(entry));
        if (!entry.text) header.blobs.push_back({entry.hash, entry.size});
    }
    header.kind = FileKind::pack;
    json body = {{"pack", part.pack}, {"version", part.version}, {"edition", part.edition},
                 {"part", part.part}, {"parts", part.parts},     {"files", files}};
    if (!part.companion.empty()) body["companion"] = part.companion;
    return compose_plain(header, body, signer);
}

std::optional<PackPart> part_in(const OpenedFile& file) {
    const auto body = plain_body(file);
    if (!body || file.header.kind != FileKind::pack) return std::nullopt;
    FieldReader fields(*body);
    PackPart part;
    part.pack = fields.text("pack");
    part.version = fields.text("version");
    part.edition = std::uint64_t(fields.number("edition", 1, INT64_MAX));
    part.parts = int(fields.number("parts", 1, most_parts));
    part.part = int(fields.number("part", 1, part.parts));
    if (body->contains("companion")) part.companion = fields.hex("companion", 64);
    for (const json& object : fields.array("files", most_files_a_part)) {
        auto entry = entry_in(object);
        if (!entry) return std::nullopt;
        part.files.push_back(std::move(*entry));
    }
    if (!fields.good() || !is_plain_name(part.pack) || !is_plain_name(part.version)) {
        return std::nullopt;
    }
    return part;
}

}  // namespace foyer::sync
