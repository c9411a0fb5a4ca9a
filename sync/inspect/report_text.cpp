#include "sync/inspect/report_text.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "sync/headquarters/listing.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

constexpr std::size_t label_width = 14;
constexpr std::size_t shown_digits = 16;

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text;
}

std::string flush_right(const std::string& text, std::size_t width) {
    return std::string(width > text.size() ? width - text.size() : 0, ' ') + text;
}

std::string line(const std::string& label, const std::string& text) {
    return "  " + padded(label, label_width) + text + "\n";
}

std::string_view word(SignatureState state) {
    switch (state) {
        case SignatureState::none:
            return "none";
        case SignatureState::key_unknown:
            return "key_unknown";
        case SignatureState::broken:
            return "broken";
        case SignatureState::holds:
            return "holds";
    }
    return "";
}

std::string_view word(Content content) {
    switch (content) {
        case Content::none:
            return "none";
        case Content::locked:
            return "locked";
        case Content::opened:
            return "opened";
        case Content::damaged:
            return "damaged";
    }
    return "";
}

std::string_view word(FileSort sort) {
    switch (sort) {
        case FileSort::sync_file:
            return "sync file";
        case FileSort::blob:
            return "blob";
        case FileSort::temporary:
            return "temporary";
        case FileSort::stranger:
            return "stranger";
    }
    return "";
}

std::string signature_sentence(const FileReport& report) {
    const std::string who = report.signer.empty() ? "a key unknown here (" + report.key + ")"
                                                  : report.signer + " (" + report.key + ")";
    switch (report.signature) {
        case SignatureState::none:
            return "none: nothing of this file is proven";
        case SignatureState::key_unknown:
            return "by " + who + ": nothing of this file is proven";
        case SignatureState::broken:
            return "broken: altered after " + who + " signed it";
        case SignatureState::holds:
            return "holds, by " + who;
    }
    return "";
}

std::string kind_sentence(const Header& header) {
    switch (header.kind) {
        case FileKind::hello:
            return "hello: a kiosk introduces its keys";
        case FileKind::events:
            return "events: records of a kiosk";
        case FileKind::answer:
            return "answer: headquarters to a kiosk";
        case FileKind::pack:
            return "pack: part of a published showroom pack";
        case FileKind::root:
            return "root: says whose folder this is";
        case FileKind::enrolment:
            return "enrolment: SECRET until the kiosk has used it, destroy other copies";
        case FileKind::snapshot:
            return "snapshot: stands for everything of its stream before it";
        case FileKind::part:
            return "part: of a snapshot";
        case FileKind::keys:
            return "keys: headquarters' keys in use, signed by its root";
        case FileKind::refusal:
            return "refusal: headquarters knows no enrolment for this store's hello";
    }
    return "";
}

std::string_view word(AcknowledgementLevel level) {
    switch (level) {
        case AcknowledgementLevel::stored:
            return "stored";
        case AcknowledgementLevel::applied:
            return "applied";
        case AcknowledgementLevel::archived:
            return "archived";
        case AcknowledgementLevel::rejected:
            return "rejected";
    }
    return "";
}

std::string short_id(const Id& id) {
    return id.size() > 8 ? "…" + id.substr(id.size() - 8) : id;
}

std::string text_of(const Acknowledgement& said) {
    std::string text = std::string(word(said.level)) + " " + std::to_string(said.seq) + " of " +
                       short_id(said.instance);
    if (!said.code.empty()) text += " (" + said.code + ")";
    return text;
}

std::string header_lines(const Header& header) {
    std::string text = line("kind", kind_sentence(header));
    text += line("from", header.from + ", store " + short_id(header.instance));
    text += line("to", header.to);
    if (header.seq > 0) {
        text += line("number", std::to_string(header.seq) +
                                   (header.previous.empty()
                                        ? ", the first"
                                        : ", after " + header.previous.substr(0, shown_digits)));
    }
    text += line("written", iso_time(header.clock) + " by its writer's clock");
    text += line("folder", header.folder);
    if (header.epoch > 1) text += line("epoch", std::to_string(header.epoch));
    for (const Acknowledgement& said : header.acknowledgements)
        text += line("says", text_of(said));
    for (const SequenceRange& want : header.wants) {
        text += line("asks for", std::to_string(want.from) + " to " + std::to_string(want.to) +
                                     " of " + short_id(header.wants_of));
    }
    return text;
}

std::string content_lines(const FileReport& report) {
    std::string text;
    if (report.content == Content::locked) {
        text += line("content", "sealed; the keys to open it are not here");
    }
    if (report.content == Content::damaged) text += line("content", "cannot be read");
    if (report.content != Content::opened) return text;
    int count = 0;
    for (const auto& [kind, number] : report.events)
        count += number;
    const bool sealed =
        report.header && report.parts.empty() &&
        (report.header->kind == FileKind::events || report.header->kind == FileKind::answer);
    if (count > 0 || sealed) {
        text += line("content", count == 0   ? "no records, only words to its reader"
                                : count == 1 ? "1 record"
                                             : std::to_string(count) + " records");
    }
    for (const auto& [kind, number] : report.events)
        text += line("", flush_right(std::to_string(number), 5) + "  " + kind);
    for (const std::string& part : report.parts)
        text += line("content", part);
    return text;
}

