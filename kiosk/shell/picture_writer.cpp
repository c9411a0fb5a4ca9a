#include "kiosk/shell/picture_writer.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace foyer::kiosk {

void write_png(const std::filesystem::path& file, int width, int height,
               const std::vector<std::uint8_t>& rgb) {
    struct Unref {
        void operator()(gpointer object) const { g_object_unref(object); }
    };
    const std::unique_ptr<GdkPixbuf, Unref> pixbuf(gdk_pixbuf_new_from_data(
        rgb.data(), GDK_COLORSPACE_RGB, false, 8, width, height, width * 3, nullptr, nullptr));
    GError* error = nullptr;
    if (gdk_pixbuf_save(pixbuf.get(), file.c_str(), "png", &error, nullptr)) return;
    const std::string complaint = error->message;
    g_error_free(error);
    throw std::runtime_error("cannot write " + file.string() + ": " + complaint);
}

}  // namespace foyer::kiosk
