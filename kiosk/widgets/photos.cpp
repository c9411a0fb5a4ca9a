#include "kiosk/widgets/photos.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/cards.h"
#include "kiosk/widgets/overlays.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace foyer::kiosk {

namespace {

constexpr float fade_seconds = 0.2f;

void shape_path(Ui& ui, const Rect& rect, PhotoShape shape, float radius) {
    switch (shape) {
        case PhotoShape::door:
            door_path(ui, rect, 0);
            return;
        case PhotoShape::square:
            rounded_path(ui, rect, 0);
            return;
        case PhotoShape::rounded:
            rounded_path(ui, rect, radius);
            return;
        case PhotoShape::rounded_top:
            rounded_top_path(ui, rect, radius);
            return;
    }
}

/// The part of a picture that covers a box, as texture coordinates.
ImVec4 covering(const PhotoView& view, const ImVec4& box, float focus_y) {
    const float width = box.z - box.x, height = box.w - box.y;
    const float scale = std::max(width / view.width, height / view.height);
    const float u = width / (view.width * scale), v = height / (view.height * scale);
    return {(1 - u) / 2, (1 - v) * focus_y, (1 + u) / 2, (1 - v) * focus_y + v};
}

void placeholder(Ui& ui, const Rect& rect, PhotoShape shape, float radius, bool broken) {
    const Palette& colors = ui.theme.palette;
    shape_path(ui, rect, shape, radius);
    ui.draw->PathFillConvex(packed(ui, colors.tint));
    if (!broken) return;
    const float size = std::min(rect.w, rect.h) * 0.3f;
    icon(ui, Icon::images, rect.middle_x(), rect.middle_y(), std::min(size, 76.0f), colors.edge);
}

}  // namespace

void picture(Ui& ui, const Rect& rect, const PhotoView& view, PhotoShape shape, float radius,
             float alpha, float focus_y, bool mirrored) {
    if (view.width <= 0 || view.height <= 0) return;
    const ImVec4 box = to_screen(ui, rect);
    ImVec4 uv = covering(view, box, focus_y);
    if (mirrored) std::swap(uv.x, uv.z);
    ui.draw->PushTexture(view.texture);
    const int first = ui.draw->VtxBuffer.Size;
    shape_path(ui, rect, shape, radius);
    ui.draw->PathFillConvex(packed(ui, ui.theme.palette.surface.faded(alpha)));
    // Not clamped: the swapped coordinates of a mirrored picture have no minimum to clamp to.
    ImGui::ShadeVertsLinearUV(ui.draw, first, ui.draw->VtxBuffer.Size, {box.x, box.y},
                              {box.z, box.w}, {uv.x, uv.y}, {uv.z, uv.w}, !mirrored);
    ui.draw->PopTexture();
}

void photo(Ui& ui, const Rect& rect, const std::filesystem::path& file, PhotoShape shape,
           float radius, float alpha, float focus_y) {
    const ImVec4 box = to_screen(ui, rect);
    const PhotoView view =
        ui.photos.photo(file, std::max(1, int(box.z - box.x)), std::max(1, int(box.w - box.y)));
    if (!view.ready) {
        placeholder(ui, rect, shape, radius, view.broken);
        return;
    }
    const float shown = eased(ui, view.age, fade_seconds);
    if (shown < 1) placeholder(ui, rect, shape, radius, false);
    picture(ui, rect, view, shape, radius, alpha * shown, focus_y);
}

void photo_within(Ui& ui, const Rect& rect, const std::filesystem::path& file) {
    const ImVec4 box = to_screen(ui, rect);
    const PhotoView view =
        ui.photos.photo(file, std::max(1, int(box.z - box.x)), std::max(1, int(box.w - box.y)));
    if (!view.ready || view.width <= 0 || view.height <= 0) {
        if (view.broken) placeholder(ui, rect, PhotoShape::rounded, 8, true);
        return;
    }
    const float scale = std::min(rect.w / view.width, rect.h / view.height);
    const float width = view.width * scale, height = view.height * scale;
    const Rect inside{rect.middle_x() - width / 2, rect.middle_y() - height / 2, width, height};
    picture(ui, inside, view, PhotoShape::square, 0, eased(ui, view.age, fade_seconds));
}

bool photo_card(Ui& ui, std::string_view id, const Rect& rect, const std::filesystem::path& file,
                std::string_view title, std::string_view caption) {
    const Palette& colors = ui.theme.palette;
    const Metrics m = metrics(ui.canvas);
    const Press press = id.empty() ? Press{} : press_area(ui, id, rect);
    if (!press.held) card_shadow(ui, rect);
    fill_rounded(ui, rect, m.radius_card, press.held ? colors.tint2 : colors.surface);
    const bool portrait = ui.canvas.portrait();
    const float pad = portrait ? 24.0f : 14.0f, air = portrait ? 14.0f : 8.0f;
    const float title_line = line_height(ui, TextSize::s);
    const float caption_line = caption.empty() ? 0 : line_height(ui, TextSize::xs);
    const float words = title_line + caption_line + 2 * air - 14 * (caption_line > 0);
    photo(ui, {rect.x, rect.y, rect.w, rect.h - words}, file, PhotoShape::rounded_top,
          m.radius_card);
    const float top = rect.bottom() - words + air;
    text_line(ui, {rect.x + pad, top, rect.w - 2 * pad, title_line}, title, type::strong,
              colors.text);
    if (!caption.empty())
        text_line(ui, {rect.x + pad, top + title_line - 4, rect.w - 2 * pad, caption_line}, caption,
                  type::caption, colors.text2);
    return press.clicked;
}

}  // namespace foyer::kiosk
