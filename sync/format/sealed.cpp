#include "sync/format/sealed.h"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

#include "sync/format/event_json.h"
#include "sync/format/header.h"
#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

constexpr std::size_t id_digits = 32;
constexpr std::size_t key_id_digits = 16;
constexpr std::size_t ids_hash_digits = 16;
constexpr std::size_t largest_companion = 256u << 10;

std::string deflate_text(std::string_view text) {
    uLongf size = compressBound(uLong(text.size()));
    std::string deflated(size, '\0');
    const int code = compress2(reinterpret_cast<Bytef*>(deflated.data()), &size,
                               reinterpret_cast<const Bytef*>(text.data()), uLong(text.size()),
                               Z_DEFAULT_COMPRESSION);
    if (code != Z_OK) throw std::runtime_error("no memory to deflate a sync file");
    deflated.resize(size);
    return deflated;
}

/// Exactly `length` bytes, from exactly all of `deflated`.
std::optional<std::string> inflate_text(std::string_view deflated, std::size_t length) {
    std::string text(length, '\0');
    uLongf size = uLong(length);
    uLong used = uLong(deflated.size());
    const int code = uncompress2(reinterpret_cast<Bytef*>(text.data()), &size,
                                 reinterpret_cast<const Bytef*>(deflated.data()), &used);
    if (code != Z_OK || size != length || used != deflated.size()) return std::nullopt;
    return text;
}

json list_of(const std::vector<Event>& events) {
    json list = json::array();
    for (const Event& event : events)
        list.push_back(to_json(event));
    return list;
}

bool read_events(const json& list, std::vector<Event>& events) {
    for (const json& item : list) {
        auto event = event_in(item);
        if (!event) return false;
        events.push_back(std::move(*event));
    }
    return true;
}

json to_json(const Endorsement& endorsement) {
    const std::string bytes(reinterpret_cast<const char*>(endorsement.signature.data()),
                            endorsement.signature.size());
    return {{"key", endorsement.key}, {"signature", to_base64(bytes)}};
}

bool read_endorsement(const json& object, Endorsement& endorsement) {
    FieldReader fields(object);
    endorsement.key = fields.hex("key", key_id_digits);
    const auto signature = from_base64(fields.text("signature"));
    if (!fields.good() || !signature || signature->size() != endorsement.signature.size()) {
        return false;
    }
    std::copy(signature->begin(), signature->end(), endorsement.signature.begin());
    return true;
}

json to_json(const ReturnedEvents& returned) {
    json object = to_json(returned.endorsement);
    object["digests"] = json::array();
    for (const Digest& digest : returned.endorsement.digests)
        object["digests"].push_back(to_hex(digest));
    object["events"] = list_of(returned.events);
    return object;
}

std::optional<ReturnedEvents> returned_in(const json& object) {
    FieldReader fields(object);
    ReturnedEvents returned;
    if (!read_endorsement(object, returned.endorsement)) return std::nullopt;
    for (const json& item : fields.array("digests", most_events_a_part)) {
        const auto digest = item.is_string() ? from_hex(item.get<std::string>()) : std::nullopt;
        if (!digest) return std::nullopt;
        returned.endorsement.digests.push_back(*digest);
    }
    const bool read = read_events(fields.array("events", most_events_a_part), returned.events);
    if (!read || !fields.good()) return std::nullopt;
    return returned;
}

json body_of(const SealedContent& content) {
    json body = {{"events", list_of(content.events)}};
    if (content.endorsement) body["endorsement"] = to_json(*content.endorsement);
    if (content.have) body["have"] = sync::to_json(*content.have);
    if (content.companion) {
        body["companion"] = {{"edition", content.companion->edition},
                             {"text", content.companion->text}};
    }
    if (content.photos) body["photos"] = sync::to_json(*content.photos);
    for (const ReturnedEvents& returned : content.returned)
        body["returned"].push_back(to_json(returned));
    return body;
}

bool read_companion(const json& object, SealedContent& content) {
    FieldReader fields(object);
    PackCompanion companion;
    companion.edition = std::uint64_t(fields.number("edition", 1, INT64_MAX));
    companion.text = fields.text("text");
    if (!fields.good() || companion.text.size() > largest_companion) return false;
    content.companion = std::move(companion);
    return true;
}

