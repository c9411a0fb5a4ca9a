#include "kiosk/scan/contrast.h"

#include <algorithm>

namespace foyer::kiosk {
namespace {

constexpr int tile = 64;
// Under this range a tile is plain wall: its noise is not worth stretching.
constexpr int least_range = 16;

/// The darkest and brightest pixel of each tile.
struct Tiles {
    int columns = 0;
    int rows = 0;
    std::vector<std::uint8_t> low;
    std::vector<std::uint8_t> high;
};

const std::uint8_t* row_of(const GrayView& picture, int y) {
    return picture.pixels + std::ptrdiff_t(y) * picture.row_stride;
}

Tiles measure(const GrayView& picture) {
    Tiles tiles;
    tiles.columns = (picture.width + tile - 1) / tile;
    tiles.rows = (picture.height + tile - 1) / tile;
    tiles.low.assign(std::size_t(tiles.columns) * std::size_t(tiles.rows), 255);
    tiles.high.assign(tiles.low.size(), 0);
    for (int y = 0; y < picture.height; ++y) {
        const std::uint8_t* pixel = row_of(picture, y);
        for (int column = 0; column < tiles.columns; ++column) {
            const std::size_t at = std::size_t(y / tile * tiles.columns + column);
            std::uint8_t low = tiles.low[at];
            std::uint8_t high = tiles.high[at];
            const int end = std::min(picture.width, (column + 1) * tile);
            for (int x = column * tile; x < end; ++x, pixel += picture.pixel_stride) {
                low = std::min(low, *pixel);
                high = std::max(high, *pixel);
            }
            tiles.low[at] = low;
            tiles.high[at] = high;
        }
    }
    return tiles;
}

/// Where a pixel lies between the centres of two tiles; `part` of 2 × tile.
struct Between {
    int first = 0;
    int second = 0;
    int part = 0;
};

Between between(int position, int count) {
    const int twice = 2 * position + 1 - tile;  // from the first tile's centre
    if (twice < 0) return {0, 0, 0};
    const int first = twice / (2 * tile);
    return {first, std::min(first + 1, count - 1), twice % (2 * tile)};
}

int mix(int first, int second, int part) {
    return first + (second - first) * part / (2 * tile);
}

}  // namespace

GrayView inverted(const GrayView& picture, std::vector<std::uint8_t>& out) {
    out.resize(std::size_t(picture.width) * std::size_t(picture.height));
    std::uint8_t* written = out.data();
    for (int y = 0; y < picture.height; ++y) {
        const std::uint8_t* pixel = row_of(picture, y);
        for (int x = 0; x < picture.width; ++x, pixel += picture.pixel_stride)
            *written++ = std::uint8_t(255 - *pixel);
    }
    return {out.data(), picture.width, picture.height, picture.width, 1};
}

GrayView stretched(const GrayView& picture, std::vector<std::uint8_t>& out) {
    out.resize(std::size_t(picture.width) * std::size_t(picture.height));
    const Tiles tiles = measure(picture);
    std::vector<Between> columns;
    for (int x = 0; x < picture.width; ++x)
        columns.push_back(between(x, tiles.columns));
    std::vector<int> low(std::size_t(tiles.columns));
    std::vector<int> gain(std::size_t(tiles.columns));
    std::uint8_t* written = out.data();
    for (int y = 0; y < picture.height; ++y) {
        const Between rows = between(y, tiles.rows);
        for (int i = 0; i < tiles.columns; ++i) {
            const auto upper = std::size_t(rows.first * tiles.columns + i);
            const auto lower = std::size_t(rows.second * tiles.columns + i);
            const int darkest = mix(tiles.low[upper], tiles.low[lower], rows.part);
            const int brightest = mix(tiles.high[upper], tiles.high[lower], rows.part);
            low[std::size_t(i)] = darkest;
            gain[std::size_t(i)] = (255 << 8) / std::max(least_range, brightest - darkest);
        }
        const std::uint8_t* pixel = row_of(picture, y);
        for (int x = 0; x < picture.width; ++x, pixel += picture.pixel_stride) {
            const Between& at = columns[std::size_t(x)];
            const auto first = std::size_t(at.first);
            const auto second = std::size_t(at.second);
            const int darkest = mix(low[first], low[second], at.part);
            const int value = (*pixel - darkest) * mix(gain[first], gain[second], at.part) >> 8;
            *written++ = std::uint8_t(std::clamp(value, 0, 255));
        }
    }
    return {out.data(), picture.width, picture.height, picture.width, 1};
}

}  // namespace foyer::kiosk
