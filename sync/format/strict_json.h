#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace foyer::sync {

/// No JSON of a sync file is nested deeper.
constexpr int deepest_nesting = 32;

/// Parses JSON nobody has vouched for. Nothing for bad syntax, bad UTF-8, a name that stands twice
/// in one object, or nesting deeper than `deepest_nesting`.
std::optional<nlohmann::json> parse_strictly(std::string_view text);

/// Reads the fields of an object that must be there and must be right; remembers the first that is
/// not, and gives empty values from then on.
class FieldReader {
  public:
    explicit FieldReader(const nlohmann::json& object);

    std::string text(const char* field);
    /// A whole number in `from` … `to`.
    std::int64_t number(const char* field, std::int64_t from, std::int64_t to);
    /// Exactly `digits` lower-case hexadecimal digits.
    std::string hex(const char* field, std::size_t digits);
    /// 32 bytes as hexadecimal digits.
    std::array<std::uint8_t, 32> key(const char* field);
    /// An array of at most `most` elements.
    const nlohmann::json& array(const char* field, std::size_t most);

    bool good() const { return bad_.empty(); }
    /// The first field that is missing or wrong.
    const std::string& bad_field() const { return bad_; }

  private:
    const nlohmann::json* find(const char* field);
    void fail(const char* field);

    const nlohmann::json& object_;
    std::string bad_;
};

/// Whether `text` is that many lower-case hexadecimal digits.
bool is_hex(std::string_view text, std::size_t digits);

}  // namespace foyer::sync
