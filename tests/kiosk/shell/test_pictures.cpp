#include "tests/kiosk/shell/test_pictures.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdlib.h>

#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace foyer::kiosk {

namespace {

std::string big_endian(std::uint32_t value) {
    return {char(value >> 24), char(value >> 16), char(value >> 8), char(value)};
}

std::uint32_t png_checksum(std::string_view bytes) {
    std::uint32_t checksum = 0xFFFFFFFF;
    for (const char byte : bytes) {
        checksum ^= std::uint8_t(byte);
        for (int bit = 0; bit < 8; ++bit)
            checksum = checksum >> 1 ^ (checksum & 1 ? 0xEDB88320 : 0);
    }
    return ~checksum;
}

std::string png_chunk(const std::string& kind, const std::string& data) {
    return big_endian(std::uint32_t(data.size())) + kind + data +
           big_endian(png_checksum(kind + data));
}

/// The EXIF segment of a JPEG that says nothing but the orientation.
std::string exif(int orientation) {
    const std::string tiff = std::string("MM\0\x2A\0\0\0\x08", 8) + std::string("\0\x01", 2) +
                             std::string("\x01\x12\0\x03\0\0\0\x01\0", 9) + char(orientation) +
                             std::string("\0\0\0\0\0\0", 6);
    const std::string body = std::string("Exif\0\0", 6) + tiff;
    const std::size_t length = body.size() + 2;
    return std::string("\xFF\xE1") + char(length >> 8) + char(length) + body;
}

}  // namespace

std::string two_halves(int width, int height, const std::string& format, int orientation) {
    GdkPixbuf* whole = gdk_pixbuf_new(GDK_COLORSPACE_RGB, false, 8, width, height);
    gdk_pixbuf_fill(whole, 0xFF0000FF);
    const bool wide = width >= height;
    GdkPixbuf* second = gdk_pixbuf_new_subpixbuf(whole, wide ? width / 2 : 0, wide ? 0 : height / 2,
                                                 wide ? width - width / 2 : width,
                                                 wide ? height : height - height / 2);
    gdk_pixbuf_fill(second, 0x0000FFFF);
    gchar* buffer = nullptr;
    gsize size = 0;
    const bool saved =
        gdk_pixbuf_save_to_buffer(whole, &buffer, &size, format.c_str(), nullptr, nullptr);
    g_object_unref(second);
    g_object_unref(whole);
    if (!saved) throw std::runtime_error("cannot make a test picture");
    std::string bytes(buffer, size);
    g_free(buffer);
    if (orientation != 1) bytes.insert(2, exif(orientation));
    return bytes;
}

std::string huge_png(int side) {
    const std::string size = big_endian(std::uint32_t(side)) + big_endian(std::uint32_t(side));
    return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", size + std::string("\x08\x02\0\0\0", 5)) +
           png_chunk("IDAT", "\x78\x9C") + png_chunk("IEND", "");
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "foyer-shell-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TemporaryFolder::file(const std::string& name,
                                            const std::string& bytes) const {
    const std::filesystem::path path = path_ / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

}  // namespace foyer::kiosk
