// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "measure/uplift.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "measure/normal.h"

namespace etalage::measure {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

// What variances count more of reports that support a bucket, and of others: where few do, too few would make an estimate look
// surer than it is.
constexpr double kMore = 2;

// One for each bucket.
using Weights = std::vector<double>;

// Weighted sums of the estimated shares, and their covariance.
class Sums {
 public:
  explicit Sums(const Tally& tally)
      : tally_(tally), q_(tally.channel.q()), scale_(influence(tally.channel)) {}

  [[nodiscard]] double mean(const Weights& weights) const {
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * share(i);
    return sum;
  }
  // Of a report: E[xy] - E[x]E[y]. Two buckets are supported together never under randomised response; under unary encoding
  // as often as chance has it, less the product of their shares.
  [[nodiscard]] double covariance(const Weights& one, const Weights& other) const {
    const bool is_exclusive = tally_.channel.is_randomised_response();
    double both = 0, first = 0, second = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
      const double supported = (tally_.counts[i] + kMore) / (tally_.reports + 2 * kMore);
      const double mean = is_exclusive ? supported * scale_ : share(i);
      const double own = supported * scale_ * scale_ * (is_exclusive ? 1 : 1 - supported);
      both += one[i] * other[i] * (is_exclusive ? own : own + mean * mean);
      first += one[i] * mean;
      second += other[i] * mean;
    }
    return (both - first * second) / tally_.reports;
  }
  [[nodiscard]] double variance(const Weights& weights) const {
    return std::max(covariance(weights, weights), 0.0);
  }

 private:
  [[nodiscard]] double share(std::size_t bucket) const {
    return (tally_.counts[bucket] / tally_.reports - q_) * scale_;
  }

  const Tally& tally_;
  double q_, scale_;
};

// `low` and `high` where the bucket is of that arm and its row is one, else zero.
template <typename Weight>
Weights weights(const Trial& trial, std::size_t arm, Weight weight) {
  Weights result(trial.tally.counts.size(), 0.0);
  for (std::size_t row = 0; row < trial.is_success.size(); ++row) {
    result[row * 2 + arm] = weight(trial.is_success[row]);
  }
  return result;
}

// A rate: the sum by `successes` over the sum by `all`.
struct Rate {
  double value = kUndefined;
  Weights deviation;  // whose sum is zero at this rate
  double successes_variance = 0, all_variance = 0, covariance = 0, successes = 0, all = 0;

  // Every r for which successes - r * all is within z standard deviations of zero.
  [[nodiscard]] Interval range(double z) const {
    const double a = all * all - z * z * all_variance;
    const double b = all * successes - z * z * covariance;
    const double c = successes * successes - z * z * successes_variance;
    if (!(a > 0 && all > 0)) return {kUndefined, kUndefined};
    const double root = std::sqrt(std::max(0.0, b * b - a * c));
    return {(b - root) / a, (b + root) / a};
  }
};

Rate rate_of(const Trial& trial, const Sums& sums, std::size_t arm) {
  const auto successes =
      weights(trial, arm, [](bool is_success) { return is_success ? 1.0 : 0.0; });
  const auto all = weights(trial, arm, [](bool) { return 1.0; });
  Rate rate;
  rate.successes = sums.mean(successes);
  rate.all = sums.mean(all);
  if (rate.all > 0) rate.value = rate.successes / rate.all;
  rate.successes_variance = sums.variance(successes);
  rate.all_variance = sums.variance(all);
  rate.covariance = sums.covariance(successes, all);
  rate.deviation =
      weights(trial, arm, [&](bool is_success) { return (is_success ? 1.0 : 0.0) - rate.value; });
  return rate;
}

// The bounds of one - other, from theirs.
Interval difference(double one, const Interval& of_one, double other, const Interval& of_other,
                    double correlation) {
  const auto distance = [&](double first, double second) {
    return std::sqrt(first * first + second * second - 2 * correlation * first * second);
  };
  return {one - other - distance(one - of_one.low, of_other.high - other),
          one - other + distance(of_one.high - one, other - of_other.low)};
}

Arm arm_of(const Trial& trial, const Rate& rate, std::size_t arm) {
  const double n = trial.tally.reports, se = std::sqrt(rate.all_variance);
  const double designed = arm == kHeldOut ? trial.holdout : 1 - trial.holdout;
  return {rate.all * n,
          se * n,
          rate.all,
          {rate.all - kZ95 * se, rate.all + kZ95 * se},
          rate.all / designed,
          rate.value,
          rate.range(kZ95)};
}

}  // namespace

Uplift uplift(const Trial& trial) {
  const Sums sums(trial.tally);
  const auto shown = rate_of(trial, sums, kShown), held_out = rate_of(trial, sums, kHeldOut);
  const double correlation =
      sums.covariance(shown.deviation, held_out.deviation) /
      std::sqrt(sums.variance(shown.deviation) * sums.variance(held_out.deviation));
  const auto range = [&](double z) {
    return difference(shown.value, shown.range(z), held_out.value, held_out.range(z), correlation);
  };
  Uplift result;
  result.arms = {arm_of(trial, shown, kShown), arm_of(trial, held_out, kHeldOut)};
  result.uplift = shown.value - held_out.value;
  result.fixed = range(kZ95);
  result.anytime = range(anytime_z(trial.tally.reports));
  result.relative = held_out.value > 0 ? result.uplift / held_out.value : kUndefined;

  // Zero, if as many are held out as by design.
  Weights excess(trial.tally.counts.size());
  for (std::size_t i = 0; i < excess.size(); ++i) {
    excess[i] = i % 2 == kHeldOut ? 1 - trial.holdout : -trial.holdout;
  }
  result.held_out = held_out.all / (held_out.all + shown.all);
  result.p = two_sided_p(sums.mean(excess) / std::sqrt(sums.variance(excess)));
  return result;
}

Comparison compare(const Uplift& one, const Uplift& other) {
  return {one.uplift - other.uplift,
          difference(one.uplift, one.fixed, other.uplift, other.fixed, 0)};
}

double anytime_z(double reports) {
  constexpr double kAlpha = 0.05, kNarrowest = 10000;
  const double twice = -2 * std::log(kAlpha);
  const double x = reports * (twice + std::log(twice + 1)) / kNarrowest;  // t rho^2
  return std::sqrt(2 * (x + 1) / x * std::log(std::sqrt(x + 1) / kAlpha));
}

}  // namespace etalage::measure
