#include "sync/format/event_json.h"

#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

constexpr std::size_t id_digits = 32;
constexpr std::size_t longest_word = 64;

}  // namespace

json to_json(const Event& event) {
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
    const auto body = parse_strictly(event.body);
    if (!body || !body->is_object()) return std::nullopt;
    return event;
}

std::size_t weight(const Event& event) {
    return to_json(event).dump().size() + 1;
}

Digest event_digest(const Event& event) {
    return digest(to_json(event).dump());
}

}  // namespace foyer::sync
