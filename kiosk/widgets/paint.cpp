#include "kiosk/widgets/paint.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foyer::kiosk {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

/// Segments of a half circle so that no facet leaves it by more than a tenth of a pixel.
int half_circle_segments(float radius_pixels) {
    if (radius_pixels < 1) return 4;
    const float angle = 2 * std::acos(1 - 0.1f / radius_pixels);
    return std::clamp(int(std::ceil(pi / angle)), 8, 128);
}

/// An arc on the path. Where two arcs meet their ends are one point: a line of no length would
/// leave a mark in the stroke.
void corner(ImDrawList& draw, ImVec2 middle, float radius, float from, float to, int segments) {
    constexpr float same = 0.05f;
    for (int i = 0; i <= segments; ++i) {
        const float angle = from + (to - from) * float(i) / float(segments);
        const ImVec2 point(middle.x + radius * std::cos(angle),
                           middle.y + radius * std::sin(angle));
        const auto meets = [&](const ImVec2& other) {
            return std::abs(point.x - other.x) < same && std::abs(point.y - other.y) < same;
        };
        const auto& path = draw._Path;
        if (path.empty() || (!meets(path.back()) && !meets(path.front()))) draw.PathLineTo(point);
    }
}

/// Paths of ImGui's own rounded rectangles show facets beyond a radius of 48.
void rounded_path(ImDrawList& draw, ImVec2 a, ImVec2 b, float radius) {
    const float r = std::min({radius, (b.x - a.x) / 2, (b.y - a.y) / 2});
    if (r < 0.5f) {
        draw.PathRect(a, b);
        return;
    }
    const int segments = std::max(half_circle_segments(r) / 2, 3);
    corner(draw, {a.x + r, a.y + r}, r, pi, 1.5f * pi, segments);
    corner(draw, {b.x - r, a.y + r}, r, 1.5f * pi, 2 * pi, segments);
    corner(draw, {b.x - r, b.y - r}, r, 0, 0.5f * pi, segments);
    corner(draw, {a.x + r, b.y - r}, r, 0.5f * pi, pi, segments);
}

}  // namespace

float sized(const Ui& ui, float units) {
    return ui.canvas.portrait() ? units : units * 0.6f;
}

ImVec2 to_screen(const Ui& ui, float x, float y) {
    return {(x + ui.offset_x) * ui.canvas.scale, (y + ui.offset_y) * ui.canvas.scale};
}

ImVec4 to_screen(const Ui& ui, const Rect& rect) {
    const ImVec2 a = to_screen(ui, rect.x, rect.y), b = to_screen(ui, rect.right(), rect.bottom());
    return {std::round(a.x), std::round(a.y), std::round(b.x), std::round(b.y)};
}

ImU32 packed(const Ui& ui, Color color) {
    return IM_COL32(color.r, color.g, color.b, std::lround(float(color.a) * ui.alpha));
}

void door_path(Ui& ui, const Rect& rect, float inset_pixels) {
    const ImVec4 box = to_screen(ui, rect);
    const float left = box.x + inset_pixels, right = box.z - inset_pixels;
    const float top = box.y + inset_pixels, foot = box.w - inset_pixels;
    const float radius = std::min((right - left) / 2, foot - top);
    const float middle = (left + right) / 2;
    ui.draw->PathLineTo({left, foot});
    corner(*ui.draw, {middle, top + radius}, radius, pi, 2 * pi, half_circle_segments(radius));
    ui.draw->PathLineTo({right, foot});
}

void rounded_path(Ui& ui, const Rect& rect, float radius) {
    const ImVec4 box = to_screen(ui, rect);
    rounded_path(*ui.draw, {box.x, box.y}, {box.z, box.w}, ui.canvas.to_pixels(radius));
}

void rounded_top_path(Ui& ui, const Rect& rect, float radius) {
    const ImVec4 box = to_screen(ui, rect);
    const float r = std::min(ui.canvas.to_pixels(radius), (box.z - box.x) / 2);
    const int segments = std::max(half_circle_segments(r) / 2, 3);
    ui.draw->PathLineTo({box.x, box.w});
    ui.draw->PathArcTo({box.x + r, box.y + r}, r, pi, 1.5f * pi, segments);
    ui.draw->PathArcTo({box.z - r, box.y + r}, r, 1.5f * pi, 2 * pi, segments);
    ui.draw->PathLineTo({box.z, box.w});
}

void fill(Ui& ui, const Rect& rect, Color color) {
    const ImVec4 box = to_screen(ui, rect);
    ui.draw->AddRectFilled({box.x, box.y}, {box.z, box.w}, packed(ui, color));
}

void fill_rounded(Ui& ui, const Rect& rect, float radius, Color color) {
    rounded_path(ui, rect, radius);
    ui.draw->PathFillConvex(packed(ui, color));
}

void stroke_rounded(Ui& ui, const Rect& rect, float radius, float thickness, Color color) {
    const ImVec4 box = to_screen(ui, rect);
    const float width = std::max(1.0f, ui.canvas.snapped(thickness));
    const float half = width / 2;
    rounded_path(*ui.draw, {box.x + half, box.y + half}, {box.z - half, box.w - half},
                 ui.canvas.to_pixels(radius) - half);
    ui.draw->PathStroke(packed(ui, color), ImDrawFlags_Closed, width);
}

