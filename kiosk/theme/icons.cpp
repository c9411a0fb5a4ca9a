#include "kiosk/theme/icons.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "kiosk/theme/atlas.h"

namespace foyer::kiosk {

namespace {

struct PixbufDeleter {
    void operator()(GdkPixbuf* pixbuf) const { g_object_unref(pixbuf); }
};
using Pixbuf = std::unique_ptr<GdkPixbuf, PixbufDeleter>;

Pixbuf rasterised(const std::filesystem::path& file, int pixels) {
    GError* error = nullptr;
    Pixbuf drawing(gdk_pixbuf_new_from_file_at_size(file.c_str(), pixels, pixels, &error));
    if (!drawing) {
        const std::string reason = error->message;
        g_error_free(error);
        throw std::runtime_error("cannot draw the icon " + file.string() + ": " + reason);
    }
    if (gdk_pixbuf_get_n_channels(drawing.get()) != 4)
        throw std::runtime_error("the icon " + file.string() + " is not transparent");
    return drawing;
}

}  // namespace

ImFontAtlasRect Icons::at(Icon icon, int pixels) {
    const std::uint32_t id = std::uint32_t(icon) << 16 | std::uint32_t(pixels);
    const auto known = drawn_.find(id);
    if (known != drawn_.end()) return atlas_rect(known->second);

    const Pixbuf drawing = rasterised(folder_ / (std::string(icon_name(icon)) + ".svg"), pixels);
    const int width = gdk_pixbuf_get_width(drawing.get());
    const int height = gdk_pixbuf_get_height(drawing.get());
    const int stride = gdk_pixbuf_get_rowstride(drawing.get());
    const guint8* from = gdk_pixbuf_read_pixels(drawing.get());
    const ImFontAtlasRectId rect =
        add_to_atlas(width, height, [&](int x, int y) { return from[y * stride + x * 4 + 3]; });
    drawn_.emplace(id, rect);
    return atlas_rect(rect);
}

}  // namespace foyer::kiosk
