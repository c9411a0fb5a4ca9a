#include "kiosk/scan/picture_scan.h"

#include <algorithm>
#include <ostream>

#include "kiosk/scan/code_reader.h"
#include "kiosk/scan/picture_file.h"

namespace foyer::kiosk {
namespace {

/// A code may hold anything; a terminal must not obey it.
std::string without_controls(const std::string& text) {
    static const char digits[] = "0123456789abcdef";
    std::string safe;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte >= 32 && byte != 127) {
            safe += character;
        } else {
            safe += "\\x";
            safe += digits[byte >> 4];
            safe += digits[byte & 15];
        }
    }
    return safe;
}

}  // namespace

PictureReading scan_picture(const std::filesystem::path& path) {
    PictureReading reading;
    reading.path = path;
    try {
        const GrayPicture picture = load_gray_picture(path);
        reading.texts = CodeReader().read_still(picture.view());
    } catch (const PictureError& error) {
        reading.fault = error.what();
    }
    return reading;
}

std::string picture_line(const PictureReading& reading) {
    std::string line = without_controls(reading.path.string()) + ": ";
    if (!reading.fault.empty()) return line + "cannot read: " + reading.fault;
    if (reading.texts.empty()) return line + "no code";
    for (std::size_t i = 0; i < reading.texts.size(); ++i) {
        if (i > 0) line += '\t';
        line += without_controls(reading.texts[i]);
    }
    return line;
}

int scan_pictures(const std::vector<std::filesystem::path>& paths, std::ostream& out) {
    int status = 0;
    for (const std::filesystem::path& path : paths) {
        const PictureReading reading = scan_picture(path);
        out << picture_line(reading) << '\n' << std::flush;
        if (reading.texts.empty()) status = std::max(status, reading.fault.empty() ? 1 : 2);
    }
    return status;
}

}  // namespace foyer::kiosk
