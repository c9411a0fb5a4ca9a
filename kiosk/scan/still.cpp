#include "kiosk/scan/still.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include <algorithm>
#include <memory>

namespace foyer::kiosk {
namespace {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
using Pixbuf = std::unique_ptr<GdkPixbuf, Unref>;

/// Without the fourth channel: a JPEG has none.
Pixbuf pixbuf_of(const PreviewFrame& frame) {
    Pixbuf pixbuf(gdk_pixbuf_new(GDK_COLORSPACE_RGB, false, 8, frame.width, frame.height));
    if (!pixbuf) throw std::runtime_error("no memory for a photo");
    guchar* rows = gdk_pixbuf_get_pixels(pixbuf.get());
    const auto stride = std::size_t(gdk_pixbuf_get_rowstride(pixbuf.get()));
    const std::uint8_t* from = frame.rgba.data();
    for (std::size_t y = 0; y < std::size_t(frame.height); ++y) {
        guchar* to = rows + y * stride;
        for (int x = 0; x < frame.width; ++x, from += 4, to += 3)
            std::copy(from, from + 3, to);
    }
    return pixbuf;
}

Pixbuf made_smaller(Pixbuf pixbuf) {
    const int width = gdk_pixbuf_get_width(pixbuf.get());
    const int height = gdk_pixbuf_get_height(pixbuf.get());
    const int longest = std::max(width, height);
    if (longest <= longest_still_side) return pixbuf;
    const auto scaled = [&](int side) {
        return std::max(1, int(std::int64_t(side) * longest_still_side / longest));
    };
    return Pixbuf(
        gdk_pixbuf_scale_simple(pixbuf.get(), scaled(width), scaled(height), GDK_INTERP_BILINEAR));
}

}  // namespace

StillPhoto still_photo(const PreviewFrame& frame) {
    const auto pixels =
        std::size_t(std::max(frame.width, 0)) * std::size_t(std::max(frame.height, 0));
    if (pixels == 0 || frame.rgba.size() != 4 * pixels) {
        throw std::runtime_error("the camera gave no picture");
    }
    const Pixbuf pixbuf = made_smaller(pixbuf_of(frame));
    gchar* bytes = nullptr;
    gsize size = 0;
    GError* error = nullptr;
    if (!gdk_pixbuf_save_to_buffer(pixbuf.get(), &bytes, &size, "jpeg", &error, "quality",
                                   std::to_string(still_quality).c_str(), nullptr)) {
        const std::string complaint = error->message;
        g_error_free(error);
        throw std::runtime_error("a photo cannot be encoded: " + complaint);
    }
    StillPhoto still{std::string(bytes, size), gdk_pixbuf_get_width(pixbuf.get()),
                     gdk_pixbuf_get_height(pixbuf.get())};
    g_free(bytes);
    return still;
}

}  // namespace foyer::kiosk
