#include "sync/format/envelope.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "shared/security/digest.h"
#include "sync/format/header.h"
#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

// Keeps a signature of a sync file from being one of anything else.
constexpr std::string_view signature_tag = "foyer sync file 1\n";
constexpr std::size_t key_id_digits = 16;

struct Lines {
    EnvelopeFault fault = EnvelopeFault::torn;
    std::string_view header, body, trailer;
    std::string_view signed_part;  ///< both first lines with their line feeds
};

Lines split(std::string_view bytes) {
    Lines lines;
    if (bytes.size() > largest_part) {
        lines.fault = EnvelopeFault::too_large;
        return lines;
    }
    const std::size_t first = bytes.find('\n');
    if (first == std::string_view::npos) return lines;
    const std::size_t second = bytes.find('\n', first + 1);
    if (second == std::string_view::npos) return lines;
    const std::size_t third = bytes.find('\n', second + 1);
    if (third == std::string_view::npos) return lines;
    lines.fault = third + 1 == bytes.size() ? EnvelopeFault::none : EnvelopeFault::malformed;
    lines.header = bytes.substr(0, first);
    lines.body = bytes.substr(first + 1, second - first - 1);
    lines.trailer = bytes.substr(second + 1, third - second - 1);
    lines.signed_part = bytes.substr(0, second + 1);
    return lines;
}

std::string trailer_line(const std::string& key, const Signature& signature) {
    const std::string bytes(reinterpret_cast<const char*>(signature.data()), signature.size());
    return json{{"key", key}, {"signature", to_base64(bytes)}}.dump();
}

struct Trailer {
    std::string key;
    Signature signature{};
};

/// Only the one way in which trailer_line() writes it: nothing can be changed about a file, not
/// even a blank, without its being refused.
std::optional<Trailer> read_trailer(std::string_view line) {
    const auto object = parse_strictly(line);
    if (!object) return std::nullopt;
    FieldReader fields(*object);
    Trailer trailer;
    trailer.key = fields.hex("key", key_id_digits);
    const auto signature = from_base64(fields.text("signature"));
    if (!fields.good() || !signature || signature->size() != trailer.signature.size()) {
        return std::nullopt;
    }
    std::copy(signature->begin(), signature->end(), trailer.signature.begin());
    if (trailer_line(trailer.key, trailer.signature) != line) return std::nullopt;
    return trailer;
}

std::string signed_message(std::string_view lines) {
    return std::string(signature_tag) + std::string(lines);
}

}  // namespace

std::string_view explain(EnvelopeFault fault) {
    switch (fault) {
        case EnvelopeFault::none:
            return "in order";
        case EnvelopeFault::too_large:
            return "larger than a sync file may be";
        case EnvelopeFault::torn:
            return "the end of the file is missing";
        case EnvelopeFault::malformed:
            return "not in the form of a sync file";
        case EnvelopeFault::wrong_hash_in_name:
            return "its content does not match its name";
        case EnvelopeFault::unknown_signer:
            return "signed by a key that may not write here";
        case EnvelopeFault::bad_signature:
            return "altered after it was signed";
        case EnvelopeFault::newer_format:
            return "written by a newer release of Foyer";
        case EnvelopeFault::not_for_us:
            return "meant for another reader";
        case EnvelopeFault::foreign_folder:
            return "belongs to another headquarters' folder";
        case EnvelopeFault::wrong_name:
            return "under the name of another file";
        case EnvelopeFault::sealed_to_another:
            return "sealed to another reader";
        case EnvelopeFault::header_mismatch:
            return "its sealed part belongs to another file";
        case EnvelopeFault::damaged_body:
            return "its content cannot be read";
    }
    return "";
}

std::optional<int> schema_for(int reads_from, int reads_to, const Release& release) {
    const int newest = std::min(release.newest, reads_to);
    if (newest < reads_from || newest < release.oldest) return std::nullopt;
    return newest;
}

