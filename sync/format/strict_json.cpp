#include "sync/format/strict_json.h"

#include <algorithm>
#include <set>
#include <vector>

#include "sync/format/keys.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

/// Thrown out of the parser's callback and caught beside it.
struct Refused {};

}  // namespace

std::optional<json> parse_strictly(std::string_view text) {
    std::vector<std::set<std::string>> names;
    const auto watch = [&](int depth, json::parse_event_t event, json& value) {
        using Event = json::parse_event_t;
        // At a beginning, `depth` counts what is open around it.
        const bool opens = event == Event::object_start || event == Event::array_start;
        if (opens && depth >= deepest_nesting) throw Refused();
        if (event == Event::object_start) names.emplace_back();
        if (event == Event::object_end) names.pop_back();
        if (event == Event::key && !names.back().insert(value.get<std::string>()).second) {
            throw Refused();
        }
        return true;
    };
    try {
        return json::parse(text, watch);
    } catch (const json::exception&) {
        return std::nullopt;
    } catch (const Refused&) {
        return std::nullopt;
    }
}

bool is_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

FieldReader::FieldReader(const json& object) : object_(object) {
    if (!object.is_object()) bad_ = "(not an object)";
}

const json* FieldReader::find(const char* field) {
    if (!good()) return nullptr;
    const auto found = object_.find(field);
    if (found != object_.end()) return &*found;
    fail(field);
    return nullptr;
}

void FieldReader::fail(const char* field) {
    if (good()) bad_ = field;
}

std::string FieldReader::text(const char* field) {
    const json* value = find(field);
    if (value && value->is_string()) return value->get<std::string>();
    fail(field);
    return {};
}

std::int64_t FieldReader::number(const char* field, std::int64_t from, std::int64_t to) {
    const json* value = find(field);
    // An unsigned number beyond 63 bits would come out negative.
    const bool whole =
        value && value->is_number_integer() &&
        (!value->is_number_unsigned() || value->get<std::uint64_t>() <= std::uint64_t(INT64_MAX));
    if (whole) {
        const auto number = value->get<std::int64_t>();
        if (number >= from && number <= to) return number;
    }
    fail(field);
    return from;
}

std::string FieldReader::hex(const char* field, std::size_t digits) {
    std::string value = text(field);
    if (is_hex(value, digits)) return value;
    fail(field);
    return {};
}

std::array<std::uint8_t, 32> FieldReader::key(const char* field) {
    if (const auto bytes = from_hex(text(field))) return *bytes;
    fail(field);
    return {};
}

const json& FieldReader::array(const char* field, std::size_t most) {
    static const json empty = json::array();
    const json* value = find(field);
    if (value && value->is_array() && value->size() <= most) return *value;
    fail(field);
    return empty;
}

}  // namespace foyer::sync
