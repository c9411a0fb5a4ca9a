#include "shared/text/catalogue_rules.h"

#include <unicode/messagepattern.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>

namespace foyer {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 3> languages = {"zh-Hans", "zh-Hant", "en"};

/// Gathers faults, so that one build tells an author all of them.
class Faults {
  public:
    void add(const std::string& where, const std::string& fault) {
        list_ += where + ": " + fault + "\n";
    }
    void throw_if_any() const {
        if (!list_.empty()) throw CatalogueError(list_);
    }

  private:
    std::string list_;
};

/// Parses a file; a key written twice is a fault (a JSON library would silently keep one).
Json parse(const CatalogueFile& file, Faults& faults) {
    std::vector<std::set<std::string>> seen;
    const auto watch = [&](int, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::object_start) seen.emplace_back();
        if (event == Json::parse_event_t::object_end) seen.pop_back();
        if (event == Json::parse_event_t::key && !seen.back().insert(value).second) {
            faults.add(file.name, "\"" + value.get<std::string>() + "\" is there twice");
        }
        return true;
    };
    try {
        Json json = Json::parse(file.json, watch);
        if (json.is_object()) return json;
        faults.add(file.name, "is not an object of keys");
    } catch (const Json::exception& error) {
        faults.add(file.name, error.what());
    }
    return Json::object();
}

bool is_identifier(std::string_view key) {
    static const std::set<std::string_view> reserved = {
        "break",  "case",   "char",   "class",   "const",  "default", "delete", "do",
        "double", "else",   "enum",   "false",   "float",  "for",     "if",     "int",
        "long",   "new",    "not",    "or",      "and",    "return",  "short",  "signed",
        "static", "switch", "this",   "throw",   "true",   "try",     "union",  "using",
        "void",   "while",  "export", "private", "public", "import"};
    if (key.empty() || key[0] < 'a' || key[0] > 'z' || reserved.count(key)) return false;
    return std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

bool is_han(UChar32 c) {
    return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC);
}

/// The fault of one piece of written text, or "".
std::string typographic_fault(const icu::UnicodeString& text, bool english) {
    static const icu::UnicodeString curly = icu::UnicodeString::fromUTF8("‘’“”");
    static const icu::UnicodeString full_width = icu::UnicodeString::fromUTF8("，。？！；：（）、");
    static const icu::UnicodeString corners = icu::UnicodeString::fromUTF8("「」『』‘’");
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 c = text.char32At(at);
        if (english && curly.indexOf(c) >= 0) return "English is written with straight ' and \"";
        if (english && full_width.indexOf(c) >= 0) return "full-width punctuation in English";
        if (english) continue;
        if (c == '\'' || c == '"') return "Chinese quotes are “ ”";
        if (corners.indexOf(c) >= 0) return "Chinese quotes are “ ”";
        const bool beside_han = (at > 0 && is_han(text.char32At(text.moveIndex32(at, -1)))) ||
                                (at + 1 < text.length() && is_han(text.char32At(at + 1)));
        const bool half_width =
            c < 0x80 && std::string_view(",.?!;:()").find(char(c)) != std::string_view::npos;
        if (half_width && beside_han) return "half-width punctuation in Chinese";
    }
    return "";
}

/// What a text consists of: its written pieces and the names of its places.
struct Parts {
    std::vector<icu::UnicodeString> written;
    std::set<std::string> places;
};

std::string utf8(const icu::UnicodeString& text) {
    std::string bytes;
    return text.toUTF8String(bytes);
}

/// Takes a pattern apart; throws std::invalid_argument if ICU refuses it.
Parts take_apart(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place;
    const icu::MessagePattern pattern(text, &place, status);
    if (U_FAILURE(status)) {
        throw std::invalid_argument("ICU refuses the pattern at character " +
                                    std::to_string(place.offset) + ": " + u_errorName(status));
    }
    Parts parts;
    int32_t written_from = 0, depth = 0, message_depth = 0;
    const auto end_piece = [&](int32_t end) {
        if (depth == message_depth && end > written_from) {
            parts.written.push_back(text.tempSubStringBetween(written_from, end));
        }
    };
    for (int32_t i = 0; i < pattern.countParts(); ++i) {
        const icu::MessagePattern::Part& part = pattern.getPart(i);
        const UMessagePatternPartType type = part.getType();
        // Inside an argument only its nested messages are written text, not its keywords.
        if (type == UMSGPAT_PART_TYPE_MSG_START) {
            message_depth = depth;
        } else if (type == UMSGPAT_PART_TYPE_ARG_NAME) {
            parts.places.insert(utf8(pattern.getSubstring(part)));
        } else if (type == UMSGPAT_PART_TYPE_ARG_NUMBER) {
            throw std::invalid_argument("places have names, not numbers");
        } else if (type == UMSGPAT_PART_TYPE_ARG_START) {
            end_piece(part.getIndex());
            ++depth;
        } else if (type == UMSGPAT_PART_TYPE_MSG_LIMIT) {
            end_piece(part.getIndex());
        } else if (type == UMSGPAT_PART_TYPE_ARG_LIMIT) {
            --depth;
            message_depth = depth;
        } else {
            continue;
        }
        written_from = part.getLimit();
    }
    return parts;
}

