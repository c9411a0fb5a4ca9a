#include "shared/photos/photo_folder.h"

#include <cerrno>
#include <utility>

#include "shared/security/digest.h"

namespace foyer {

void PhotoFolder::keep_room(std::uint64_t bytes) {
    files_.make_folders(folder_);
    if (files_.free_space(folder_) >= room_for_records + bytes) return;
    throw FileError("too little room for photos on the disk of " + folder_.string(), ENOSPC);
}

void PhotoFolder::keep(const SealedPhoto& sealed) {
    std::uint64_t bytes = 0;
    for (const std::string& part : sealed.parts)
        bytes += part.size();
    keep_room(bytes);
    std::size_t written = 0;
    try {
        for (; written < sealed.parts.size(); ++written)
            files_.write_atomically(folder_ / sealed.photo.parts[written].hash,
                                    sealed.parts[written]);
    } catch (const FileError&) {
        while (written > 0)
            files_.remove(folder_ / sealed.photo.parts[--written].hash);
        throw;
    }
}

void PhotoFolder::keep(const std::string& hash, std::string_view bytes) {
    keep_room(bytes.size());
    files_.write_atomically(folder_ / hash, bytes);
}

std::optional<std::string> PhotoFolder::part(const PhotoPart& part) {
    try {
        auto bytes = files_.read(folder_ / part.hash, part.size);
        if (bytes && bytes->size() == part.size && digest_hex(*bytes) == part.hash) return bytes;
        return std::nullopt;
    } catch (const FileError& error) {
        if (error.code == EFBIG) return std::nullopt;
        throw;
    }
}

std::optional<std::string> PhotoFolder::open(const Photo& photo) {
    std::string bytes;
    for (std::size_t number = 0; number < photo.parts.size(); ++number) {
        const auto sealed = part(photo.parts[number]);
        const auto piece = sealed ? open_photo_part(photo, number, *sealed) : std::nullopt;
        if (!piece) return std::nullopt;
        bytes += *piece;
    }
    if (bytes.size() != photo.size) return std::nullopt;
    return bytes;
}

void PhotoFolder::remove(const std::string& hash) {
    files_.remove(folder_ / hash);
}

}  // namespace foyer
