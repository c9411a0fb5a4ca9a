#pragma once

#include <Eigen/Core>

#include "kiosk/input/handwriting_features.h"

namespace foyer::kiosk {

/// Fisher's linear discriminant analysis: finds in which directions of the feature space different
/// characters lie apart while drawings of one character do not.
class Discriminant {
  public:
    Discriminant();

    /// Several drawings of one character, one a column.
    void add(const Eigen::MatrixXf& drawings);

    /// The best directions as rows, scaled so that drawings of one character deviate by about 1.
    /// After at least as many characters as directions.
    Eigen::MatrixXf directions(int count);

    /// The mean of the characters' means.
    Eigen::VectorXf origin() const { return sum_ / float(characters_); }

  private:
    void flush();

    Eigen::MatrixXf within_, means_squared_;
    Eigen::MatrixXf waiting_;  ///< deviations not yet added to `within_`
    Eigen::Index waiting_count_ = 0;
    Eigen::VectorXf sum_;
    int characters_ = 0, freedom_ = 0;
};

}  // namespace foyer::kiosk
