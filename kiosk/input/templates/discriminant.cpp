#include "kiosk/input/templates/discriminant.h"

#include <Eigen/Eigenvalues>

namespace foyer::kiosk {
namespace {

/// How many deviations are added up at a time: products of matrices are fast when they are large.
constexpr Eigen::Index batch = 1024;
/// Share of the mean deviation that is added to every direction: what the drawings made for
/// learning never do, people do.
constexpr float ridge = 0.1f;

}  // namespace

Discriminant::Discriminant()
    : within_(Eigen::MatrixXf::Zero(feature_count, feature_count)),
      means_squared_(within_),
      waiting_(feature_count, batch),
      sum_(Eigen::VectorXf::Zero(feature_count)) {}

void Discriminant::add(const Eigen::MatrixXf& drawings) {
    const Eigen::VectorXf mean = drawings.rowwise().mean();
    for (Eigen::Index i = 0; i < drawings.cols(); ++i) {
        if (waiting_count_ == batch) flush();
        waiting_.col(waiting_count_++) = drawings.col(i) - mean;
    }
    means_squared_.selfadjointView<Eigen::Lower>().rankUpdate(mean);
    sum_ += mean;
    ++characters_;
    freedom_ += int(drawings.cols()) - 1;
}

void Discriminant::flush() {
    within_.selfadjointView<Eigen::Lower>().rankUpdate(waiting_.leftCols(waiting_count_));
    waiting_count_ = 0;
}

Eigen::MatrixXf Discriminant::directions(int count) {
    flush();
    const Eigen::VectorXf mean = origin();
    Eigen::MatrixXf between = means_squared_.selfadjointView<Eigen::Lower>();
    between = between / float(characters_) - mean * mean.transpose();
    Eigen::MatrixXf within = within_.selfadjointView<Eigen::Lower>();
    within /= float(freedom_);
    within.diagonal().array() += ridge * within.trace() / float(feature_count);
    const Eigen::GeneralizedSelfAdjointEigenSolver<Eigen::MatrixXf> solver(between, within);
    return solver.eigenvectors().rightCols(count).rowwise().reverse().transpose();
}

}  // namespace foyer::kiosk
