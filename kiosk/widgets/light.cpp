#include <algorithm>
#include <cmath>

#include "kiosk/widgets/paint.h"

namespace foyer::kiosk {

namespace {

constexpr float feather = 2;  // units; slanted edges have no anti-aliasing of their own
constexpr int rows = 12;      // a trapezoid of two triangles would show its diagonal

struct Trapezoid {
    float left = 0, right = 0, y = 0, height = 0;
    float spread_left = 0, spread_right = 0;
    Color top, bottom;
    float alpha = 0;
};

void fill_trapezoid(Ui& ui, const Trapezoid& shape) {
    ImDrawList& draw = *ui.draw;
    draw.PrimReserve(rows * 18, (rows + 1) * 4);
    const auto first = ImDrawIdx(draw._VtxCurrentIdx);
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    for (int row = 0; row <= rows; ++row) {
        const float share = float(row) / rows, depth = shape.height * share;
        const float left = shape.left - depth * shape.spread_left;
        const float right = shape.right + depth * shape.spread_right;
        const ImU32 inside =
            packed(ui, mixed(shape.top, shape.bottom, share).faded(shape.alpha * (1 - share)));
        const ImU32 outside = inside & ~IM_COL32_A_MASK;
        const float y = shape.y + depth;
        draw.PrimWriteVtx(to_screen(ui, left - feather / 2, y), white, outside);
        draw.PrimWriteVtx(to_screen(ui, left + feather / 2, y), white, inside);
        draw.PrimWriteVtx(to_screen(ui, right - feather / 2, y), white, inside);
        draw.PrimWriteVtx(to_screen(ui, right + feather / 2, y), white, outside);
    }
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < 3; ++column) {
            const auto at = ImDrawIdx(first + row * 4 + column);
            for (const int index : {0, 1, 5, 0, 5, 4})
                draw.PrimWriteIdx(ImDrawIdx(at + index));
        }
}

/// Light that leans far to a side is narrower inside, as if the leaf hid a part of it.
float inner_spread(float outer) {
    return outer <= 0.2f ? outer : 0.65f * outer + 0.07f;
}

}  // namespace

void light(Ui& ui, const Light& light) {
    const Palette& colors = ui.theme.palette;
    fill_trapezoid(ui, {light.x, light.x + light.width, light.y, light.height, light.spread_left,
                        light.spread_right, colors.glow, colors.glow, 0.5f * light.strength});
    if (light.inner <= 0) return;
    const float step = light.width * 0.03f;
    fill_trapezoid(ui, {light.x + step, light.x + light.width - step, light.y, light.height,
                        inner_spread(light.spread_left), inner_spread(light.spread_right),
                        colors.glow_soft, colors.glow, 0.8f * light.inner * light.strength});
}

}  // namespace foyer::kiosk
