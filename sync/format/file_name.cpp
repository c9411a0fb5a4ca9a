#include <algorithm>
#include <cstdio>

#include "sync/format/envelope.h"
#include "sync/format/strict_json.h"

namespace foyer::sync {
namespace {

constexpr std::string_view extension = ".json";
constexpr std::size_t instance_digits = 8;
constexpr std::size_t seq_digits = 10;
constexpr std::size_t hash_digits = 16;
constexpr std::size_t longest_kiosk_name = 24;

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Cuts the part after the last hyphen off `text`.
std::string_view take_last(std::string_view& text) {
    const std::size_t hyphen = text.rfind('-');
    if (hyphen == std::string_view::npos) return {};
    const std::string_view part = text.substr(hyphen + 1);
    text = text.substr(0, hyphen);
    return part;
}

}  // namespace

bool is_kiosk_name(std::string_view name) {
    if (name.empty() || name.size() > longest_kiosk_name) return false;
    if (name == headquarters_name || name == everybody) return false;
    if (!is_letter_or_digit(name.front()) || !is_letter_or_digit(name.back())) return false;
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

std::string FileName::text() const {
    char number[24];
    std::snprintf(number, sizeof number, "%010llu", static_cast<unsigned long long>(seq));
    std::string name(kind_word(kind));
    return name + "-" + sender + "-" + instance_end + "-" + number + "-" + hash_start +
           std::string(extension);
}

std::optional<FileName> FileName::read(std::string_view text) {
    const std::string_view whole = text;
    if (!text.ends_with(extension)) return std::nullopt;
    text.remove_suffix(extension.size());
    FileName name;
    name.hash_start = take_last(text);
    const std::string_view seq = take_last(text);
    name.instance_end = take_last(text);
    const std::size_t hyphen = text.find('-');
    if (hyphen == std::string_view::npos) return std::nullopt;
    const auto kind = kind_of_word(text.substr(0, hyphen));
    name.sender = text.substr(hyphen + 1);
    const bool digits_only =
        seq.size() == seq_digits &&
        std::all_of(seq.begin(), seq.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!kind || !digits_only || !is_hex(name.instance_end, instance_digits) ||
        !is_hex(name.hash_start, hash_digits)) {
        return std::nullopt;
    }
    if (name.sender != headquarters_name && !is_kiosk_name(name.sender)) return std::nullopt;
    name.kind = *kind;
    for (char c : seq)
        name.seq = name.seq * 10 + std::uint64_t(c - '0');
    if (name.seq == 0 || name.text() != whole) return std::nullopt;
    return name;
}

FileName name_of(const Header& header, std::string_view hash) {
    FileName name;
    name.kind = header.kind;
    name.sender = header.from;
    name.instance_end = header.instance.substr(header.instance.size() - instance_digits);
    name.seq = header.seq;
    name.hash_start = hash.substr(0, hash_digits);
    return name;
}

}  // namespace foyer::sync
