#include "sync/format/pack_companion.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

using nlohmann::json;

constexpr const char* pin_field = "pin_hash";
constexpr const char* id_field = "id";

bool has_id(const json& object) {
    return object.is_object() && object.contains(id_field) && object[id_field].is_string();
}

void take_out(json& node, json& hashes) {
    if (has_id(node) && node.contains(pin_field)) {
        hashes[node[id_field].get<std::string>()] = node[pin_field];
        node.erase(pin_field);
    }
    if (!node.is_structured()) return;
    for (json& below : node)
        take_out(below, hashes);
}

void put_back(json& node, const json& hashes) {
    if (has_id(node)) {
        const auto hash = hashes.find(node[id_field].get<std::string>());
        if (hash != hashes.end()) node[pin_field] = *hash;
    }
    if (!node.is_structured()) return;
    for (json& below : node)
        put_back(below, hashes);
}

/// Anything but text would bring members of its own, to be given hashes in their turn, without end.
bool holds_hashes(const json& companion) {
    return companion.is_object() && std::all_of(companion.begin(), companion.end(),
                                                [](const json& hash) { return hash.is_string(); });
}

}  // namespace

std::optional<SplitStaff> split_staff(std::string_view document) {
    auto node = parse_strictly(document);
    if (!node) return std::nullopt;
    json hashes = json::object();
    take_out(*node, hashes);
    if (hashes.empty()) return SplitStaff{std::string(document), ""};
    return SplitStaff{node->dump(1) + "\n", hashes.dump()};
}

std::optional<std::string> join_staff(std::string_view open, std::string_view companion) {
    auto node = parse_strictly(open);
    const auto hashes = parse_strictly(companion);
    if (!node || !hashes || !holds_hashes(*hashes)) return std::nullopt;
    put_back(*node, *hashes);
    return node->dump(1) + "\n";
}

}  // namespace foyer::sync