void fill_circle(Ui& ui, float x, float y, float radius, Color color) {
    const float r = ui.canvas.to_pixels(radius);
    ui.draw->AddCircleFilled(to_screen(ui, x, y), r, packed(ui, color),
                             2 * half_circle_segments(r));
}

void stroke_circle(Ui& ui, float x, float y, float radius, float thickness, Color color) {
    const float width = ui.canvas.to_pixels(thickness);
    const float r = ui.canvas.to_pixels(radius) - width / 2;
    ui.draw->AddCircle(to_screen(ui, x, y), r, packed(ui, color), 2 * half_circle_segments(r),
                       width);
}

void arc(Ui& ui, float x, float y, float radius, float thickness, float from_turn, float to_turn,
         Color color) {
    if (to_turn <= from_turn) return;
    const float width = ui.canvas.to_pixels(thickness);
    const float r = ui.canvas.to_pixels(radius) - width / 2;
    const float from = (from_turn - 0.25f) * 2 * pi, to = (to_turn - 0.25f) * 2 * pi;
    const ImVec2 middle = to_screen(ui, x, y);
    const int segments =
        std::max(4, int(float(2 * half_circle_segments(r)) * (to_turn - from_turn)));
    ui.draw->PathArcTo(middle, r, from, to, segments);
    ui.draw->PathStroke(packed(ui, color), 0, width);
    for (const float end : {from, to}) {
        const ImVec2 cap(middle.x + r * std::cos(end), middle.y + r * std::sin(end));
        ui.draw->AddCircleFilled(cap, width / 2, packed(ui, color));
    }
}

void line(Ui& ui, float x1, float y1, float x2, float y2, float thickness, Color color) {
    const float width = std::max(1.0f, ui.canvas.snapped(thickness));
    ui.draw->AddLine(to_screen(ui, x1, y1), to_screen(ui, x2, y2), packed(ui, color), width);
}

void floor_line(Ui& ui, float x, float y, float width, float thickness, Color color) {
    const float height = std::max(1.0f, ui.canvas.snapped(thickness));
    const ImVec4 box = to_screen(ui, {x, y, width, 0});
    ui.draw->AddRectFilled({box.x, box.y}, {box.z, box.y + height}, packed(ui, color));
}

void dotted_line(Ui& ui, float x1, float x2, float y, float dash, float gap, float thickness,
                 Color color) {
    for (float x = x1; x + dash <= x2 + 0.5f; x += dash + gap)
        fill_rounded(ui, {x, y - thickness / 2, dash, thickness}, thickness / 2, color);
}

void fill_gradient(Ui& ui, const Rect& rect, Color top, Color bottom) {
    const ImVec4 box = to_screen(ui, rect);
    const ImU32 a = packed(ui, top), b = packed(ui, bottom);
    ui.draw->AddRectFilledMultiColor({box.x, box.y}, {box.z, box.w}, a, a, b, b);
}

void fill_door(Ui& ui, const Rect& rect, Color color) {
    door_path(ui, rect, 0);
    ui.draw->PathFillConvex(packed(ui, color));
}

void fill_door(Ui& ui, const Rect& rect, Color top, Color foot) {
    const int first = ui.draw->VtxBuffer.Size;
    door_path(ui, rect, 0);
    ui.draw->PathFillConvex(packed(ui, top));
    const ImVec4 box = to_screen(ui, rect);
    const float height = std::max(1.0f, box.w - box.y);
    // The fringe that smooths the edge is transparent: only the colour changes, never the alpha.
    for (int i = first; i < ui.draw->VtxBuffer.Size; ++i) {
        ImDrawVert& vertex = ui.draw->VtxBuffer[i];
        const float share = std::clamp((vertex.pos.y - box.y) / height, 0.0f, 1.0f);
        const Color color = mixed(top, foot, share);
        vertex.col = (vertex.col & IM_COL32_A_MASK) |
                     (IM_COL32(color.r, color.g, color.b, 0) & ~IM_COL32_A_MASK);
    }
}

void stroke_door(Ui& ui, const Rect& rect, float thickness, Color color) {
    const float width = std::max(1.0f, ui.canvas.snapped(thickness));
    door_path(ui, rect, width / 2);
    ui.draw->PathStroke(packed(ui, color), ImDrawFlags_Closed, width);
}

void icon(Ui& ui, Icon which, float middle_x, float middle_y, float size, Color color) {
    const int pixels = std::max(1, int(ui.canvas.snapped(size)));
    const ImFontAtlasRect at = ui.theme.icons.at(which, pixels);
    const ImVec2 middle = to_screen(ui, middle_x, middle_y);
    const ImVec2 a(std::round(middle.x - float(pixels) / 2),
                   std::round(middle.y - float(pixels) / 2));
    ui.draw->AddImage(ImGui::GetIO().Fonts->TexRef, a, {a.x + float(at.w), a.y + float(at.h)},
                      at.uv0, at.uv1, packed(ui, color));
}

Clip::Clip(Ui& ui, const Rect& rect) {
    const ImVec4 box = to_screen(ui, rect);
    ImGui::PushClipRect({box.x, box.y}, {box.z, box.w}, true);
}

Clip::~Clip() {
    ImGui::PopClipRect();
}

}  // namespace foyer::kiosk
