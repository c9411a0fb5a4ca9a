#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>
#include <variant>

#include "shared/pack/pack_loader.h"

namespace foyer {

inline const std::filesystem::path source_folder = FOYER_SOURCE_DIR;
inline const std::filesystem::path schema_folder = source_folder / "assets/schemas";

inline std::filesystem::path demo_pack(const std::string& name) {
    return source_folder / "assets/packs" / name;
}

/// A demo pack that must load; read once for the whole run.
inline const Pack& loaded(const std::string& name) {
    static std::map<std::string, PackResult> results;
    if (!results.contains(name)) results[name] = load_pack(demo_pack(name), schema_folder);
    const PackResult& result = results[name];
    if (const auto* problem = std::get_if<PackProblem>(&result)) FAIL(problem->message());
    return std::get<Pack>(result);
}

}  // namespace foyer
