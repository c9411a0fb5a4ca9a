#include "kiosk/input/templates/skeleton.h"

#include <algorithm>
#include <cmath>

#include "kiosk/input/templates/skeleton_graph.h"

namespace foyer::kiosk {
namespace {

/// Douglas and Peucker's simplification of a line.
void simplify(const InkStroke& line, std::size_t first, std::size_t last, float tolerance,
              InkStroke& kept) {
    const InkPoint a = line[first], b = line[last];
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    float farthest = 0;
    std::size_t split = first;
    for (std::size_t i = first + 1; i < last; ++i) {
        const InkPoint p = line[i];
        const float away =
            length > 1e-3f
                ? std::abs((p.x - a.x) * (b.y - a.y) - (p.y - a.y) * (b.x - a.x)) / length
                : std::hypot(p.x - a.x, p.y - a.y);
        if (away > farthest) {
            farthest = away;
            split = i;
        }
    }
    if (farthest > tolerance) {
        simplify(line, first, split, tolerance, kept);
        simplify(line, split, last, tolerance, kept);
    } else {
        kept.push_back(b);
    }
}

InkStroke simplified(const InkStroke& line, float tolerance) {
    InkStroke kept = {line.front()};
    if (line.size() > 1) simplify(line, 0, line.size() - 1, tolerance, kept);
    return kept;
}

/// Hands draw rightwards and downwards; what falls to the left is drawn from its top.
bool drawn_backwards(const InkStroke& piece) {
    const float right = piece.back().x - piece.front().x, down = piece.back().y - piece.front().y;
    return right + 1.8f * down < 0;
}

/// Parts of a line between sharp corners. Short ones (hooks) stay with what comes before.
std::vector<InkStroke> parted_at_corners(const InkStroke& line, float width) {
    constexpr float sharp = 0.6f;  // cosine of the turn
    std::vector<InkStroke> parts = {{line.front()}};
    for (std::size_t i = 1; i < line.size(); ++i) {
        parts.back().push_back(line[i]);
        if (i + 1 == line.size()) break;
        const InkPoint in{line[i].x - line[i - 1].x, line[i].y - line[i - 1].y};
        const InkPoint out{line[i + 1].x - line[i].x, line[i + 1].y - line[i].y};
        const float size = std::hypot(in.x, in.y) * std::hypot(out.x, out.y);
        InkStroke rest(line.begin() + std::ptrdiff_t(i), line.end());
        if (in.x * out.x + in.y * out.y < sharp * size && length_of(parts.back()) > 3 * width &&
            length_of(rest) > 3 * width) {
            parts.push_back({line[i]});
        }
    }
    return parts;
}

/// Turns every part the way it is drawn and leaves those together that follow on one another.
void put_in_direction(const InkStroke& line, float width, std::vector<InkStroke>& strokes) {
    std::vector<InkStroke> parts = parted_at_corners(line, width);
    std::vector<bool> backwards;
    for (const InkStroke& part : parts)
        backwards.push_back(drawn_backwards(part));
    for (std::size_t i = 0; i < parts.size();) {
        std::size_t end = i + 1;
        while (end < parts.size() && backwards[end] == backwards[i])
            ++end;
        InkStroke stroke = parts[i];
        for (std::size_t j = i + 1; j < end; ++j)
            stroke.insert(stroke.end(), parts[j].begin() + 1, parts[j].end());
        if (backwards[i]) std::reverse(stroke.begin(), stroke.end());
        strokes.push_back(std::move(stroke));
        i = end;
    }
}

}  // namespace

std::vector<InkStroke> pen_strokes(Bitmap bitmap) {
    const auto area = std::count(bitmap.ink.begin(), bitmap.ink.end(), 1);
    if (area == 0) return {};
    thin(bitmap);
    const auto length = std::count(bitmap.ink.begin(), bitmap.ink.end(), 1);
    const float width = float(area) / float(length);
    SkeletonGraph graph = graph_of(bitmap);
    tidy(graph, width);
    std::vector<InkStroke> strokes;
    for (const InkStroke& chain : chains_of(graph, width)) {
        if (chain.size() < 2) continue;
        put_in_direction(simplified(chain, 0.18f * width), width, strokes);
    }
    std::stable_sort(strokes.begin(), strokes.end(), [](const InkStroke& a, const InkStroke& b) {
        return a.front().x + 2 * a.front().y < b.front().x + 2 * b.front().y;
    });
    return strokes;
}

}  // namespace foyer::kiosk
