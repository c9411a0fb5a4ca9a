#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace foyer {

/// No JSON file of a pack is larger.
constexpr std::uint64_t pack_json_limit = 4u << 20;
/// No picture of a pack is larger.
constexpr std::uint64_t pack_picture_limit = 16u << 20;

/// A file's place on the disk, proven to lie inside `folder` with every link followed. `file`,
/// `pointer` say where the path was written, for the refusal. Throws PackRefusal (path_outside).
std::filesystem::path path_inside(const std::filesystem::path& folder, const std::string& path,
                                  const std::string& file, const std::string& pointer);

/// The bytes of one of the pack's JSON files. Throws PackRefusal.
std::string read_pack_file(const std::filesystem::path& folder, const std::string& name);

/// Proves that a picture is there, is whole and is of a kind Foyer shows (PNG, JPEG, WebP, SVG), by
/// its first and last bytes: a torn file is refused here, not by a grey square in front of a
/// visitor. Returns its absolute path. Throws PackRefusal.
std::filesystem::path check_picture(const std::filesystem::path& folder, const std::string& path,
                                    const std::string& file, const std::string& pointer);

}  // namespace foyer
