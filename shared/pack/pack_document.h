#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace foyer {

/// `key` as a step of a JSON pointer (RFC 6901): "/" and "~" escaped, with a leading "/".
std::string pointer_step(std::string_view key);

/// Parses one of the pack's files. Throws PackRefusal for bad syntax, bad UTF-8, a key that stands
/// twice in one object, nesting deeper than 24 and texts beyond 8,000 bytes: what comes after may
/// rely on all of it.
nlohmann::json parse_pack_file(const std::string& bytes, const std::string& name);

/// The published schemas of the pack's files, read once for a load.
class PackSchemas {
  public:
    explicit PackSchemas(std::filesystem::path folder);

    /// Throws PackRefusal (breaks_schema) at the deepest place where `document` breaks the schema
    /// of `name` ("staff.json" → staff.schema.json), or (bad_schema_folder).
    void check(const nlohmann::json& document, const std::string& name) const;

  private:
    nlohmann::json read(const std::string& name) const;

    std::filesystem::path folder_;
};

}  // namespace foyer
