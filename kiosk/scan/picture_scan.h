#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace foyer::kiosk {

/// What the scanner reads in a picture file: the core of `foyer scan IMAGE…`.
struct PictureReading {
    std::filesystem::path path;
    std::vector<std::string> texts;  ///< the codes found
    std::string fault;               ///< why the picture could not be read; empty if it could
};

/// Loads a picture of any format gdk-pixbuf knows and reads it by the code the camera uses. Refuses
/// more than 64 megapixels before decoding. Never throws for a bad file.
PictureReading scan_picture(const std::filesystem::path& path);

/// One line without its end: `path: text`, `path: no code` or `path: cannot read: reason`. Several
/// codes are parted by tabs; control characters are written as escapes.
std::string picture_line(const PictureReading& reading);

/// Prints a line for each picture; the exit status of `foyer scan`: 0 if every picture had a code,
/// 1 if one had none, 2 if one could not be read.
int scan_pictures(const std::vector<std::filesystem::path>& paths, std::ostream& out);

}  // namespace foyer::kiosk
