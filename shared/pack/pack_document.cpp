#include "shared/pack/pack_document.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#include <vector>

#include "shared/pack/pack_refusal.h"

namespace foyer {
namespace {

using nlohmann::json;

constexpr std::size_t depth_limit = 24;
constexpr std::size_t text_limit = 8000;

/// Follows the parser through a document, so that a repeated name, a text beyond use and a torn end
/// are refused with their place.
class PlaceFollower {
  public:
    explicit PlaceFollower(const std::string& file) : file_(file) {}

    bool operator()(int, json::parse_event_t event, const json& parsed) {
        using Event = json::parse_event_t;
        switch (event) {
            case Event::object_start:
            case Event::array_start:
                count();
                if (levels_.size() >= depth_limit) {
                    refuse(PackFault::bad_syntax, "nested too deeply");
                }
                levels_.push_back({event == Event::array_start, 0, {}, {}});
                break;
            case Event::object_end:
            case Event::array_end:
                levels_.pop_back();
                break;
            case Event::key:
                take_name(parsed.get_ref<const std::string&>());
                break;
            case Event::value:
                count();
                if (parsed.is_string() &&
                    parsed.get_ref<const std::string&>().size() > text_limit) {
                    refuse(PackFault::too_large, "the text is far too long");
                }
                break;
        }
        return true;
    }

    [[noreturn]] void refuse(PackFault fault, const std::string& detail) const {
        std::string pointer;
        for (const Level& level : levels_) {
            const bool inside = level.array ? level.next > 0 : !level.names.empty();
            if (inside) pointer += pointer_step(level.current);
        }
        throw PackRefusal(fault, file_, pointer, detail);
    }

  private:
    struct Level {
        bool array = false;
        std::size_t next = 0;  ///< index of an array's next element
        std::string current;   ///< name or index the parser stands at
        std::set<std::string> names;
    };

    void take_name(const std::string& name) {
        levels_.back().current = name;
        if (!levels_.back().names.insert(name).second) {
            refuse(PackFault::duplicate_key, "the name \"" + name + "\" stands twice");
        }
    }

    /// A value begins: in an array it takes the next index.
    void count() {
        if (levels_.empty() || !levels_.back().array) return;
        levels_.back().current = std::to_string(levels_.back().next++);
    }

    const std::string& file_;
    std::vector<Level> levels_;
};

/// valijson's context ("<root>", "[staff]", "[3]") as a JSON pointer.
std::string pointer_of(const std::vector<std::string>& context) {
    std::string pointer;
    for (const std::string& step : context) {
        if (step.size() < 2 || step.front() != '[') continue;
        pointer += pointer_step(std::string_view(step).substr(1, step.size() - 2));
    }
    return pointer;
}

}  // namespace

std::string pointer_step(std::string_view key) {
    std::string step = "/";
    for (const char character : key) {
        if (character == '~') {
            step += "~0";
        } else if (character == '/') {
            step += "~1";
        } else {
            step += character;
        }
    }
    return step;
}

json parse_pack_file(const std::string& bytes, const std::string& name) {
    PlaceFollower place(name);
    try {
        return json::parse(bytes, std::ref(place));
    } catch (const json::parse_error& error) {
        place.refuse(PackFault::bad_syntax, error.what());
    }
}

PackSchemas::PackSchemas(std::filesystem::path folder) : folder_(std::move(folder)) {}

json PackSchemas::read(const std::string& name) const {
    std::ifstream stream(folder_ / name, std::ios::binary);
    json document = json::parse(stream, nullptr, false);
    if (document.is_discarded()) {
        throw PackRefusal(PackFault::bad_schema_folder, name, "",
                          "the program's own schema cannot be read");
    }
    return document;
}

void PackSchemas::check(const json& document, const std::string& name) const {
    using valijson::adapters::NlohmannJsonAdapter;
    const std::string schema_name =
        std::filesystem::path(name).replace_extension("schema.json").string();
    const json schema_document = read(schema_name);
    valijson::Schema schema;
    try {
        valijson::SchemaParser parser;
        parser.populateSchema(
            NlohmannJsonAdapter(schema_document), schema,
            [&](const std::string& other) { return new json(read(other)); },
            [](const json* other) { delete other; });
    } catch (const std::runtime_error& error) {
        throw PackRefusal(PackFault::bad_schema_folder, schema_name, "", error.what());
    }
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(schema, NlohmannJsonAdapter(document), &results)) return;
    const auto deepest = std::max_element(
        results.begin(), results.end(),
        [](const auto& a, const auto& b) { return a.context.size() < b.context.size(); });
    throw PackRefusal(PackFault::breaks_schema, name,
                      deepest == results.end() ? "" : pointer_of(deepest->context),
                      deepest == results.end() ? "breaks the schema" : deepest->description);
}

}  // namespace foyer
