#include "kiosk/input/handwriting_ink.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace foyer::kiosk {
namespace {

constexpr std::size_t most_points = 4096;
constexpr float farthest = 1e7f;
constexpr float piece_length = 1 / 48.0f;
/// The most intricate characters take about 1,500.
constexpr std::size_t most_pieces = 6000;
/// Below this much of the unit square a stroke is a dot, drawn as a short stroke downwards.
constexpr float dot_length = 0.02f;
/// Evenly spread ink is this many standard deviations wide.
constexpr float even_width = 3.4641f;

bool usable(InkPoint point) {
    return std::isfinite(point.x) && std::isfinite(point.y) && std::abs(point.x) < farthest &&
           std::abs(point.y) < farthest;
}

/// Every so many points are kept, so that the whole shape stays, at a bounded cost.
std::size_t keep_every(const std::vector<InkStroke>& strokes) {
    std::size_t points = 0;
    for (const InkStroke& stroke : strokes)
        points += stroke.size();
    return points / most_points + 1;
}

struct Box {
    float left = std::numeric_limits<float>::max(), top = left;
    float right = std::numeric_limits<float>::lowest(), bottom = right;

    void add(InkPoint point) {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        top = std::min(top, point.y);
        bottom = std::max(bottom, point.y);
    }
};

void cut_stroke(const InkStroke& stroke, std::vector<InkPiece>& pieces) {
    float way = 0;
    for (std::size_t i = 1; i < stroke.size(); ++i)
        way += std::hypot(stroke[i].x - stroke[i - 1].x, stroke[i].y - stroke[i - 1].y);
    if (way < dot_length) {
        pieces.push_back({stroke[0].x, stroke[0].y, 0.5f * dot_length, dot_length});
        return;
    }
    const int count = std::max(1, int(std::lround(way / piece_length)));
    const float step = way / float(count);
    InkPoint from = stroke[0];
    float left_over = step;
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        InkPoint at = stroke[i - 1];
        float length = std::hypot(stroke[i].x - at.x, stroke[i].y - at.y);
        while (length >= left_over && pieces.size() < most_pieces) {
            const float part = left_over / length;
            at = {at.x + (stroke[i].x - at.x) * part, at.y + (stroke[i].y - at.y) * part};
            pieces.push_back(
                {(from.x + at.x) / 2, (from.y + at.y) / 2, at.x - from.x, at.y - from.y});
            from = at;
            length -= left_over;
            left_over = step;
        }
        left_over -= length;
    }
}

/// Where the ink lies and how it spreads, each piece counted by its length.
struct Spread {
    double x = 0, y = 0;            ///< the centre
    double xx = 0, yy = 0, xy = 0;  ///< variances and covariance
};

Spread spread_of(const std::vector<InkPiece>& pieces) {
    double mass = 0;
    Spread spread;
    for (const InkPiece& piece : pieces) {
        const double length = std::hypot(piece.dx, piece.dy) + 1e-6;
        mass += length;
        spread.x += length * piece.x;
        spread.y += length * piece.y;
    }
    spread.x /= mass;
    spread.y /= mass;
    for (const InkPiece& piece : pieces) {
        const double share = (std::hypot(piece.dx, piece.dy) + 1e-6) / mass;
        const double x = piece.x - spread.x, y = piece.y - spread.y;
        spread.xx += share * x * x;
        spread.yy += share * y * y;
        spread.xy += share * x * y;
    }
    return spread;
}

void shear(std::vector<InkPiece>& pieces, double tangent) {
    for (InkPiece& piece : pieces) {
        piece.x -= float(tangent) * (piece.y - 0.5f);
        piece.dx -= float(tangent) * piece.dy;
    }
}

/// How far the near-vertical strokes lean, as a tangent.
double lean_of_verticals(const std::vector<InkPiece>& pieces) {
    constexpr double widest = 0.75;  // radians to either side of upright
    double sum = 0, weights = 1e-3;
    for (const InkPiece& piece : pieces) {
        const double angle =
            piece.dy < 0 ? std::atan2(-piece.dx, -piece.dy) : std::atan2(piece.dx, piece.dy);
        if (std::abs(angle) > widest) continue;
        const double weight =
            std::hypot(piece.dx, piece.dy) * std::cos(std::numbers::pi / 2 * angle / widest);
        sum += weight * std::tan(angle);
        weights += weight;
    }
    return sum / weights;
}

/// Slanting hands differ more from one another than upright and slanting characters do.
void set_upright(std::vector<InkPiece>& pieces) {
    constexpr double most = 0.5, share = 0.75, regularity = 0.02;
    const Spread spread = spread_of(pieces);
    shear(pieces, share * std::clamp(spread.xy / (spread.yy + regularity), -most, most));
    shear(pieces, std::clamp(lean_of_verticals(pieces), -most, most));
}

}  // namespace

std::vector<InkStroke> cleaned(const std::vector<InkStroke>& strokes) {
    const std::size_t every = keep_every(strokes);
    std::vector<InkStroke> kept;
    Box box;
    for (const InkStroke& stroke : strokes) {
        InkStroke clean;
        for (std::size_t i = 0; i < stroke.size(); ++i) {
            if (!usable(stroke[i]) || (i % every != 0 && i + 1 != stroke.size())) continue;
            clean.push_back(stroke[i]);
            box.add(stroke[i]);
        }
        if (!clean.empty()) kept.push_back(std::move(clean));
        if (kept.size() == most_points) break;
    }
    if (kept.empty()) return kept;
    const float size = std::max(box.right - box.left, box.bottom - box.top);
    const float scale = size > 0 ? 1 / size : 0;
    for (InkStroke& stroke : kept)
        for (InkPoint& point : stroke)
            point = {(point.x - box.left) * scale, (point.y - box.top) * scale};
    return kept;
}

std::vector<InkPiece> normalised(const std::vector<InkStroke>& strokes) {
    std::vector<InkPiece> pieces;
    for (const InkStroke& stroke : strokes)
        cut_stroke(stroke, pieces);
    if (pieces.empty()) return pieces;
    set_upright(pieces);
    const Spread spread = spread_of(pieces);
    const float width = even_width * float(std::sqrt(spread.xx));
    const float height = even_width * float(std::sqrt(spread.yy));
    const float larger = std::max({width, height, 1e-3f});
    // A slim character stays slim, but less so; what is hardly wide at all is left alone.
    const auto scale = [larger](float side) {
        if (side < 0.02f * larger) return 1.0f;
        return std::sqrt(std::sin(std::numbers::pi_v<float> / 2 * side / larger)) / side;
    };
    const float scale_x = scale(width), scale_y = scale(height);
    for (InkPiece& piece : pieces) {
        piece.x = 0.5f + (piece.x - float(spread.x)) * scale_x;
        piece.y = 0.5f + (piece.y - float(spread.y)) * scale_y;
        piece.dx *= scale_x;
        piece.dy *= scale_y;
    }
    return pieces;
}

}  // namespace foyer::kiosk
