#include "kiosk/theme/shadows.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/theme/atlas.h"

namespace foyer::kiosk {

namespace {

constexpr int texels_per_sigma = 6;
constexpr int reach_in_sigmas = 3;  // 99.7 % of a Gaussian
constexpr int reach = texels_per_sigma * reach_in_sigmas;

/// The corner's radius in sigmas: control to card under e1 and e2, a dialog under e3.
float radius_in_sigmas(Elevation elevation) {
    switch (elevation) {
        case Elevation::e1:
            return 2.8f;
        case Elevation::e2:
            return 1.4f;
        case Elevation::e3:
            return 0.9f;
    }
    return 1;
}

using Grid = std::vector<float>;  // side × side

/// 1 inside a quarter of a rounded rectangle whose edges lie at `edge`, 0 outside.
Grid quarter_shape(int side, float edge, float radius) {
    Grid grid(std::size_t(side * side));
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const float px = float(x) + 0.5f - edge, py = float(y) + 0.5f - edge;
            float distance = std::min(px, py);
            if (px < radius && py < radius)
                distance = radius - std::hypot(radius - px, radius - py);
            grid[std::size_t(y * side + x)] = std::clamp(distance + 0.5f, 0.0f, 1.0f);
        }
    return grid;
}

std::vector<float> gaussian() {
    std::vector<float> kernel(2 * reach + 1);
    float sum = 0;
    for (int i = -reach; i <= reach; ++i) {
        const float x = float(i) / texels_per_sigma;
        sum += kernel[std::size_t(i + reach)] = std::exp(-x * x / 2);
    }
    for (float& weight : kernel)
        weight /= sum;
    return kernel;
}

/// One pass along x, the result transposed: two passes blur both ways. Beyond the grid the shape
/// goes on as at its border.
Grid blurred_transposed(const Grid& from, int side, const std::vector<float>& kernel) {
    Grid to(from.size());
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            float sum = 0;
            for (int i = -reach; i <= reach; ++i) {
                const int source = std::clamp(x + i, 0, side - 1);
                sum += from[std::size_t(y * side + source)] * kernel[std::size_t(i + reach)];
            }
            to[std::size_t(x * side + y)] = sum;
        }
    return to;
}

}  // namespace

ShadowShape shadow_shape(Elevation elevation) {
    switch (elevation) {
        case Elevation::e1:
            return {6, 20, 0.10f};
        case Elevation::e2:
            return {14, 44, 0.16f};
        case Elevation::e3:
            return {28, 90, 0.26f};
    }
    return {};
}

Shadows::Corner Shadows::corner(Elevation elevation) {
    const float radius = radius_in_sigmas(elevation);
    const int inside = int(std::ceil((radius + reach_in_sigmas) * texels_per_sigma));
    ImFontAtlasRectId& drawn = drawn_[std::size_t(elevation)];
    if (drawn == ImFontAtlasRectId_Invalid) {
        const int side = reach + inside;
        const std::vector<float> kernel = gaussian();
        Grid grid = quarter_shape(side, reach, radius * texels_per_sigma);
        grid = blurred_transposed(grid, side, kernel);
        grid = blurred_transposed(grid, side, kernel);
        drawn = add_to_atlas(side, side, [&](int x, int y) {
            return std::lround(grid[std::size_t(y * side + x)] * 255);
        });
    }
    ImFontAtlasRect atlas = atlas_rect(drawn);
    // Painters stretch the innermost texel: the atlas must not be sampled beyond its middle.
    if (atlas.w > 0) {
        atlas.uv1.x -= (atlas.uv1.x - atlas.uv0.x) / float(atlas.w) / 2;
        atlas.uv1.y -= (atlas.uv1.y - atlas.uv0.y) / float(atlas.h) / 2;
    }
    return {atlas, float(reach_in_sigmas), float(inside) / texels_per_sigma};
}

}  // namespace foyer::kiosk
