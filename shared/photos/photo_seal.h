#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/photo.h"
#include "shared/world/random.h"

/// How photos are sealed; sync/FORMAT.md is its definition. Pure functions, any thread.
namespace foyer {

/// A photo in parts that say nothing to whoever finds them. `photo` has id, size, key and parts
/// set; who, when and of what is for the caller to say.
struct SealedPhoto {
    Photo photo;
    std::vector<std::string> parts;  ///< the bytes, in order
};

/// Seals under a key of its own. Throws std::invalid_argument for no bytes, or for more than
/// most_photo_parts parts hold.
SealedPhoto seal_photo(std::string_view bytes, const Id& id, Random& random);

/// The bytes of part `number`, from 0; nothing unless these are that part's, to the bit, sealed
/// under the photo's key.
std::optional<std::string> open_photo_part(const Photo& photo, std::size_t number,
                                           std::string_view sealed);

}  // namespace foyer
