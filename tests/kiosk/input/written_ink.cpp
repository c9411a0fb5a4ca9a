#include "tests/kiosk/input/written_ink.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foyer::kiosk::test {
namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr float sampling = 18;  ///< a panel reports a finger about this often on its way

/// What an unsteady hand needs of chance.
class Chance {
  public:
    explicit Chance(Random& random) : random_(random) {}
    float even(float low, float high) {
        return low + (high - low) * float(random_.next() >> 40) / float(1 << 24);
    }
    /// Normal deviates by Box and Muller.
    float normal(float deviation) {
        const float radius = std::sqrt(-2 * std::log(even(1e-6f, 1)));
        return deviation * radius * std::cos(2 * pi * even(0, 1));
    }
    std::size_t below(std::size_t count) { return std::size_t(random_.next() % count); }

  private:
    Random& random_;
};

InkStroke sampled(const InkStroke& stroke) {
    InkStroke points = {stroke.front()};
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        const InkPoint a = stroke[i - 1], b = stroke[i];
        const int count = std::max(1, int(std::ceil(std::hypot(b.x - a.x, b.y - a.y) / sampling)));
        for (int k = 1; k <= count; ++k) {
            const float part = float(k) / float(count);
            points.push_back({a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part});
        }
    }
    return points;
}

/// Where the hand turns it is slow to follow: each point is pulled towards its neighbours.
void round_corners(InkStroke& stroke) {
    for (int pass = 0; pass < 2; ++pass) {
        for (std::size_t i = 1; i + 1 < stroke.size(); ++i) {
            stroke[i].x = 0.5f * stroke[i].x + 0.25f * (stroke[i - 1].x + stroke[i + 1].x);
            stroke[i].y = 0.5f * stroke[i].y + 0.25f * (stroke[i - 1].y + stroke[i + 1].y);
        }
    }
}

/// A slowly varying displacement: random at 4 x 4 knots over the box, smooth between them.
class Warp {
  public:
    Warp(Chance& chance, float deviation) {
        for (float& value : knots_)
            value = chance.normal(deviation);
    }
    InkPoint at(InkPoint p) const { return {p.x + sum(p, 0), p.y + sum(p, 16)}; }

  private:
    float sum(InkPoint p, std::size_t from) const {
        float total = 0, weights = 0;
        for (int row = 0; row < 4; ++row) {
            for (int column = 0; column < 4; ++column) {
                const float dx = p.x / box_size * 3 - float(column);
                const float dy = p.y / box_size * 3 - float(row);
                const float weight = std::exp(-(dx * dx + dy * dy));
                total += weight * knots_[from + std::size_t(row * 4 + column)];
                weights += weight;
            }
        }
        return total / std::max(weights, 1e-6f);
    }
    float knots_[32];
};

void displace_strokes(std::vector<InkStroke>& strokes, Chance& chance) {
    for (InkStroke& stroke : strokes) {
        const InkPoint middle = stroke[stroke.size() / 2];
        const float right = chance.normal(16), down = chance.normal(16);
        const float turn = chance.normal(0.05f), longer = 1 + chance.normal(0.07f);
        for (InkPoint& p : stroke) {
            const float x = (p.x - middle.x) * longer, y = (p.y - middle.y) * longer;
            p = {middle.x + right + x - turn * y, middle.y + down + y + turn * x};
        }
    }
}

void lean(std::vector<InkStroke>& strokes, float tangent) {
    for (InkStroke& stroke : strokes)
        for (InkPoint& p : stroke)
            p.x -= tangent * (p.y - box_size / 2);
}

/// Draws through a third of the gaps, as running hand does: on from where a stroke ends, in a
/// slight bow, to where the next one begins.
std::vector<InkStroke> join_a_third(const std::vector<InkStroke>& strokes, Chance& chance) {
    const std::size_t gaps = strokes.size() - 1;
    std::vector<bool> drawn(gaps);
    for (std::size_t left = (gaps + 1) / 3; left > 0;) {
        const std::size_t gap = chance.below(gaps);
        if (drawn[gap]) continue;
        drawn[gap] = true;
        --left;
    }
    std::vector<InkStroke> joined = {strokes.front()};
    for (std::size_t i = 0; i < gaps; ++i) {
        if (!drawn[i]) {
            joined.push_back(strokes[i + 1]);
            continue;
        }
        const InkPoint a = joined.back().back(), b = strokes[i + 1].front();
        const float bow = chance.normal(0.12f);
        joined.back().push_back(
            {(a.x + b.x) / 2 - bow * (b.y - a.y), (a.y + b.y) / 2 + bow * (b.x - a.x)});
        joined.back().insert(joined.back().end(), strokes[i + 1].begin(), strokes[i + 1].end());
    }
    return joined;
}

void jitter(std::vector<InkStroke>& strokes, Chance& chance) {
    const Warp warp(chance, 22);
    const float turn = chance.normal(0.05f), slant = chance.normal(0.06f);
    const float broad = 1 + chance.normal(0.06f);
    for (InkStroke& stroke : strokes) {
        stroke = sampled(stroke);
        round_corners(stroke);
        for (InkPoint& p : stroke) {
            p = warp.at(p);
            const float x = (p.x - box_size / 2) * broad, y = p.y - box_size / 2;
            p = {box_size / 2 + x - turn * y - slant * y + chance.normal(2.5f),
                 box_size / 2 + y + turn * x + chance.normal(2.5f)};
        }
    }
}

void shrink(std::vector<InkStroke>& strokes, Chance& chance) {
    const float right = chance.even(0, box_size / 2), down = chance.even(0, box_size / 2);
    for (InkStroke& stroke : strokes)
        for (InkPoint& p : stroke)
            p = {right + p.x / 2, down + p.y / 2};
}

}  // namespace

std::vector<InkStroke> written(const std::vector<InkStroke>& medians, Writing writing,
                               Random& random) {
    std::vector<InkStroke> strokes = medians;
    if (writing == Writing::clean) return strokes;
    Chance chance(random);
    displace_strokes(strokes, chance);
    if (writing == Writing::joined && strokes.size() > 1) strokes = join_a_third(strokes, chance);
    jitter(strokes, chance);
    if (writing == Writing::swapped && strokes.size() > 1) {
        const std::size_t one = chance.below(strokes.size());
        const std::size_t other = (one + 1 + chance.below(strokes.size() - 1)) % strokes.size();
        std::swap(strokes[one], strokes[other]);
    }
    if (writing == Writing::reversed) std::reverse(strokes.begin(), strokes.end());
    if (writing == Writing::slanted) lean(strokes, std::tan(20 * pi / 180));
    if (writing == Writing::half_size) shrink(strokes, chance);
    if (writing == Writing::drawn_backwards)
        for (InkStroke& stroke : strokes)
            std::reverse(stroke.begin(), stroke.end());
    return strokes;
}

}  // namespace foyer::kiosk::test
