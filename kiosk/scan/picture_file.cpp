#include "kiosk/scan/picture_file.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include <algorithm>
#include <memory>
#include <string>

#include "shared/world/files.h"

namespace foyer::kiosk {
namespace {

constexpr std::int64_t most_pixels = 64'000'000;
constexpr std::uint64_t most_bytes = 64u << 20;

template <auto release>
struct Release {
    template <typename T>
    void operator()(T* object) const {
        release(object);
    }
};
using Error = std::unique_ptr<GError, Release<g_error_free>>;
using Loader = std::unique_ptr<GdkPixbufLoader, Release<g_object_unref>>;

std::string bytes_of(const std::filesystem::path& path) {
    try {
        auto bytes = SystemFiles().read(path, most_bytes);
        if (!bytes) throw PictureError("there is no such file");
        return *std::move(bytes);
    } catch (const FileError& error) {
        throw PictureError(error.what());
    }
}

/// Asked before decoding: a hundred kilobytes can unfold to gigabytes.
std::string checked_format(const std::filesystem::path& path) {
    int width = 0;
    int height = 0;
    GdkPixbufFormat* format = gdk_pixbuf_get_file_info(path.c_str(), &width, &height);
    if (format == nullptr) throw PictureError("not a picture");
    if (std::int64_t(width) * height > most_pixels) {
        throw PictureError("more than 64 megapixels");
    }
    const std::unique_ptr<gchar, Release<g_free>> name(gdk_pixbuf_format_get_name(format));
    return name.get();
}

void throw_if(gboolean good, GError* error) {
    const Error owned(error);
    if (!good) throw PictureError(error != nullptr ? error->message : "it cannot be decoded");
}

void note_rows(GdkPixbufLoader*, int, int y, int, int height, int* rows) {
    *rows = std::max(*rows, y + height);
}

GrayPicture gray_of(const GdkPixbuf* pixbuf) {
    GrayPicture picture;
    picture.width = gdk_pixbuf_get_width(pixbuf);
    picture.height = gdk_pixbuf_get_height(pixbuf);
    picture.pixels.reserve(std::size_t(picture.width) * std::size_t(picture.height));
    const int channels = gdk_pixbuf_get_n_channels(pixbuf);
    const int stride = gdk_pixbuf_get_rowstride(pixbuf);
    const guint8* rows = gdk_pixbuf_read_pixels(pixbuf);
    for (int y = 0; y < picture.height; ++y) {
        const guint8* pixel = rows + std::ptrdiff_t(y) * stride;
        for (int x = 0; x < picture.width; ++x, pixel += channels) {
            const int bright = (77 * pixel[0] + 150 * pixel[1] + 29 * pixel[2]) >> 8;
            const int alpha = channels == 4 ? pixel[3] : 255;
            picture.pixels.push_back(std::uint8_t(255 - (255 - bright) * alpha / 255));
        }
    }
    return picture;
}

}  // namespace

GrayPicture load_gray_picture(const std::filesystem::path& path) {
    const std::string bytes = bytes_of(path);
    const std::string format = checked_format(path);
    GError* error = nullptr;
    const Loader loader(gdk_pixbuf_loader_new_with_type(format.c_str(), &error));
    throw_if(loader != nullptr, error);
    int rows = 0;
    g_signal_connect(loader.get(), "area-updated", G_CALLBACK(note_rows), &rows);
    const gboolean written = gdk_pixbuf_loader_write(
        loader.get(), reinterpret_cast<const guchar*>(bytes.data()), bytes.size(), &error);
    const int rows_written = rows;
    const gboolean closed = gdk_pixbuf_loader_close(loader.get(), written ? &error : nullptr);
    throw_if(written && closed, error);
    const GdkPixbuf* pixbuf = gdk_pixbuf_loader_get_pixbuf(loader.get());
    if (pixbuf == nullptr) throw PictureError("it cannot be decoded");
    // Closing fills up what is cut short without a word; the rows that came before tell. Other
    // formats give all their rows at the end, or an error.
    if ((format == "jpeg" || format == "png") && rows_written < gdk_pixbuf_get_height(pixbuf)) {
        throw PictureError("the file is cut short");
    }
    return gray_of(pixbuf);
}

}  // namespace foyer::kiosk
