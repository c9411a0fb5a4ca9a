#include "sync/inspect/file_report.h"

#include <filesystem>

#include "shared/security/digest.h"
#include "sync/enrolment.h"
#include "sync/format/header.h"
#include "sync/format/key_file.h"
#include "sync/format/pack_parts.h"
#include "sync/format/sealed.h"
#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

constexpr std::size_t hash_digits = 64;
constexpr std::size_t key_digits = 16;

std::string_view line_of(std::string_view bytes, int number) {
    for (; number > 0; --number) {
        const std::size_t end = bytes.find('\n');
        if (end == std::string_view::npos) return {};
        bytes.remove_prefix(end + 1);
    }
    return bytes.substr(0, bytes.find('\n'));
}

bool looks_like_ours(std::string_view bytes, const std::string& name) {
    if (FileName::read(name)) return true;
    const auto header = parse_strictly(line_of(bytes, 0));
    return header && header->is_object() && header->contains("format") &&
           header->contains("kind") && header->contains("folder");
}

/// The id of the key in the trailer, whoever wrote it.
std::string key_in(std::string_view bytes) {
    const auto trailer = parse_strictly(line_of(bytes, 2));
    if (!trailer) return "";
    FieldReader fields(*trailer);
    return fields.hex("key", key_digits);
}

/// A hello and an enrolment bring the key they are signed with: their signature proves that they
/// arrived whole, and nothing else.
std::optional<SigningPublicKey> own_key(std::string_view bytes, FileKind kind) {
    const bool introduces = kind == FileKind::hello || kind == FileKind::enrolment;
    const auto body = introduces ? unverified_body(bytes) : std::nullopt;
    if (!body) return std::nullopt;
    FieldReader fields(*body);
    const SigningPublicKey key = fields.key(kind == FileKind::hello ? "signing" : "root");
    return fields.good() ? std::optional(key) : std::nullopt;
}

SignatureState signature_of(EnvelopeFault fault) {
    switch (fault) {
        case EnvelopeFault::torn:
        case EnvelopeFault::malformed:
        case EnvelopeFault::too_large:
            return SignatureState::none;
        case EnvelopeFault::unknown_signer:
            return SignatureState::key_unknown;
        case EnvelopeFault::bad_signature:
            return SignatureState::broken;
        default:
            return SignatureState::holds;
    }
}

void look_at_pack(const OpenedFile& file, FileReport& report) {
    const auto part = part_in(file);
    report.content = part ? Content::opened : Content::damaged;
    if (!part) return;
    report.parts.push_back(part->pack + " " + part->version + ", edition " +
                           std::to_string(part->edition) + ", part " + std::to_string(part->part) +
                           " of " + std::to_string(part->parts));
    report.parts.push_back(std::to_string(part->files.size()) + " files of the pack");
}

void look_inside(const OpenedFile& file, const Keyring& keys, FileReport& report) {
    if (file.header.kind == FileKind::pack) return look_at_pack(file, report);
    if (plain_body(file)) {
        report.content = Content::opened;
        const auto key_file = key_file_in(file);
        if (file.header.kind == FileKind::keys && key_file) {
            report.parts.push_back("the keys in use, version " + std::to_string(key_file->version));
        }
        return;
    }
    const OpenedContent opened = open_sealed(file, keys.readers);
    const bool locked = opened.fault == EnvelopeFault::sealed_to_another;
    report.content = locked                                ? Content::locked
                     : opened.fault == EnvelopeFault::none ? Content::opened
                                                           : Content::damaged;
    if (report.content == Content::damaged) report.fault = opened.fault;
    if (report.content != Content::opened) return;
    const SealedContent& content = opened.content;
    for (const Event& event : content.events)
        ++report.events[event.kind];
    std::size_t returned = 0;
    for (const ReturnedEvents& each : content.returned)
        returned += each.events.size();
    if (returned > 0) {
        report.parts.push_back(std::to_string(returned) + " records of others, given back");
    }
    if (content.have) {
        report.parts.push_back("what its writer has of " + std::to_string(content.have->size()) +
                               " stores");
    }
    if (content.photos) {
        report.parts.push_back(std::to_string(content.photos->have.size()) +
                               " parts of photos acknowledged, " +
                               std::to_string(content.photos->want.size()) + " asked for again");
    }
    if (content.companion) {
        report.parts.push_back("what belongs to edition " +
                               std::to_string(content.companion->edition) +
                               " of the pack and is not public");
    }
}

