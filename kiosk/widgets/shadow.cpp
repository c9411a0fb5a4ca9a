#include <algorithm>
#include <cmath>
#include <numbers>

#include "kiosk/widgets/paint.h"

namespace foyer::kiosk {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

/// A stretch along one axis: pixels with their place in the shadow's texture.
struct Stop {
    float at = 0, uv = 0;
};

/// From the shadow's outer end over the corner to the middle and back out.
struct Stops {
    Stop outer_low, inner_low, inner_high, outer_high;
};

/// The shape runs from `low` to `high`; a shape too small for both corners meets in its middle.
Stops stops(float low, float high, float reach, float inside, float uv_from, float uv_to) {
    const float used = std::min(inside, (high - low) / 2);
    const float cut = uv_from + (uv_to - uv_from) * (reach + used) / (reach + inside);
    return {{low - reach, uv_from}, {low + used, cut}, {high - used, cut}, {high + reach, uv_from}};
}

void slice(ImDrawList& draw, Stop x1, Stop x2, Stop y1, Stop y2, ImU32 color) {
    if (x2.at - x1.at < 0.01f || y2.at - y1.at < 0.01f) return;
    draw.PrimReserve(6, 4);
    draw.PrimRectUV({x1.at, y1.at}, {x2.at, y2.at}, {x1.uv, y1.uv}, {x2.uv, y2.uv}, color);
}

struct Brush {
    Shadows::Corner corner;
    float reach = 0, inside = 0, drop = 0;  // pixels
    ImU32 color = 0;
};

Brush brush(const Ui& ui, Elevation elevation, float strength) {
    const ShadowShape shape = shadow_shape(elevation);
    const float shrink = ui.canvas.portrait() ? 1.0f : 0.6f;
    const float sigma = ui.canvas.to_pixels(shape.blur / 2 * shrink);
    Brush brush;
    brush.corner = ui.theme.shadows.corner(elevation);
    brush.reach = brush.corner.reach * sigma;
    brush.inside = brush.corner.inside * sigma;
    brush.drop = std::round(ui.canvas.to_pixels(shape.drop * shrink));
    brush.color = packed(ui, ui.theme.palette.shadow.faded(shape.alpha * strength));
    return brush;
}

void row_of_slices(ImDrawList& draw, const Stops& x, Stop y1, Stop y2, ImU32 color) {
    slice(draw, x.outer_low, x.inner_low, y1, y2, color);
    slice(draw, x.inner_low, x.inner_high, y1, y2, color);
    slice(draw, x.inner_high, x.outer_high, y1, y2, color);
}

/// The head of a door: a ring whose texture runs along the straight side of the shadow.
void arch(ImDrawList& draw, ImVec2 middle, float radius, const Brush& brush) {
    const ImFontAtlasRect& atlas = brush.corner.atlas;
    const float used = std::min(brush.inside, radius);
    const float depth = (brush.reach + used) / (brush.reach + brush.inside);
    const ImVec2 outer_uv(atlas.uv0.x, atlas.uv1.y);
    const ImVec2 inner_uv(atlas.uv0.x + (atlas.uv1.x - atlas.uv0.x) * depth, atlas.uv1.y);
    constexpr int segments = 32;
    draw.PrimReserve(segments * 9, (segments + 1) * 2 + 1);
    const auto first = ImDrawIdx(draw._VtxCurrentIdx);
    const auto center = ImDrawIdx(first + (segments + 1) * 2);
    for (int i = 0; i <= segments; ++i) {
        const float angle = pi + pi * float(i) / segments;
        const ImVec2 way(std::cos(angle), std::sin(angle));
        const float out = radius + brush.reach, in = radius - used;
        draw.PrimWriteVtx({middle.x + way.x * out, middle.y + way.y * out}, outer_uv, brush.color);
        draw.PrimWriteVtx({middle.x + way.x * in, middle.y + way.y * in}, inner_uv, brush.color);
    }
    draw.PrimWriteVtx(middle, inner_uv, brush.color);
    for (int i = 0; i < segments; ++i) {
        const auto at = ImDrawIdx(first + i * 2);
        for (const int index : {0, 1, 3, 0, 3, 2})
            draw.PrimWriteIdx(ImDrawIdx(at + index));
        draw.PrimWriteIdx(ImDrawIdx(at + 1));
        draw.PrimWriteIdx(ImDrawIdx(at + 3));
        draw.PrimWriteIdx(center);
    }
}

}  // namespace

void shadow(Ui& ui, const Rect& rect, Elevation elevation, float strength) {
    const Brush soft = brush(ui, elevation, strength);
    const ImFontAtlasRect& atlas = soft.corner.atlas;
    const ImVec4 box = to_screen(ui, rect);
    const Stops x = stops(box.x, box.z, soft.reach, soft.inside, atlas.uv0.x, atlas.uv1.x);
    const Stops y = stops(box.y + soft.drop, box.w + soft.drop, soft.reach, soft.inside,
                          atlas.uv0.y, atlas.uv1.y);
    row_of_slices(*ui.draw, x, y.outer_low, y.inner_low, soft.color);
    row_of_slices(*ui.draw, x, y.inner_low, y.inner_high, soft.color);
    row_of_slices(*ui.draw, x, y.inner_high, y.outer_high, soft.color);
}

void door_shadow(Ui& ui, const Rect& rect, Elevation elevation, float strength) {
    const Brush soft = brush(ui, elevation, strength);
    const ImFontAtlasRect& atlas = soft.corner.atlas;
    const ImVec4 box = to_screen(ui, rect);
    const float radius = std::min((box.z - box.x) / 2, box.w - box.y);
    const float spring = box.y + radius + soft.drop, foot = box.w + soft.drop;
    arch(*ui.draw, {(box.x + box.z) / 2, spring}, radius, soft);

    const Stops x = stops(box.x, box.z, soft.reach, soft.inside, atlas.uv0.x, atlas.uv1.x);
    const float used = std::min(soft.inside, foot - spring);
    const float full = soft.reach + soft.inside;
    const float cut = atlas.uv0.y + (atlas.uv1.y - atlas.uv0.y) * (soft.reach + used) / full;
    const Stop head{spring, cut}, lower{foot - used, cut}, end{foot + soft.reach, atlas.uv0.y};
    row_of_slices(*ui.draw, x, head, lower, soft.color);
    row_of_slices(*ui.draw, x, lower, end, soft.color);
}

}  // namespace foyer::kiosk