/// Checks one text and returns the names of its places.
std::set<std::string> check_text(const std::string& text, bool english, const std::string& where,
                                 Faults& faults) {
    const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
    Parts parts{{unicode}, {}};
    if (text.find('{') != std::string::npos) {
        try {
            parts = take_apart(unicode);
        } catch (const std::invalid_argument& error) {
            faults.add(where, error.what());
            return {};
        }
        // ICU would take '{ for a quoted brace and print it.
        if (text.find("'{") != std::string::npos || text.find("'}") != std::string::npos) {
            faults.add(where, "an apostrophe may not touch a place");
        }
    }
    for (const icu::UnicodeString& piece : parts.written) {
        const std::string fault = typographic_fault(piece, english);
        if (!fault.empty()) faults.add(where, fault);
    }
    return parts.places;
}

CatalogueEntry read_entry(const std::string& where, const std::string& key, const Json& json,
                          Faults& faults) {
    CatalogueEntry entry{key, {}, false};
    if (!is_identifier(key)) faults.add(where, "a key is a lower-case C++ identifier");
    if (!json.is_object() || json.size() != languages.size()) {
        faults.add(where, R"(needs exactly "zh-Hans", "zh-Hant" and "en")");
        return entry;
    }
    std::array<std::set<std::string>, 3> places;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        const auto text = json.find(languages[i]);
        if (text == json.end() || !text->is_string() || text->get<std::string>().empty()) {
            faults.add(where, std::string("has no ") + languages[i]);
            continue;
        }
        entry.texts[i] = *text;
        entry.has_places |= entry.texts[i].find('{') != std::string::npos;
        places[i] = check_text(entry.texts[i], i == 2, where + " " + languages[i], faults);
    }
    if (places[0] != places[1] || places[0] != places[2]) {
        faults.add(where, "its languages have different places to fill");
    }
    return entry;
}

}  // namespace

std::vector<CatalogueEntry> read_catalogue(const std::vector<CatalogueFile>& files) {
    Faults faults;
    std::vector<CatalogueEntry> entries;
    std::set<std::string> keys;
    for (const CatalogueFile& file : files) {
        const Json json = parse(file, faults);
        for (const auto& item : json.items()) {
            const std::string where = file.name + " " + item.key();
            if (!keys.insert(item.key()).second) faults.add(where, "another file has this key");
            entries.push_back(read_entry(where, item.key(), item.value(), faults));
        }
    }
    faults.throw_if_any();
    return entries;
}

std::string catalogue_header(const std::vector<CatalogueEntry>& entries) {
    std::string header =
        "// Generated from assets/locales.\n"
        "#pragma once\n\n#include <array>\n#include <cstddef>\n#include <cstdint>\n\n"
        "namespace foyer {\n\n/// Every text of every screen.\nenum class Text : std::uint16_t {\n";
    for (const CatalogueEntry& entry : entries) {
        header += "    " + entry.key + ",\n";
    }
    header += "};\n\nconstexpr std::size_t text_count = " + std::to_string(entries.size()) +
              ";\n\nstruct CatalogueText {\n    const char* key;\n"
              "    std::array<const char*, 3> texts;  ///< in the order of Locale\n"
              "    bool has_places;\n};\n\n"
              "extern const std::array<CatalogueText, text_count> text_catalogue;\n\n"
              "}  // namespace foyer\n";
    return header;
}

std::string catalogue_source(const std::vector<CatalogueEntry>& entries) {
    // A JSON string literal is a C++ one too: both escape quotes, backslashes and controls alike.
    const auto literal = [](const std::string& text) { return nlohmann::json(text).dump(); };
    std::string source =
        "// Generated from assets/locales.\n#include \"shared/text/text_keys.h\"\n\n"
        "namespace foyer {\n\nconst std::array<CatalogueText, text_count> text_catalogue = {{\n";
    for (const CatalogueEntry& entry : entries) {
        source += "    {" + literal(entry.key) + ", {" + literal(entry.texts[0]) + ", " +
                  literal(entry.texts[1]) + ", " + literal(entry.texts[2]) + "}, " +
                  (entry.has_places ? "true" : "false") + "},\n";
    }
    return source + "}};\n\n}  // namespace foyer\n";
}

}  // namespace foyer