/// up/<kiosk>/blobs holds sealed parts of photos, blobs pictures of packs.
bool is_photo_place(const std::filesystem::path& place) {
    return place.filename() == "blobs" && place.parent_path().parent_path().filename() == "up";
}

/// Content-addressed: its name is its hash.
void look_at_blob(std::string_view bytes, const std::string& name, FileReport& report) {
    report.sort = FileSort::blob;
    report.hash = name;
    const bool right = digest_hex(bytes) == name;
    if (!right) report.fault = EnvelopeFault::wrong_hash_in_name;
    const auto place = std::filesystem::path(report.path).parent_path();
    const std::string what =
        is_photo_place(place) ? "a sealed part of a photo" : "a picture of a pack";
    report.remark = what + (right ? ", whole" : " that is not whole, or altered");
}

void look_at_sync_file(std::string_view bytes, const std::string& name, const Keyring& keys,
                       FileReport& report) {
    report.sort = FileSort::sync_file;
    report.hash = digest_hex(bytes);
    report.keyless = keys.signers.empty();
    const HeaderResult header = read_header(line_of(bytes, 0));
    if (header.fault == EnvelopeFault::none) report.header = header.header;
    report.key = key_in(bytes);
    report.signer = keys.whose(report.key);
    OpenedFile file = open_file(bytes, keys.lookup());
    if (file.fault == EnvelopeFault::unknown_signer && report.header) {
        if (const auto own = own_key(bytes, report.header->kind)) {
            file = open_file(bytes, only(*own));
            report.signer = "the key it introduces";
        }
    }
    report.fault = file.fault;
    report.signature = signature_of(file.fault);
    if (file.fault != EnvelopeFault::none) return;
    const auto wanted = FileName::read(name);
    if (wanted && name_of(file.header, file.hash).text() != name) {
        report.fault = file.hash.starts_with(wanted->hash_start)
                           ? EnvelopeFault::wrong_name
                           : EnvelopeFault::wrong_hash_in_name;
    }
    const bool foreign = !keys.folder.empty() && file.header.folder != keys.folder;
    if (report.fault == EnvelopeFault::none && foreign) {
        report.fault = EnvelopeFault::foreign_folder;
    }
    if (report.fault == EnvelopeFault::none) look_inside(file, keys, report);
}

}  // namespace

bool in_order(const FileReport& report) {
    const bool ours = report.sort == FileSort::sync_file || report.sort == FileSort::blob;
    const bool cannot_tell = report.fault == EnvelopeFault::unknown_signer && report.keyless;
    const bool sound = report.fault == EnvelopeFault::none || cannot_tell;
    return !ours || (sound && report.standing != Standing::refused);
}

FileReport look_at(std::string_view bytes, const std::string& path, const Keyring& keys) {
    FileReport report;
    report.path = path;
    report.size = bytes.size();
    const std::string name = std::filesystem::path(path).filename().string();
    if (looks_like_ours(bytes, name)) {
        look_at_sync_file(bytes, name, keys, report);
    } else if (is_hex(name, hash_digits)) {
        look_at_blob(bytes, name, report);
    } else if (name.starts_with('.') || name.ends_with(".tmp")) {
        report.sort = FileSort::temporary;
        report.remark = "a temporary or hidden file of Foyer or of the carrier: passed over";
    } else {
        report.remark = "not a file of Foyer: passed over";
    }
    return report;
}

FileReport unreadable(const std::string& path, std::uint64_t size, const std::string& why) {
    FileReport report;
    report.path = path;
    report.size = size;
    report.remark = why;
    return report;
}

}  // namespace foyer::sync
