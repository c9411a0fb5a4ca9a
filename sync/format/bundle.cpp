#include <zlib.h>

#include <stdexcept>

#include "shared/security/digest.h"
#include "sync/format/envelope.h"
#include "sync/format/header.h"
#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

constexpr std::size_t id_digits = 32;
constexpr std::size_t longest_word = 64;

json object_of(const Event& event) {
    return {{"id", event.id},
            {"kiosk", event.kiosk},
            {"wall", event.stamp.wall},
            {"counter", event.stamp.counter},
            {"instance", event.stamp.instance},
            {"sequence", event.stamp.sequence},
            {"actor", event.actor},
            {"kind", event.kind},
            {"version", event.version},
            {"body", event.body}};
}

std::optional<Event> event_in(const json& object) {
    FieldReader fields(object);
    Event event;
    event.id = fields.hex("id", id_digits);
    event.kiosk = fields.text("kiosk");
    event.stamp.wall = fields.number("wall", INT64_MIN, INT64_MAX);
    event.stamp.counter = std::uint32_t(fields.number("counter", 0, UINT32_MAX));
    event.stamp.instance = fields.hex("instance", id_digits);
    event.stamp.sequence = std::uint64_t(fields.number("sequence", 1, INT64_MAX));
    event.actor = fields.text("actor");
    event.kind = fields.text("kind");
    event.version = int(fields.number("version", 1, INT32_MAX));
    event.body = fields.text("body");
    const bool short_words = event.kiosk.size() <= longest_word &&
                             event.actor.size() <= longest_word &&
                             event.kind.size() <= longest_word;
    if (!fields.good() || !short_words) return std::nullopt;
    // A body this release cannot parse strictly could fold differently elsewhere.
    const auto body = parse_strictly(event.body);
    if (!body || !body->is_object()) return std::nullopt;
    return event;
}

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

}  // namespace

std::size_t weight(const Event& event) {
    return object_of(event).dump().size() + 1;
}

std::string compose_events(Header header, const std::vector<Event>& events,
                           const SealingPublicKey& reader, const SigningKey& signer,
                           Random& random) {
    if (events.size() > most_events) throw std::invalid_argument("too many events for one file");
    json list = json::array();
    for (const Event& event : events)
        list.push_back(object_of(event));
    header.count = events.size();
    // The header holds the body's length and the body the header's hash: a hash's length is known.
    const auto sealed_text = [&](const std::string& hash) {
        return json{{"events", list}, {"header", hash}}.dump();
    };
    header.length = sealed_text(std::string(64, '0')).size();
    const std::string line = header_line(header);
    const std::string text = sealed_text(digest_hex(line));
    const std::string sealed = seal(deflate_text(text), reader, random);
    return compose_lines(line, json(to_base64(sealed)).dump(), signer);
}

OpenedEvents open_events(const OpenedFile& file, const SealingKey& reader) {
    OpenedEvents opened;
    const auto line = parse_strictly(file.body_line);
    if (!line || !line->is_string()) return opened;
    const auto sealed = from_base64(line->get_ref<const std::string&>());
    if (!sealed) return opened;
    const auto deflated = unseal(*sealed, reader);
    if (!deflated) {
        opened.fault = EnvelopeFault::sealed_to_another;
        return opened;
    }
    const auto text = inflate_text(*deflated, file.header.length);
    const auto body = text ? parse_strictly(*text) : std::nullopt;
    if (!body) return opened;
    FieldReader fields(*body);
    const std::string header_hash = fields.text("header");
    const json& list = fields.array("events", most_events);
    if (!fields.good() || list.size() != file.header.count) return opened;
    if (header_hash != digest_hex(file.header_line)) {
        opened.fault = EnvelopeFault::header_mismatch;
        return opened;
    }
    for (const json& item : list) {
        auto event = event_in(item);
        if (!event) return opened;
        opened.events.push_back(std::move(*event));
    }
    opened.fault = EnvelopeFault::none;
    return opened;
}

}  // namespace foyer::sync
