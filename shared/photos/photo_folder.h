#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "shared/photos/photo_seal.h"
#include "shared/world/files.h"

namespace foyer {

/// The sealed parts of photos beside a store, each in a file named by its hash. What is in it is
/// what the store's events and its table of files say; the rest was left by a crash. Throws
/// FileError. Any thread, but one that writes at a time: whoever has the store.
class PhotoFolder {
  public:
    /// Below this much free space photos are refused: what is left is for registering visitors.
    static constexpr std::uint64_t room_for_records = 64u << 20;

    PhotoFolder(Files& files, std::filesystem::path folder)
        : files_(files), folder_(std::move(folder)) {}

    const std::filesystem::path& path() const { return folder_; }

    /// Writes every part durably, or none. Throws a FileError of a full disk while there is some
    /// room left.
    void keep(const SealedPhoto& sealed);
    /// One more part of a photo of others. The caller has verified it.
    void keep(const std::string& hash, std::string_view bytes);
    /// A file of that name is here, whatever is in it.
    bool has(const std::string& hash) { return files_.exists(folder_ / hash); }
    /// Nothing unless it is here and is what its name says.
    std::optional<std::string> part(const PhotoPart& part);
    /// The photo, opened; nothing unless it is here, whole, and of this key.
    std::optional<std::string> open(const Photo& photo);
    void remove(const std::string& hash);
    /// Names of its files, those of half-written ones included.
    std::vector<std::string> names() { return files_.list(folder_); }

  private:
    void keep_room(std::uint64_t bytes);

    Files& files_;
    std::filesystem::path folder_;
};

/// Where a kiosk keeps them, in its home; and headquarters, under its root.
inline constexpr const char* photo_folder_name = "photos";

}  // namespace foyer