bool read_extras(const json& body, SealedContent& content) {
    if (body.contains("endorsement")) {
        Endorsement endorsement;
        if (!read_endorsement(body["endorsement"], endorsement)) return false;
        for (const Event& event : content.events)
            endorsement.digests.push_back(event_digest(event));
        content.endorsement = std::move(endorsement);
    }
    if (body.contains("have")) {
        content.have = have_in(body["have"]);
        if (!content.have) return false;
    }
    if (body.contains("companion") && !read_companion(body["companion"], content)) return false;
    if (body.contains("photos")) {
        content.photos = photo_words_in(body["photos"]);
        if (!content.photos) return false;
    }
    if (!body.contains("returned")) return true;
    FieldReader fields(body);
    for (const json& item : fields.array("returned", longest_list)) {
        auto returned = returned_in(item);
        if (!returned) return false;
        content.returned.push_back(std::move(*returned));
    }
    return fields.good();
}

std::size_t events_in(const SealedContent& content) {
    std::size_t count = content.events.size();
    for (const ReturnedEvents& returned : content.returned)
        count += returned.events.size();
    return count;
}

bool is_part(const Header& header) {
    return header.kind == FileKind::part;
}

}  // namespace

json to_json(const Have& have) {
    json object = json::object();
    for (const auto& [instance, entry] : have)
        object[instance] = {entry.upto, entry.ids};
    return object;
}

std::optional<Have> have_in(const json& object) {
    if (!object.is_object() || object.size() > most_instances) return std::nullopt;
    Have have;
    for (const auto& [instance, item] : object.items()) {
        if (!is_hex(instance, id_digits) || !item.is_array() || item.size() != 2) {
            return std::nullopt;
        }
        const json pair = {{"upto", item[0]}, {"ids", item[1]}};
        FieldReader fields(pair);
        HaveEntry entry;
        entry.upto = std::uint64_t(fields.number("upto", 1, INT64_MAX));
        entry.ids = fields.hex("ids", ids_hash_digits);
        if (!fields.good()) return std::nullopt;
        have[instance] = std::move(entry);
    }
    return have;
}

std::string compose_sealed(Header header, const SealedContent& content,
                           const SealingPublicKey& reader, const SigningKey& signer,
                           Random& random) {
    header.count = events_in(content);
    if (header.count > (is_part(header) ? most_events_a_part : most_events)) {
        throw std::invalid_argument("too many events for one file");
    }
    json body = body_of(content);
    // The header holds the body's length and the body the header's hash: a hash's length is known.
    body["header"] = std::string(64, '0');
    header.length = body.dump().size();
    const std::string line = header_line(header);
    body["header"] = digest_hex(line);
    const std::string sealed = seal(deflate_text(body.dump()), reader, random);
    return compose_lines(line, json(to_base64(sealed)).dump(), signer,
                         is_part(header) ? largest_part : largest_file);
}

OpenedContent open_sealed(const OpenedFile& file, const std::vector<SealingKey>& readers) {
    OpenedContent opened;
    const auto line = parse_strictly(file.body_line);
    if (!line || !line->is_string()) return opened;
    const auto sealed = from_base64(line->get_ref<const std::string&>());
    if (!sealed) return opened;
    std::optional<std::string> deflated;
    for (const SealingKey& reader : readers)
        if (!deflated) deflated = unseal(*sealed, reader);
    if (!deflated) {
        opened.fault = EnvelopeFault::sealed_to_another;
        return opened;
    }
    const auto text = inflate_text(*deflated, file.header.length);
    const auto body = text ? parse_strictly(*text) : std::nullopt;
    if (!body) return opened;
    FieldReader fields(*body);
    const std::string header_hash = fields.text("header");
    const json& list = fields.array("events", most_events_a_part);
    if (!fields.good()) return opened;
    if (header_hash != digest_hex(file.header_line)) {
        opened.fault = EnvelopeFault::header_mismatch;
        return opened;
    }
    SealedContent& content = opened.content;
    if (!read_events(list, content.events) || !read_extras(*body, content)) return opened;
    if (events_in(content) == file.header.count) opened.fault = EnvelopeFault::none;
    return opened;
}

std::string compose_events(Header header, const std::vector<Event>& events,
                           const SealingPublicKey& reader, const SigningKey& signer,
                           Random& random) {
    SealedContent content;
    content.events = events;
    return compose_sealed(std::move(header), content, reader, signer, random);
}

OpenedEvents open_events(const OpenedFile& file, const SealingKey& reader) {
    OpenedContent opened = open_sealed(file, {reader});
    if (opened.fault != EnvelopeFault::none) return {opened.fault, {}};
    return {opened.fault, std::move(opened.content.events)};
}

}  // namespace foyer::sync
