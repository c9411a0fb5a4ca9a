#include "kiosk/input/templates/hand.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foyer::kiosk {
namespace {

constexpr float step = 0.03f;
constexpr float pi = std::numbers::pi_v<float>;

/// Points at even distances, so that bends have room.
InkStroke resampled(const InkStroke& stroke) {
    InkStroke even = {stroke.front()};
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        const InkPoint a = stroke[i - 1], b = stroke[i];
        const int pieces = std::max(1, int(std::hypot(b.x - a.x, b.y - a.y) / step));
        for (int k = 1; k <= pieces; ++k) {
            const float part = float(k) / float(pieces);
            even.push_back({a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part});
        }
    }
    return even;
}

/// A quick hand cuts corners.
void round_corners(InkStroke& stroke) {
    if (stroke.size() < 3) return;
    const InkStroke sharp = stroke;
    for (std::size_t i = 1; i + 1 < stroke.size(); ++i) {
        stroke[i] = {(sharp[i - 1].x + 2 * sharp[i].x + sharp[i + 1].x) / 4,
                     (sharp[i - 1].y + 2 * sharp[i].y + sharp[i + 1].y) / 4};
    }
}

}  // namespace

float Hand::even(float low, float high) {
    return low + (high - low) * float(random_.next() >> 40) / float(1 << 24);
}

float Hand::bell(float deviation) {
    return deviation * (even(-1, 1) + even(-1, 1) + even(-1, 1));
}

void Hand::warp(std::vector<InkStroke>& strokes) {
    const float turn = bell(0.06f), slant = bell(0.14f), broad = bell(0.08f);
    const float bow_x = bell(0.06f), bow_y = bell(0.06f);
    const float swing_x = bell(0.018f), swing_y = bell(0.018f);
    const float phase_x = even(0, 2 * pi), phase_y = even(0, 2 * pi);
    for (InkStroke& stroke : strokes) {
        for (InkPoint& p : stroke) {
            const float x = p.x - 0.5f, y = p.y - 0.5f;
            const float u = (x * std::cos(turn) - y * std::sin(turn)) * (1 + broad) - slant * y;
            const float v = (x * std::sin(turn) + y * std::cos(turn)) * (1 - broad);
            p.x = u + bow_x * (u * u + v) * u + swing_x * std::sin(7 * v + phase_x);
            p.y = v + bow_y * (v * v + u) * v + swing_y * std::sin(7 * u + phase_y);
        }
    }
}

void Hand::move_strokes(std::vector<InkStroke>& strokes) {
    for (InkStroke& stroke : strokes) {
        float x = 0, y = 0;
        for (const InkPoint& p : stroke) {
            x += p.x / float(stroke.size());
            y += p.y / float(stroke.size());
        }
        const float right = bell(0.02f), down = bell(0.02f), turn = bell(0.06f);
        const float longer = 1 + bell(0.08f), curve = bell(0.04f);
        for (std::size_t i = 0; i < stroke.size(); ++i) {
            InkPoint& p = stroke[i];
            const float along = stroke.size() > 1 ? float(i) / float(stroke.size() - 1) : 0.5f;
            const float bulge = curve * (along * (1 - along) - 1 / 6.0f);
            const float dx = (p.x - x) * longer, dy = (p.y - y) * longer;
            p = {x + right + dx - turn * dy + bulge, y + down + dy + turn * dx + bulge};
        }
    }
}

std::vector<InkStroke> Hand::join(const std::vector<InkStroke>& strokes, float joining) {
    std::vector<InkStroke> joined = {strokes.front()};
    for (std::size_t i = 1; i < strokes.size(); ++i) {
        if (even(0, 1) < joining) {
            joined.back().insert(joined.back().end(), strokes[i].begin(), strokes[i].end());
        } else {
            joined.push_back(strokes[i]);
        }
    }
    return joined;
}

std::vector<InkStroke> Hand::draw(const std::vector<InkStroke>& strokes, float joining) {
    std::vector<InkStroke> drawn;
    for (const InkStroke& stroke : strokes)
        drawn.push_back(resampled(stroke));
    move_strokes(drawn);
    for (InkStroke& stroke : drawn)
        if (even(0, 1) < 0.08f) std::reverse(stroke.begin(), stroke.end());
    drawn = join(drawn, joining);
    const int smoothing = int(even(0, 4));
    for (InkStroke& stroke : drawn) {
        stroke = resampled(stroke);
        for (int i = 0; i < smoothing; ++i)
            round_corners(stroke);
    }
    warp(drawn);
    return drawn;
}

}  // namespace foyer::kiosk
