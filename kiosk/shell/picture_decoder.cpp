#include "kiosk/shell/picture_decoder.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

namespace foyer::kiosk {

namespace {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
using Loader = std::unique_ptr<GdkPixbufLoader, Unref>;
using Pixbuf = std::unique_ptr<GdkPixbuf, Unref>;

/// Every graphics chip Foyer may meet takes textures of this size.
constexpr int largest_side = 4096;

struct Size {
    int width = 0, height = 0;
    bool empty() const { return width <= 0 || height <= 0; }
    Size turned() const { return {height, width}; }
};

/// What the first bytes say.
struct Header {
    Size size;
    bool is_drawing = false;
    std::string format;
};

/// Feeds the loader until it has read everything, fails, or `stop` is set. Returns the complaint.
std::string feed(GdkPixbufLoader* loader, std::string_view bytes, std::size_t step,
                 const bool& stop) {
    GError* error = nullptr;
    bool good = true;
    for (std::size_t at = 0; good && !stop && at < bytes.size(); at += step) {
        const std::string_view part = bytes.substr(at, step);
        good = gdk_pixbuf_loader_write(loader, reinterpret_cast<const guchar*>(part.data()),
                                       part.size(), &error);
    }
    // Must be closed in any case; only the first complaint counts.
    gdk_pixbuf_loader_close(loader, good ? &error : nullptr);
    if (!error) return {};
    const std::string complaint = error->message;
    g_error_free(error);
    return complaint;
}

/// Size and kind without decoding: 100 kB of PNG may claim 30,000² pixels, and the decoder would
/// believe them.
Header read_header(std::string_view bytes) {
    struct Seen {
        Header header;
        bool done = false;
    } seen;
    const Loader loader(gdk_pixbuf_loader_new());
    const auto on_size = +[](GdkPixbufLoader* self, int width, int height, gpointer data) {
        auto& found = *static_cast<Seen*>(data);
        found.header.size = {width, height};
        found.done = true;
        gdk_pixbuf_loader_set_size(self, 0, 0);  // makes it stop here
    };
    g_signal_connect(loader.get(), "size-prepared", G_CALLBACK(on_size), &seen);
    const std::string complaint = feed(loader.get(), bytes, 4096, seen.done);
    if (seen.header.size.empty())
        throw PictureError("not a picture: " + (complaint.empty() ? "empty" : complaint));
    if (GdkPixbufFormat* format = gdk_pixbuf_loader_get_format(loader.get())) {
        seen.header.is_drawing = gdk_pixbuf_format_is_scalable(format);
        gchar* name = gdk_pixbuf_format_get_name(format);
        seen.header.format = name;
        g_free(name);
    }
    return seen.header;
}

/// The size to decode at, so that the picture covers the box.
Size covering(Size picture, Size box, bool may_enlarge) {
    double scale = std::max(double(box.width) / picture.width, double(box.height) / picture.height);
    if (!may_enlarge) scale = std::min(scale, 1.0);
    scale = std::min(scale, double(largest_side) / std::max(picture.width, picture.height));
    const auto scaled = [&](int side) {
        return std::clamp(int(std::lround(side * scale)), 1, largest_side);
    };
    return {scaled(picture.width), scaled(picture.height)};
}

bool lies_on_its_side(GdkPixbuf* pixbuf) {
    const char* orientation = gdk_pixbuf_get_option(pixbuf, "orientation");
    return orientation && orientation[0] >= '5' && orientation[0] <= '8' && !orientation[1];
}

/// Decodes at `target`; stops at once and returns nothing if it turns out that the camera was held
/// upright, while `target` was meant for a picture that was not.
Pixbuf decode_at(std::string_view bytes, Size target, bool may_be_turned) {
    struct Watch {
        Size target;
        bool may_be_turned;
        bool stop = false;
    } watch{target, may_be_turned};
    const Loader loader(gdk_pixbuf_loader_new());
    const auto on_size = +[](GdkPixbufLoader* self, int, int, gpointer data) {
        const Size wanted = static_cast<Watch*>(data)->target;
        gdk_pixbuf_loader_set_size(self, wanted.width, wanted.height);
    };
    const auto on_area = +[](GdkPixbufLoader* self, gpointer data) {
        auto& seen = *static_cast<Watch*>(data);
        seen.stop = !seen.may_be_turned && lies_on_its_side(gdk_pixbuf_loader_get_pixbuf(self));
    };
    g_signal_connect(loader.get(), "size-prepared", G_CALLBACK(on_size), &watch);
    g_signal_connect(loader.get(), "area-prepared", G_CALLBACK(on_area), &watch);
    const std::string complaint = feed(loader.get(), bytes, 65536, watch.stop);
    if (watch.stop) return nullptr;
    GdkPixbuf* pixbuf = gdk_pixbuf_loader_get_pixbuf(loader.get());
    if (!complaint.empty() || !pixbuf) throw PictureError("damaged picture: " + complaint);
    return Pixbuf(gdk_pixbuf_apply_embedded_orientation(pixbuf));
}

/// A JPEG that was cut short decodes "successfully", its rest grey. Only its last marker tells:
/// after the first scan begins, FF D9 can be nothing else.
bool jpeg_is_whole(std::string_view bytes) {
    const auto byte = [&](std::size_t at) { return std::uint8_t(bytes[at]); };
    std::size_t at = 2;  // after the start marker
    while (at + 4 <= bytes.size()) {
        if (byte(at) != 0xFF) return false;
        if (byte(at + 1) == 0xFF) {  // padding
            ++at;
            continue;
        }
        constexpr std::uint8_t start_of_scan = 0xDA;
        if (byte(at + 1) == start_of_scan)
            return bytes.find("\xFF\xD9", at + 2) != std::string_view::npos;
        at += 2 + (std::size_t(byte(at + 2)) << 8 | byte(at + 3));
    }
    return false;
}

bool is_whole(std::string_view bytes, const std::string& format) {
    if (format == "jpeg") return jpeg_is_whole(bytes);
    if (format == "png") return bytes.find("IEND") != std::string_view::npos;
    if (format == "webp" && bytes.size() >= 8) {
        std::uint32_t length = 0;
        for (int i = 3; i >= 0; --i)
            length = length << 8 | std::uint8_t(bytes[4 + std::size_t(i)]);
        return bytes.size() - 8 >= length;
    }
    return true;
}

DecodedPicture to_rgba(GdkPixbuf* pixbuf) {
    DecodedPicture picture{gdk_pixbuf_get_width(pixbuf), gdk_pixbuf_get_height(pixbuf), {}};
    picture.rgba.resize(std::size_t(picture.width) * std::size_t(picture.height) * 4);
    const std::size_t channels = std::size_t(gdk_pixbuf_get_n_channels(pixbuf));
    const std::size_t stride = std::size_t(gdk_pixbuf_get_rowstride(pixbuf));
    const guchar* const pixels = gdk_pixbuf_read_pixels(pixbuf);
    std::uint8_t* to = picture.rgba.data();
    for (int y = 0; y < picture.height; ++y) {
        const guchar* from = pixels + std::size_t(y) * stride;
        for (int x = 0; x < picture.width; ++x, from += channels, to += 4) {
            to[0] = from[0], to[1] = from[1], to[2] = from[2];
            to[3] = channels == 4 ? from[3] : 255;
        }
    }
    return picture;
}

}  // namespace

DecodedPicture decode_picture(std::string_view bytes, int box_width, int box_height) {
    const Header header = read_header(bytes);
    const Size size = header.size;
    if (!header.is_drawing && std::int64_t(size.width) * size.height > most_picture_pixels)
        throw PictureError("picture too large: " + std::to_string(size.width) + " x " +
                           std::to_string(size.height) + " pixels");
    if (!is_whole(bytes, header.format)) throw PictureError("picture cut short");

    const Size box{std::max(box_width, 1), std::max(box_height, 1)};
    Pixbuf pixbuf = decode_at(bytes, covering(size, box, header.is_drawing), false);
    // The loader scales before it turns: the box must lie on its side as well.
    if (!pixbuf) pixbuf = decode_at(bytes, covering(size, box.turned(), false), true);
    return to_rgba(pixbuf.get());
}

}  // namespace foyer::kiosk
