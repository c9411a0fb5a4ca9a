#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/format/envelope.h"

namespace foyer::sync {

/// A file of a published pack: small documents travel inside, everything else by content hash.
struct PackEntry {
    std::string path;  ///< below the pack's folder, see is_pack_path()
    std::uint64_t size = 0;
    std::string hash;
    std::optional<std::string> text;

    bool operator==(const PackEntry&) const = default;
};

/// One of the files that carry an edition of a pack. An edition is one act of publishing; it counts
/// up and never goes back, whatever version the pack gives itself.
struct PackPart {
    std::string pack, version;
    std::uint64_t edition = 0;
    int part = 1, parts = 1;
    std::string companion;  ///< hash of its sealed companion; empty: it has none
    std::vector<PackEntry> files;
};

constexpr int most_parts = 500;
constexpr std::size_t most_files_a_part = 500;
/// Larger documents travel as blobs, too.
constexpr std::size_t largest_inline_document = 256u << 10;

/// A relative path of plain names (letters, digits, dot, hyphen, underscore; none begins with a
/// dot) of at most 160 characters: harmless on every disk.
bool is_pack_path(std::string_view path);

/// Whether an id or a version of a pack may be part of a folder's name.
bool is_plain_name(std::string_view name);

/// "tile-2026.6.1-7": where an edition is unpacked.
std::string edition_folder(const PackPart& part);

/// Divides the files of an edition so that every part stays below the limit of a sync file.
std::vector<PackPart> divide(const PackPart& whole);

std::string compose_part(Header header, const PackPart& part, const SigningKey& signer);
std::optional<PackPart> part_in(const OpenedFile& file);

}  // namespace foyer::sync
