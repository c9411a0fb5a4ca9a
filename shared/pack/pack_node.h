#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/pack/counted_text.h"
#include "shared/pack/pack_document.h"
#include "shared/pack/pack_loader.h"
#include "shared/text/date.h"
#include "shared/text/locale.h"

namespace foyer {

/// An object of a pack's file that has passed its schema, together with its place, so that what a
/// schema cannot say is still refused by file and pointer. A name that is absent reads as empty,
/// 0 or false: the schema has already said what may be absent. Holds references: lives no longer
/// than the document and the two strings it was made from.
class PackNode {
  public:
    PackNode(const nlohmann::json& value, const std::string& file,
             const std::filesystem::path& folder, std::string pointer = "")
        : value_(value), file_(file), folder_(folder), pointer_(std::move(pointer)) {}

    [[noreturn]] void refuse(PackFault fault, std::string_view name,
                             const std::string& detail) const;

    PackNode at(const char* name) const;
    std::string string(const char* name) const;
    LocalizedText text(const char* name) const;
    CountedText counted(const char* name) const;
    std::int64_t number(const char* name) const;
    int small_number(const char* name) const { return static_cast<int>(number(name)); }
    double real(const char* name) const;
    bool flag(const char* name) const;
    /// Throws PackRefusal (bad_date).
    Date date(const char* name) const;
    /// "2025-10" as the first of the month. Throws PackRefusal (bad_date).
    Date month(const char* name) const;
    /// A checked picture's absolute path; empty if the name is absent. Throws PackRefusal.
    std::filesystem::path picture(const char* name) const;
    std::vector<std::string> strings(const char* name) const;
    std::vector<LocalizedText> texts(const char* name) const;

    /// What `read` makes of each object of a list.
    template <class Read>
    auto list(const char* name, Read read) const {
        std::vector<decltype(read(std::declval<const PackNode&>()))> elements;
        const nlohmann::json* values = find(name);
        if (!values) return elements;
        elements.reserve(values->size());
        for (std::size_t i = 0; i < values->size(); ++i) {
            elements.push_back(
                read(PackNode((*values)[i], file_, folder_,
                              pointer_ + pointer_step(name) + pointer_step(std::to_string(i)))));
        }
        return elements;
    }

    /// The enumerator of a word.
    template <class Kind, std::size_t Size>
    Kind one_of(const char* name,
                const std::array<std::pair<std::string_view, Kind>, Size>& words) const {
        return kind_of(string(name), words, name);
    }
    template <class Kind, std::size_t Size>
    std::vector<Kind> some_of(
        const char* name, const std::array<std::pair<std::string_view, Kind>, Size>& words) const {
        std::vector<Kind> kinds;
        for (const std::string& text : strings(name))
            kinds.push_back(kind_of(text, words, name));
        return kinds;
    }

  private:
    const nlohmann::json* find(const char* name) const;

    template <class Kind, std::size_t Size>
    Kind kind_of(const std::string& text,
                 const std::array<std::pair<std::string_view, Kind>, Size>& words,
                 const char* name) const {
        for (const auto& [word, kind] : words) {
            if (word == text) return kind;
        }
        refuse(PackFault::breaks_schema, name, "\"" + text + "\" is none of the words known here");
    }

    const nlohmann::json& value_;
    const std::string& file_;
    const std::filesystem::path& folder_;
    std::string pointer_;
};

}  // namespace foyer
