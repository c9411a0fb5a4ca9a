#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/journal/event.h"

namespace foyer {

/// A sealed part of a photo as its event names it.
struct PhotoPart {
    std::string hash;  ///< of the sealed bytes, 64 digits: also the name of its file
    std::uint64_t size = 0;
    bool operator==(const PhotoPart&) const = default;
};

/// A photo of a visit: the plan the customer brought, the papers of the car to be traded in.
struct Photo {
    Id id, visit;
    std::string kiosk;  ///< where it was taken
    std::string staff;  ///< by whom
    WallTime taken_at = 0;
    std::string mime = "image/jpeg";
    int width = 0, height = 0;  ///< pixels
    std::uint64_t size = 0;     ///< bytes once opened
    std::string key;            ///< its own, 64 digits
    std::vector<PhotoPart> parts;
    int parts_here = 0;      ///< of its parts, how many lie beside this store
    bool delivered = false;  ///< kiosk: headquarters has all of them
    bool sound = true;       ///< headquarters: its key opens every part that is here

    bool whole() const { return parts_here == int(parts.size()); }
    bool operator==(const Photo&) const = default;
};

// What an event may say: a reader believes no more (sync/FORMAT.md).
constexpr std::uint64_t largest_photo_part = 4u << 20;
constexpr std::size_t most_photo_parts = 16;
constexpr int largest_photo_side = 20'000;

}  // namespace foyer
