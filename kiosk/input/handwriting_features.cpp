#include "kiosk/input/handwriting_features.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foyer::kiosk {
namespace {

using Row = std::array<float, feature_grid>;

/// How strongly each place along one side sees ink at a position: rows for positions from
/// -`beyond` to 1 + `beyond`, `steps` to the unit.
class Lens {
  public:
    Lens() {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const float position = float(i) / steps - beyond;
            const float at = (position + margin) / (1 + 2 * margin) * feature_grid - 0.5f;
            for (int place = 0; place < feature_grid; ++place) {
                const float away = (float(place) - at) / deviation;
                rows_[i][std::size_t(place)] =
                    std::abs(away) < sight ? std::exp(-0.5f * away * away) : 0;
            }
        }
    }
    const Row& at(float position) const {
        const float row = std::round((position + beyond) * steps);
        return rows_[std::size_t(std::clamp(row, 0.0f, float(rows_.size() - 1)))];
    }

  private:
    static constexpr float steps = 512, beyond = 0.5f;
    static constexpr float deviation = 0.75f, sight = 3.0f;  ///< in places, in deviations
    /// How much of what lies around the unit square is seen, too.
    static constexpr float margin = 0.06f;
    std::array<Row, std::size_t(steps*(1 + 2 * beyond)) + 1> rows_;
};

}  // namespace

InkFeatures features_of(const std::vector<InkPiece>& pieces) {
    constexpr std::size_t plane = feature_grid * feature_grid;
    static const Lens lens;
    InkFeatures features{};
    for (const InkPiece& piece : pieces) {
        const float length = std::hypot(piece.dx, piece.dy);
        if (length == 0) continue;
        const float half_turns = std::atan2(piece.dy, piece.dx) / std::numbers::pi_v<float>;
        const float orientation = (half_turns + 1) * feature_orientations;
        const int first = int(orientation) % feature_orientations;
        const float second_share = orientation - std::floor(orientation);
        const Row &across = lens.at(piece.x), &down = lens.at(piece.y);
        float* one = features.data() + std::size_t(first) * plane;
        float* other = features.data() + std::size_t((first + 1) % feature_orientations) * plane;
        for (std::size_t y = 0; y < feature_grid; ++y) {
            if (down[y] == 0) continue;
            const float share_one = length * (1 - second_share) * down[y];
            const float share_other = length * second_share * down[y];
            for (std::size_t x = 0; x < feature_grid; ++x) {
                one[y * feature_grid + x] += share_one * across[x];
                other[y * feature_grid + x] += share_other * across[x];
            }
        }
    }
    // Evens out the weight of much and little ink.
    for (float& feature : features)
        feature = std::sqrt(feature);
    return features;
}

}  // namespace foyer::kiosk
