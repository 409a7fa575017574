// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What an experiment changed, from the randomised reports of both arms: a measure whose columns are the arms (shown, held out).
// Its intervals include the noise that randomising added and the chance of who was in which arm.
//
//   rate      of an arm: shoppers in its rows of success / all its shoppers, both estimated
//   uplift    the rate of those shown less that of those held out
//
// Reports count as those of as many shoppers: who answered in several epochs cannot be told from several who answered once. Over
// many epochs, with little noise, the intervals are too narrow for that.
//
// Every estimate is a weighted sum of the counts, so that variances follow from the covariance of the counts: multinomial under
// randomised response; under unary encoding noise is independent by bucket, and only who the shoppers are is multinomial.
//
//   rate      Fieller's interval, which has no bounds where the arm is not clearly larger than zero
//   uplift    from the bounds of both rates and their correlation (MOVER)
//   anytime   the same with a wider z, that holds at every moment at once: whoever looks every day, and stops when it pleases,
//             is wrong in 5 % of experiments at most
//
// Variances are those of two reports more with each bucket and two without, so that intervals cover where few reports count.
//
// Source    Fieller: Some Problems in Interval Estimation (JRSS B 16, 1954); Zou and Donner: Construction of confidence limits
//           about effect measures (Statistics in Medicine 27, 2008), section 2; Agresti and Coull: Approximate is Better than
//           "Exact" (American Statistician 52, 1998); Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas: Time-uniform central limit
//           theory and asymptotic confidence sequences (Annals of Statistics 52, 2024), theorem 2.2, with rho^2 =
//           (-2 ln alpha + ln(1 - 2 ln alpha))/t, narrowest about t, as its authors' own software has it.
// Errors    numbers that are not defined are not a number: all of an empty tally, bounds where there are none.
#pragma once

#include <array>
#include <vector>

#include "measure/estimate.h"

namespace etalage::measure {

inline constexpr std::size_t kShown = 0, kHeldOut = 1;

struct Trial {
  Tally tally;                   // its buckets: row * 2 + arm
  std::vector<bool> is_success;  // by row
  double holdout = 0.1;          // the share held out by design
};

struct Arm {
  double reports = 0, se = 0;  // estimated; its standard error
  double share = 0;
  Interval range;       // of share, 95 %
  double response = 0;  // share / the share by design
  double rate = 0;
  Interval rate_range;  // 95 %
};

struct Uplift {
  std::array<Arm, 2> arms;
  double uplift = 0;
  Interval fixed, anytime;  // 95 %, for one look and for any number
  double relative = 0;      // to the rate of those held out

  // Are as many held out as by design? Where not, the arms answer unequally, and no rate can be believed.
  double held_out = 0;  // the share that was found
  double p = 0;         // of finding it, or one farther from design
  [[nodiscard]] bool is_suspect() const { return p < 0.001; }
};

[[nodiscard]] Uplift uplift(const Trial& trial);

// The uplift of one less that of another, of other shoppers.
struct Comparison {
  double difference = 0;
  Interval range;  // 95 %
};
[[nodiscard]] Comparison compare(const Uplift& one, const Uplift& other);

// The z that holds at every number of reports at once, narrowest about 10,000.
[[nodiscard]] double anytime_z(double reports);

}  // namespace etalage::measure