Signers only(const SigningPublicKey& key) {
    return [key](const std::string& id) {
        return id == key_id(key) ? std::optional(key) : std::nullopt;
    };
}

OpenedFile open_file(std::string_view bytes, const Signers& signers, const Release& release) {
    OpenedFile file;
    const Lines lines = split(bytes);
    file.fault = lines.fault;
    if (file.fault != EnvelopeFault::none) return file;
    const auto refuse = [&](EnvelopeFault fault) {
        file.fault = fault;
        return file;
    };
    const auto trailer = read_trailer(lines.trailer);
    if (!trailer) return refuse(EnvelopeFault::malformed);
    const auto key = signers(trailer->key);
    if (!key) return refuse(EnvelopeFault::unknown_signer);
    if (!verify(signed_message(lines.signed_part), trailer->signature, *key)) {
        return refuse(EnvelopeFault::bad_signature);
    }
    HeaderResult header = read_header(lines.header, release);
    if (header.fault == EnvelopeFault::newer_format) {
        file.header = std::move(header.header);
        file.hash = digest_hex(bytes);
    }
    if (header.fault != EnvelopeFault::none) return refuse(header.fault);
    if (header.header.kind != FileKind::part && bytes.size() > largest_file) {
        return refuse(EnvelopeFault::too_large);
    }
    file.header = std::move(header.header);
    file.header_line = lines.header;
    file.body_line = lines.body;
    file.hash = digest_hex(bytes);
    return file;
}

OpenedFile open_file(std::string_view bytes, const Signers& signers, const FileName& name,
                     const Id& folder, std::string_view reader, const Release& release) {
    const auto refused = [](EnvelopeFault fault) {
        OpenedFile file;
        file.fault = fault;
        return file;
    };
    // Torn first: a file still being copied has the wrong hash, too.
    const Lines lines = split(bytes);
    if (lines.fault != EnvelopeFault::none) return refused(lines.fault);
    if (digest_hex(bytes).substr(0, name.hash_start.size()) != name.hash_start) {
        return refused(EnvelopeFault::wrong_hash_in_name);
    }
    OpenedFile file = open_file(bytes, signers, release);
    const bool newer = file.fault == EnvelopeFault::newer_format;
    if (file.fault != EnvelopeFault::none && !newer) return file;
    // Nothing is known of a header of a newer format.
    if (newer && file.header.from.empty()) return file;
    if (file.header.folder != folder) {
        file.fault = EnvelopeFault::foreign_folder;
    } else if (file.header.to != reader) {
        file.fault = EnvelopeFault::not_for_us;
    } else if (name_of(file.header, file.hash).text() != name.text()) {
        file.fault = EnvelopeFault::wrong_name;
    }
    return file;
}

std::optional<json> plain_body(const OpenedFile& file) {
    if (file.fault != EnvelopeFault::none || file.body_line.size() != file.header.length) {
        return std::nullopt;
    }
    auto body = parse_strictly(file.body_line);
    if (!body || !body->is_object()) return std::nullopt;
    return body;
}

std::optional<json> unverified_body(std::string_view bytes) {
    const Lines lines = split(bytes);
    if (lines.fault != EnvelopeFault::none) return std::nullopt;
    auto body = parse_strictly(lines.body);
    if (!body || !body->is_object()) return std::nullopt;
    return body;
}

std::string compose_lines(const std::string& header, const std::string& body,
                          const SigningKey& signer, std::size_t limit) {
    std::string file = header + "\n" + body + "\n";
    const Signature signature = sign(signed_message(file), signer);
    file += trailer_line(key_id(signer.public_key), signature) + "\n";
    if (file.size() > limit) throw std::invalid_argument("a sync file grew beyond its limit");
    return file;
}

std::string compose_plain(Header header, const json& body, const SigningKey& signer) {
    const std::string line = body.dump();
    header.length = line.size();
    return compose_lines(header_line(header), line, signer);
}

}  // namespace foyer::sync
