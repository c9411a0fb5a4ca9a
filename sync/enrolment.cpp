#include "sync/enrolment.h"

#include "shared/security/digest.h"
#include "sync/format/envelope.h"
#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

std::string_view text_of(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

EnrolmentResult refuse(EnrolmentFault fault, std::string detail) {
    return {std::nullopt, fault, std::move(detail)};
}

EnrolmentResult read_enrolment(const std::string& bytes) {
    const EnrolmentResult damaged =
        refuse(EnrolmentFault::damaged, "the enrolment file is torn or altered: ask for a new one");
    // The file brings the key that signs it: the signature proves that it arrived whole; that it
    // comes from headquarters is known by the hands that carried it.
    const auto body = unverified_body(bytes);
    if (!body) return damaged;
    FieldReader fields(*body);
    const SigningPublicKey root = fields.key("root");
    if (!fields.good()) return damaged;
    const OpenedFile file = open_file(bytes, only(root));
    if (file.fault == EnvelopeFault::newer_format) {
        return refuse(EnrolmentFault::newer_format,
                      "the enrolment file was made by a newer release of Foyer");
    }
    if (file.fault != EnvelopeFault::none || file.header.kind != FileKind::enrolment) {
        return damaged;
    }
    Enrolment enrolment;
    enrolment.kiosk = file.header.to;
    enrolment.folder = file.header.folder;
    enrolment.made_at = file.header.clock;
    enrolment.epoch = file.header.epoch;
    enrolment.root = root;
    enrolment.ticket_letter = fields.text("ticket_letter");
    enrolment.answers = fields.key("answers");
    enrolment.packs = fields.key("packs");
    enrolment.sealing = fields.key("sealing");
    enrolment.codes.public_key = fields.key("codes");
    enrolment.codes.mac_key = fields.key("code_hash_key");
    enrolment.codes.group = code_group(enrolment.codes.public_key);
    enrolment.secret = fields.key("secret");
    if (body->contains("keys_version")) {
        enrolment.keys_version = std::uint64_t(fields.number("keys_version", 1, INT64_MAX));
    }
    if (body->contains("stream")) enrolment.stream = fields.hex("stream", 32);
    if (!fields.good() || !is_kiosk_name(enrolment.kiosk)) return damaged;
    return {std::move(enrolment), EnrolmentFault::none, ""};
}

}  // namespace

std::filesystem::path enrolment_path(const std::filesystem::path& home) {
    return home / "enrolment.json";
}

EnrolmentResult load_enrolment(Files& files, const std::filesystem::path& path) {
    try {
        const auto bytes = files.read(path, largest_file);
        if (!bytes) return refuse(EnrolmentFault::missing, "there is no enrolment file");
        return read_enrolment(*bytes);
    } catch (const FileError& error) {
        return refuse(EnrolmentFault::unreadable, error.what());
    }
}

std::string compose_enrolment(const Enrolment& enrolment, const SigningKey& root) {
    Header header;
    header.kind = FileKind::enrolment;
    header.from = headquarters_name;
    header.to = enrolment.kiosk;
    header.folder = enrolment.folder;
    header.instance = enrolment.folder;
    header.epoch = enrolment.epoch;
    header.clock = enrolment.made_at;
    json body = {{"ticket_letter", enrolment.ticket_letter},
                 {"root", to_hex(root.public_key)},
                 {"answers", to_hex(enrolment.answers)},
                 {"packs", to_hex(enrolment.packs)},
                 {"sealing", to_hex(enrolment.sealing)},
                 {"codes", to_hex(enrolment.codes.public_key)},
                 {"code_hash_key", to_hex(enrolment.codes.mac_key)},
                 {"secret", to_hex(enrolment.secret)}};
    if (enrolment.keys_version > 0) body["keys_version"] = enrolment.keys_version;
    if (!enrolment.stream.empty()) body["stream"] = enrolment.stream;
    return compose_plain(header, body, root);
}

std::string enrolment_proof(const EnrolmentSecret& secret, const std::string& kiosk,
                            const Id& instance, const SigningPublicKey& signing,
                            const SealingPublicKey& sealing) {
    const std::string text = "foyer hello 1\n" + kiosk + "\n" + instance + "\n" + to_hex(signing) +
                             "\n" + to_hex(sealing) + "\n";
    return keyed_digest_hex(text, text_of(secret));
}

}  // namespace foyer::sync