std::string verdict(const FileReport& report) {
    if (report.fault == EnvelopeFault::none) return "in order";
    if (in_order(report)) return "not proven: the key to tell is not at hand";
    return "not used: " + std::string(explain(report.fault));
}

/// What to say of a file in one line of a folder.
std::string short_verdict(const FileReport& report) {
    if (report.sort != FileSort::sync_file) return report.remark;
    if (report.fault != EnvelopeFault::none) return verdict(report);
    std::string text(word(report.standing));
    if (!report.why.empty()) text += (text.empty() ? "" : ": ") + report.why;
    return text;
}

std::string row_of(const FileReport& report) {
    const std::string name = std::filesystem::path(report.path).filename().string();
    if (!report.header) return "  " + padded(name, 30) + "  " + short_verdict(report) + "\n";
    const Header& header = *report.header;
    std::string records =
        header.count == 1 ? "1 record" : std::to_string(header.count) + " records";
    const bool carries = header.kind == FileKind::events || header.kind == FileKind::answer ||
                         header.kind == FileKind::snapshot || header.kind == FileKind::part;
    if (!carries) records.clear();
    std::string row = "  " + padded(std::string(kind_word(header.kind)), 9) +
                      flush_right(header.seq ? std::to_string(header.seq) : "", 6) + "  " +
                      padded(short_id(header.instance), 12) +
                      flush_right(std::to_string(report.size), 8) + " B  " + padded(records, 12) +
                      "  " + short_verdict(report);
    row.erase(row.find_last_not_of(' ') + 1);
    return row + "\n";
}

}  // namespace

std::string_view word(Standing standing) {
    switch (standing) {
        case Standing::unknown:
            return "";
        case Standing::taken_in:
            return "taken in";
        case Standing::next:
            return "next";
        case Standing::waits:
            return "waits";
        case Standing::passed_by:
            return "passed by";
        case Standing::refused:
            return "refused";
        case Standing::written:
            return "written";
        case Standing::delivered:
            return "delivered";
        case Standing::replaced:
            return "replaced";
    }
    return "";
}

std::string file_text(const FileReport& report) {
    std::string text = report.path + "\n";
    if (report.sort != FileSort::sync_file) {
        return text + line("size", std::to_string(report.size) + " bytes") +
               line("verdict", report.remark);
    }
    if (report.header) text += header_lines(*report.header);
    text += line("size", std::to_string(report.size) + " bytes");
    text += line("signature", signature_sentence(report));
    text += content_lines(report);
    text += line("verdict", verdict(report));
    if (report.standing != Standing::unknown || !report.why.empty()) {
        std::string standing(word(report.standing));
        if (!report.why.empty()) standing += (standing.empty() ? "" : ": ") + report.why;
        text += line("standing", standing);
    }
    return text;
}

json file_json(const FileReport& report) {
    json object = {
        {"path", report.path},
        {"size", report.size},
        {"sort", word(report.sort)},
        {"in_order", in_order(report)},
        {"verdict",
         report.sort == FileSort::sync_file ? std::string(explain(report.fault)) : report.remark}};
    if (report.sort != FileSort::sync_file) return object;
    object["hash"] = report.hash;
    object["signature"] = word(report.signature);
    object["key"] = report.key;
    object["signer"] = report.signer;
    object["content"] = word(report.content);
    object["records"] = report.events;
    object["carries"] = report.parts;
    object["standing"] = word(report.standing);
    object["why"] = report.why;
    if (!report.header) return object;
    const Header& header = *report.header;
    json said = json::array(), wants = json::array();
    for (const Acknowledgement& each : header.acknowledgements)
        said.push_back(text_of(each));
    for (const SequenceRange& want : header.wants)
        wants.push_back({want.from, want.to});
    object["header"] = {{"kind", kind_word(header.kind)},
                        {"from", header.from},
                        {"to", header.to},
                        {"folder", header.folder},
                        {"instance", header.instance},
                        {"seq", header.seq},
                        {"previous", header.previous},
                        {"epoch", header.epoch},
                        {"written", iso_time(header.clock)},
                        {"schema", header.schema},
                        {"count", header.count},
                        {"acknowledgements", said},
                        {"wants", wants}};
    return object;
}

std::string folder_text(const FolderReport& report) {
    std::string text = report.path + "\n" + line("folder", report.state);
    int good = 0, bad = 0, strange = 0;
    for (const PlaceReport& place : report.places) {
        if (place.place != ".") text += "\n" + place.place + "\n";
        for (const FileReport& file : place.files) {
            text += row_of(file);
            const bool ours = file.sort == FileSort::sync_file || file.sort == FileSort::blob;
            ++(!ours ? strange : in_order(file) ? good : bad);
        }
    }
    return text + "\n" + std::to_string(good) + (good == 1 ? " file" : " files") + " in order, " +
           std::to_string(bad) + " not used, " + std::to_string(strange) + " passed over\n";
}

json folder_json(const FolderReport& report) {
    json places = json::array();
    for (const PlaceReport& place : report.places) {
        json files = json::array();
        for (const FileReport& file : place.files)
            files.push_back(file_json(file));
        places.push_back({{"place", place.place}, {"files", files}});
    }
    return {{"path", report.path},
            {"state", report.state},
            {"usable", report.usable},
            {"places", places}};
}

}  // namespace foyer::sync
