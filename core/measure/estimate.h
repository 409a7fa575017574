// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// From counted reports to estimates of how the shoppers who reported are spread over the buckets, with the noise that
// randomising added: it is not known of whom those shoppers are a sample.
//
// Of n reports C support a bucket. With f the share of shoppers in it (p, q: measure/channel.h):
//
//   share       (C/n - q) / (p - q)                  unbiased
//   variance    (A + Bf)/n, A = q(1-q)/(p-q)^2, B = (1-p-q)/(p-q)
//   interval    every f of which the share is within z standard deviations, sqrt((A + Bf)/n) each, and half a report: Wilson's
//               score interval with Yates's correction. It covers 95 % or more from 20 reports on, whatever f is; without the
//               correction 90 % where few reports support a bucket, and with the variance at the estimate instead 81 %.
//
// Source    Wang, Blocki, Li, Jha (USENIX Security 2017), section 3, theorems 1 and 2; Wilson: Probable Inference, the Law of
//           Succession, and Statistical Inference (JASA 22, 1927); Newcombe: Two-Sided Confidence Intervals for the Single
//           Proportion (Statistics in Medicine 17, 1998), method 4, with the correction.
#pragma once

#include <span>
#include <vector>

#include "measure/channel.h"

namespace etalage::measure {

// What was counted of one measure.
struct Tally {
  Channel channel;
  double reports = 0;
  std::vector<double> counts;  // by bucket: reports that support it
};

struct Interval {
  double low = 0, high = 0;
};

// Of one bucket; not a number where nothing was reported.
struct Estimate {
  double count = 0;  // of shoppers
  double share = 0;
  double se = 0;           // of share, with it clamped to [0, 1]
  Interval range;          // of share, 95 %
  double display = 0;      // share for a chart: not negative, all add up to 1 (norm_sub)
  bool different = false;  // from zero, at 5 % for all buckets together (Bonferroni)
};

[[nodiscard]] std::vector<Estimate> estimate(const Tally& tally);

// The nearest numbers that are not negative and add up to `total`: delta with sum max(c + delta, 0) = total. Biased.
// Source    Wang, Li, Li, Skoruppa, Lopuhaa-Zwakenberg: Locally Differentially Private Frequency Estimation with Consistency
//           (NDSS 2020), section 4.4 (Norm-Sub).
[[nodiscard]] std::vector<double> norm_sub(std::span<const double> counts, double total);

// How far one forged report can move the count of a bucket, against any other report.
[[nodiscard]] double influence(const Channel& channel);
// How far it can move all counts, added up: under unary encoding each of them, else one up and one down.
[[nodiscard]] double total_influence(const Channel& channel);

// Reports after which the 95 % interval of such a share is no wider than that on either side.
[[nodiscard]] double needed_reports(const Channel& channel, double share, double half_width);

// How often one report gives its shopper away: who guesses among the buckets that it supports (any, where it supports none) is
// right so often, if all answers are equally likely. Under k-ary randomised response that is p.
[[nodiscard]] double truth(const Channel& channel);

}  // namespace etalage::measure
