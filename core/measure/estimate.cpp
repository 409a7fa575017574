// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "measure/estimate.h"

#include <algorithm>
#include <cmath>

#include "measure/normal.h"

namespace etalage::measure {
namespace {

// n times the variance of a share f: at_zero + slope * f.
struct Variance {
  double at_zero, slope;

  explicit Variance(const Channel& channel) {
    const double p = channel.p(), q = channel.q();
    at_zero = q * (1 - q) / ((p - q) * (p - q));
    slope = (1 - p - q) / (p - q);
  }
  [[nodiscard]] double at(double share) const { return at_zero + slope * share; }
};

// The roots of (f - share)^2 = z^2 (at_zero + slope f)/n: the lower one where sign is -1, the upper one where it is 1.
double score_bound(const Variance& variance, double share, double n, double sign) {
  const double shift = kZ95 * kZ95 * variance.slope / (2 * n);
  const double square = kZ95 * kZ95 * variance.at(share) / n + shift * shift;
  return share + shift + sign * std::sqrt(std::max(square, 0.0));
}

}  // namespace

std::vector<Estimate> estimate(const Tally& tally) {
  const double p = tally.channel.p(), q = tally.channel.q(), n = tally.reports;
  const Variance variance(tally.channel);
  const double from_zero =
      two_sided_z(0.05 / tally.channel.buckets) * std::sqrt(variance.at_zero / n);
  const double half_report = 0.5 / n / (p - q);
  std::vector<Estimate> estimates;
  std::vector<double> shares;
  for (const double count : tally.counts) {
    const double share = (count / n - q) / (p - q);
    const double se = std::sqrt(variance.at(std::clamp(share, 0.0, 1.0)) / n);
    // Where no report supports a bucket there is no lower root.
    const Interval range{std::min(share, score_bound(variance, share - half_report, n, -1)),
                         score_bound(variance, share + half_report, n, 1)};
    estimates.push_back({share * n, share, se, range, 0, std::fabs(share) > from_zero});
    shares.push_back(share);
  }
  const auto display = norm_sub(shares, 1);
  for (std::size_t i = 0; i < display.size(); ++i) estimates[i].display = display[i];
  return estimates;
}

std::vector<double> norm_sub(std::span<const double> counts, double total) {
  std::vector<double> result(counts.begin(), counts.end());
  std::vector<bool> is_zero(counts.size(), false);
  for (bool is_done = false; !is_done;) {
    double sum = 0, positive = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (is_zero[i]) continue;
      sum += counts[i];
      ++positive;
    }
    const double delta = (total - sum) / positive;
    is_done = true;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (is_zero[i]) continue;
      result[i] = counts[i] + delta;
      if (!(result[i] < 0)) continue;
      is_zero[i] = true;
      result[i] = 0;
      is_done = false;
    }
  }
  return result;
}

double influence(const Channel& channel) { return 1 / (channel.p() - channel.q()); }

double total_influence(const Channel& channel) {
  return influence(channel) * (channel.is_randomised_response() ? 2 : channel.buckets);
}

double needed_reports(const Channel& channel, double share, double half_width) {
  const double z = kZ95 / half_width;
  // Not one more for what rounding added.
  return std::ceil(z * z * Variance(channel).at(share) - 1e-6);
}

double truth(const Channel& channel) {
  if (channel.is_randomised_response()) return channel.p();
  const double q = channel.q(), k = channel.buckets;
  double none = 1;  // of the other buckets is supported
  for (std::uint32_t i = 1; i < channel.buckets; ++i) none *= 1 - q;
  // The mean of 1/(1+X), X binomial of k-1 and q, is (1 - (1-q)^k)/(kq).
  return (1 - none * (1 - q)) / (k * q) / 2 + none / k / 2;
}

}  // namespace etalage::measure
