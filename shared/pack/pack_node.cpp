#include "shared/pack/pack_node.h"

#include "shared/pack/pack_files.h"
#include "shared/pack/pack_refusal.h"

namespace foyer {
namespace {

using nlohmann::json;

LocalizedText text_of(const json& value) {
    return {value.value("zh-Hans", ""), value.value("zh-Hant", ""), value.value("en", "")};
}

}  // namespace

const json* PackNode::find(const char* name) const {
    const auto found = value_.find(name);
    return found == value_.end() ? nullptr : &*found;
}

void PackNode::refuse(PackFault fault, std::string_view name, const std::string& detail) const {
    throw PackRefusal(fault, file_, pointer_ + pointer_step(name), detail);
}

PackNode PackNode::at(const char* name) const {
    static const json nothing = json::object();
    const json* value = find(name);
    return {value ? *value : nothing, file_, folder_, pointer_ + pointer_step(name)};
}

std::string PackNode::string(const char* name) const {
    const json* value = find(name);
    return value ? value->get<std::string>() : std::string();
}

LocalizedText PackNode::text(const char* name) const {
    const json* value = find(name);
    return value ? text_of(*value) : LocalizedText{};
}

CountedText PackNode::counted(const char* name) const {
    const PackNode forms = at(name);
    return {forms.text("one"), forms.text("other")};
}

std::int64_t PackNode::number(const char* name) const {
    const json* value = find(name);
    return value ? value->get<std::int64_t>() : 0;
}

double PackNode::real(const char* name) const {
    const json* value = find(name);
    return value ? value->get<double>() : 0;
}

bool PackNode::flag(const char* name) const {
    const json* value = find(name);
    return value && value->get<bool>();
}

Date PackNode::date(const char* name) const {
    const std::string text = string(name);
    if (const auto date = Date::from_iso(text)) return *date;
    refuse(PackFault::bad_date, name, "the calendar has no day " + text);
}

Date PackNode::month(const char* name) const {
    const std::string text = string(name);
    if (const auto date = Date::from_iso(text + "-01")) return *date;
    refuse(PackFault::bad_date, name, "the calendar has no month " + text);
}

std::filesystem::path PackNode::picture(const char* name) const {
    const json* value = find(name);
    if (!value) return {};
    return check_picture(folder_, value->get<std::string>(), file_, pointer_ + pointer_step(name));
}

std::vector<std::string> PackNode::strings(const char* name) const {
    const json* value = find(name);
    return value ? value->get<std::vector<std::string>>() : std::vector<std::string>();
}

std::vector<LocalizedText> PackNode::texts(const char* name) const {
    std::vector<LocalizedText> texts;
    if (const json* value = find(name)) {
        for (const json& text : *value)
            texts.push_back(text_of(text));
    }
    return texts;
}

}  // namespace foyer
