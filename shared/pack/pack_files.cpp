#include "shared/pack/pack_files.h"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <system_error>

#include "shared/pack/pack_refusal.h"

namespace foyer {
namespace {

namespace fs = std::filesystem;

std::string bytes_at(std::ifstream& stream, std::uint64_t from, std::uint64_t count) {
    std::string bytes(count, '\0');
    stream.clear();
    stream.seekg(static_cast<std::streamoff>(from));
    stream.read(bytes.data(), static_cast<std::streamsize>(count));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    return bytes;
}

std::uint32_t little_endian(std::string_view four) {
    std::uint32_t value = 0;
    for (int i = 3; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(four[i]);
    return value;
}

bool is_svg(std::string_view head, std::string_view tail) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || head[first] != '<') return false;
    return head.find("<svg") != std::string_view::npos &&
           tail.find("</svg>") != std::string_view::npos;
}

bool is_whole_picture(std::string_view head, std::string_view tail, std::uint64_t size) {
    using namespace std::string_view_literals;
    if (head.starts_with("\x89PNG\r\n\x1A\n"sv)) return tail.ends_with("IEND\xAE\x42\x60\x82"sv);
    if (head.starts_with("\xFF\xD8\xFF"sv)) return tail.ends_with("\xFF\xD9"sv);
    if (head.starts_with("RIFF"sv) && head.size() >= 12 && head.substr(8, 4) == "WEBP"sv) {
        return little_endian(head.substr(4, 4)) + 8ull == size;
    }
    return is_svg(head, tail);
}

}  // namespace

fs::path path_inside(const fs::path& folder, const std::string& path, const std::string& file,
                     const std::string& pointer) {
    const fs::path relative(path);
    const bool climbs = std::find(relative.begin(), relative.end(), "..") != relative.end();
    std::error_code failed;
    const fs::path root = fs::weakly_canonical(folder, failed);
    const fs::path place = failed ? fs::path() : fs::weakly_canonical(root / relative, failed);
    const auto [mismatch, unused] =
        std::mismatch(root.begin(), root.end(), place.begin(), place.end());
    if (failed || climbs || relative.is_absolute() || mismatch != root.end()) {
        throw PackRefusal(PackFault::path_outside, file, pointer,
                          "the path " + path + " leaves the pack's folder");
    }
    return place;
}

std::string read_pack_file(const fs::path& folder, const std::string& name) {
    const fs::path place = path_inside(folder, name, name, "");
    std::error_code failed;
    if (!fs::is_regular_file(place, failed)) {
        throw PackRefusal(PackFault::missing_file, name, "", "there is no such file");
    }
    const std::uint64_t size = fs::file_size(place, failed);
    if (!failed && size > pack_json_limit) {
        throw PackRefusal(PackFault::too_large, name, "",
                          "the file has more than " + std::to_string(pack_json_limit) + " bytes");
    }
    std::ifstream stream(place, std::ios::binary);
    std::string bytes = bytes_at(stream, 0, failed ? 0 : size);
    if (failed || bytes.size() != size) {
        throw PackRefusal(PackFault::unreadable_file, name, "", "the file cannot be read");
    }
    return bytes;
}

fs::path check_picture(const fs::path& folder, const std::string& path, const std::string& file,
                       const std::string& pointer) {
    const fs::path place = path_inside(folder, path, file, pointer);
    std::error_code failed;
    if (!fs::is_regular_file(place, failed)) {
        throw PackRefusal(PackFault::missing_picture, file, pointer, "there is no picture " + path);
    }
    const std::uint64_t size = fs::file_size(place, failed);
    if (failed || size > pack_picture_limit) {
        throw PackRefusal(PackFault::too_large, file, pointer,
                          "the picture " + path + " has more than " +
                              std::to_string(pack_picture_limit) + " bytes");
    }
    std::ifstream stream(place, std::ios::binary);
    const std::string head = bytes_at(stream, 0, std::min<std::uint64_t>(size, 1024));
    const std::uint64_t tail_size = std::min<std::uint64_t>(size, 64);
    const std::string tail = bytes_at(stream, size - tail_size, tail_size);
    if (!is_whole_picture(head, tail, size)) {
        throw PackRefusal(PackFault::not_a_picture, file, pointer,
                          path + " is no whole PNG, JPEG, WebP or SVG picture");
    }
    return place;
}

}  // namespace foyer
