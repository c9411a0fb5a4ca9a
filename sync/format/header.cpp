#include "sync/format/header.h"

#include <utility>

#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

constexpr std::pair<FileKind, std::string_view> kinds[] = {
    {FileKind::hello, "hello"},       {FileKind::events, "events"},
    {FileKind::answer, "answer"},     {FileKind::pack, "pack"},
    {FileKind::root, "root"},         {FileKind::enrolment, "enrolment"},
    {FileKind::part, "part"},         {FileKind::keys, "keys"},
    {FileKind::snapshot, "snapshot"}, {FileKind::refusal, "refusal"},
};

constexpr std::pair<AcknowledgementLevel, std::string_view> levels[] = {
    {AcknowledgementLevel::stored, "stored"},
    {AcknowledgementLevel::applied, "applied"},
    {AcknowledgementLevel::archived, "archived"},
    {AcknowledgementLevel::rejected, "rejected"},
};

constexpr std::size_t hash_digits = 64;
constexpr std::size_t id_digits = 32;
constexpr std::int64_t largest_seq = 9'999'999'999;

json list_of(const Header& header) {
    json acknowledgements = json::array(), blobs = json::array(), wants = json::array();
    for (const Acknowledgement& item : header.acknowledgements) {
        std::string_view level;
        for (const auto& [value, word] : levels)
            if (value == item.level) level = word;
        acknowledgements.push_back({{"instance", item.instance},
                                    {"seq", item.seq},
                                    {"hash", item.hash},
                                    {"level", level},
                                    {"code", item.code}});
        if (item.events > 0) acknowledgements.back()["events"] = item.events;
    }
    for (const BlobReference& blob : header.blobs)
        blobs.push_back({{"hash", blob.hash}, {"size", blob.size}});
    for (const SequenceRange& range : header.wants)
        wants.push_back({range.from, range.to});
    return {{"acknowledgements", acknowledgements}, {"blobs", blobs}, {"wants", wants}};
}

std::optional<Acknowledgement> acknowledgement_in(const json& item) {
    FieldReader fields(item);
    Acknowledgement acknowledgement;
    acknowledgement.instance = fields.hex("instance", id_digits);
    acknowledgement.seq = std::uint64_t(fields.number("seq", 1, largest_seq));
    acknowledgement.hash = fields.hex("hash", hash_digits);
    acknowledgement.code = fields.text("code");
    if (item.is_object() && item.contains("events")) {
        acknowledgement.events = std::size_t(fields.number("events", 1, most_events_a_part));
    }
    const std::string level = fields.text("level");
    for (const auto& [value, word] : levels) {
        if (word != level) continue;
        acknowledgement.level = value;
        if (fields.good()) return acknowledgement;
    }
    return std::nullopt;
}

bool read_lists(FieldReader& fields, Header& header) {
    for (const json& item : fields.array("acknowledgements", longest_list)) {
        const auto acknowledgement = acknowledgement_in(item);
        if (!acknowledgement) return false;
        header.acknowledgements.push_back(*acknowledgement);
    }
    for (const json& item : fields.array("blobs", longest_list)) {
        FieldReader blob(item);
        BlobReference reference;
        reference.hash = blob.hex("hash", hash_digits);
        reference.size = std::uint64_t(blob.number("size", 0, INT64_MAX));
        if (!blob.good()) return false;
        header.blobs.push_back(std::move(reference));
    }
    for (const json& item : fields.array("wants", longest_list)) {
        if (!item.is_array() || item.size() != 2) return false;
        const json pair = {{"from", item[0]}, {"to", item[1]}};
        FieldReader range(pair);
        const auto from = range.number("from", 1, largest_seq);
        const auto to = range.number("to", from, largest_seq);
        if (!range.good()) return false;
        header.wants.push_back({std::uint64_t(from), std::uint64_t(to)});
    }
    return true;
}

/// Fields that are written only where they say something.
bool read_optional(FieldReader& fields, const json& object, Header& header) {
    if (object.contains("for")) header.reader = fields.hex("for", id_digits);
    if (object.contains("wants_of")) header.wants_of = fields.hex("wants_of", id_digits);
    return fields.good();
}

bool is_name(const std::string& name) {
    return name == headquarters_name || name == everybody || is_kiosk_name(name);
}

}  // namespace

std::string_view kind_word(FileKind kind) {
    for (const auto& [value, word] : kinds)
        if (value == kind) return word;
    return "";
}

std::optional<FileKind> kind_of_word(std::string_view word) {
    for (const auto& [value, known] : kinds)
        if (known == word) return value;
    return std::nullopt;
}

std::string header_line(const Header& header) {
    json object = list_of(header);
    object["format"] = format_version;
    object["kind"] = kind_word(header.kind);
    object["schema"] = header.schema;
    object["reads"] = {header.reads_from, header.reads_to};
    object["from"] = header.from;
    object["to"] = header.to;
    object["folder"] = header.folder;
    object["instance"] = header.instance;
    object["seq"] = header.seq;
    object["previous"] = header.previous;
    object["epoch"] = header.epoch;
    object["clock"] = header.clock;
    object["count"] = header.count;
    object["length"] = header.length;
    if (!header.reader.empty()) object["for"] = header.reader;
    if (!header.wants_of.empty()) object["wants_of"] = header.wants_of;
    return object.dump();
}

HeaderResult read_header(std::string_view line, const Release& release) {
    HeaderResult result;
    const auto object = parse_strictly(line);
    if (!object) return result;
    FieldReader fields(*object);
    const auto format = fields.number("format", 1, INT32_MAX);
    if (fields.good() && format > format_version) {
        result.fault = EnvelopeFault::newer_format;
        return result;
    }
    Header header;
    const std::string kind = fields.text("kind");
    header.schema = int(fields.number("schema", 1, INT32_MAX));
    const json& reads = fields.array("reads", 2);
    header.from = fields.text("from");
    header.to = fields.text("to");
    header.folder = fields.hex("folder", id_digits);
    header.instance = fields.hex("instance", id_digits);
    header.seq = std::uint64_t(fields.number("seq", 0, largest_seq));
    header.previous = fields.text("previous");
    header.epoch = std::uint64_t(fields.number("epoch", 1, INT64_MAX));
    header.clock = fields.number("clock", INT64_MIN, INT64_MAX);
    header.count = std::size_t(fields.number("count", 0, INT64_MAX));
    header.length = std::size_t(fields.number("length", 0, INT64_MAX));
    if (!fields.good() || reads.size() != 2 || !read_lists(fields, header)) return result;
    if (!read_optional(fields, *object, header) || !reads[0].is_number_integer() ||
        !reads[1].is_number_integer()) {
        return result;
    }
    header.reads_from = reads[0].get<int>();
    header.reads_to = reads[1].get<int>();
    const auto known = kind_of_word(kind);
    const bool first = header.seq <= 1 || known == FileKind::part || known == FileKind::refusal;
    const bool previous_right =
        first ? header.previous.empty() : is_hex(header.previous, hash_digits);
    if (!previous_right || !is_name(header.from) || !is_name(header.to)) return result;
    const std::size_t most = known == FileKind::part ? most_events_a_part : most_events;
    if (header.count > most || header.length > largest_body) {
        result.fault = EnvelopeFault::too_large;
        return result;
    }
    // A kind or a schema of a later release is no damage: this release cannot read it yet.
    result.fault = EnvelopeFault::newer_format;
    if (!known) return result;
    header.kind = *known;
    if (header.schema <= release.newest) result.fault = EnvelopeFault::none;
    result.header = std::move(header);
    return result;
}

}  // namespace foyer::sync
