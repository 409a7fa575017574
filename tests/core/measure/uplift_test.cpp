// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// How many experiments are simulated: tests/core/measure/population.h. The figures are printed.
#include "measure/uplift.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "measure/normal.h"
#include "measure/population.h"

namespace etalage {
namespace {

using measure::Channel;
using measure::Interval;
using measure::Trial;
using measure::Uplift;
using test::channel_of;

// Of the last row of several; the others share what is left.
struct Design {
  Channel channel;
  double holdout, rate_shown, rate_held_out;
  double response_held_out = 1;  // of those held out, against those shown
};

Design design(std::uint32_t rows, std::uint32_t a, double holdout, double rate_shown,
              double rate_held_out) {
  return {channel_of(rows * 2, a, 1), holdout, rate_shown, rate_held_out};
}

class Experiment {
 public:
  Experiment(const Design& design, std::uint64_t seed) : design_(design), respondents_(seed) {
    trial_.tally = test::tally_of(design.channel);
    trial_.is_success.resize(design.channel.buckets / 2);
    trial_.is_success.back() = true;
    trial_.holdout = design.holdout;
  }
  // Reports of so many shoppers more.
  void run(int shoppers) {
    for (int i = 0; i < shoppers; ++i) {
      const bool is_held_out = unit() < design_.holdout;
      if (is_held_out && unit() >= design_.response_held_out) continue;
      const auto last = static_cast<std::uint32_t>(trial_.is_success.size()) - 1;
      const bool is_success = unit() < (is_held_out ? design_.rate_held_out : design_.rate_shown);
      const auto row = is_success ? last : respondents_.random().below(last);
      test::add(trial_.tally, respondents_.answer(design_.channel, row * 2 + is_held_out));
    }
  }
  [[nodiscard]] Uplift found() const { return measure::uplift(trial_); }
  [[nodiscard]] double truth() const { return design_.rate_shown - design_.rate_held_out; }

 private:
  double unit() { return static_cast<double>(respondents_.random().bits() >> 11) * 0x1p-53; }

  Design design_;
  test::Respondents respondents_;
  Trial trial_;
};

bool is_defined(const Interval& range) { return !std::isnan(range.low) && !std::isnan(range.high); }
bool covers(const Interval& range, double truth) {
  return range.low <= truth && truth <= range.high;
}

const char* name(const Channel& channel) {
  return channel.is_randomised_response() ? "k-RR" : "OUE";
}

TEST(Uplift, ItsIntervalsCoverInSimulatedExperiments) {
  const int times = test::populations();
  double all_covered = 0, all_tried = 0;
  struct Kind {
    Design design;
    int shoppers;
  };
  for (const auto& [design, shoppers] :
       {Kind{design(5, 8, 0.1, 0.06, 0.05), 5000}, Kind{design(5, 8, 0.1, 0.0, 0.0), 10000},
        Kind{design(5, 3, 0.5, 0.1, 0.05), 5000}, Kind{design(2, 3, 0.5, 0.9, 0.8), 2000},
        Kind{design(2, 2, 0.3, 1.0, 1.0), 5000}, Kind{design(5, 55, 0.1, 0.06, 0.03), 1000},
        Kind{design(8, 3, 0.5, 0.05, 0.04), 5000}, Kind{design(16, 8, 0.3, 0.2, 0.1), 3000}}) {
    double covered = 0, shown = 0, held_out = 0, share = 0, defined = 0, bias = 0;
    for (int i = 0; i < times; ++i) {
      Experiment experiment(design, static_cast<std::uint64_t>(i + 1));
      experiment.run(shoppers);
      const auto found = experiment.found();
      share += covers(found.arms[measure::kHeldOut].range, design.holdout);
      if (!is_defined(found.fixed)) continue;
      ++defined;
      bias += found.uplift - experiment.truth();
      covered += covers(found.fixed, experiment.truth());
      shown += covers(found.arms[measure::kShown].rate_range, design.rate_shown);
      held_out += covers(found.arms[measure::kHeldOut].rate_range, design.rate_held_out);
    }
    std::printf(
        "%4s k=%-2u a=%-2u n=%-5d holdout %.1f, rates %.2f %.2f: defined %.3f, coverage of uplift "
        "%.3f, rates %.3f %.3f, share %.3f, mean error %.4f\n",
        name(design.channel), design.channel.buckets, design.channel.a, shoppers, design.holdout,
        design.rate_shown, design.rate_held_out, defined / times, covered / defined,
        shown / defined, held_out / defined, share / times, bias / defined);
    EXPECT_GE(defined, 0.95 * times);
    const double least = 0.94 - test::by_chance(0.95, times);
    EXPECT_GE(covered / defined, least);
    EXPECT_GE(shown / defined, least);
    EXPECT_GE(held_out / defined, least);
    EXPECT_GE(share / times, least);
    all_covered += covered;
    all_tried += defined;
  }
  std::printf("coverage of the uplift of %.0f experiments: %.4f\n", all_tried,
              all_covered / all_tried);
  EXPECT_GE(all_covered / all_tried, 0.94);
  EXPECT_LE(all_covered / all_tried, 0.96);
}

TEST(Uplift, WhoeverLooksEveryThousandReportsIsRightAllTheTimeIn95PercentOfExperiments) {
  const int times = test::populations();
  for (const auto& design : {design(5, 8, 0.1, 0.06, 0.06), design(4, 3, 0.5, 0.1, 0.08),
                             design(7, 3, 0.5, 0.05, 0.05)}) {
    double always = 0, once_fixed = 0, width = 0;
    for (int i = 0; i < times; ++i) {
      Experiment experiment(design, static_cast<std::uint64_t>(i + 1));
      bool is_right = true, is_fixed_right = true;
      for (int look = 0; look < 20; ++look) {
        experiment.run(1000);
        const auto found = experiment.found();
        const auto misses = [&](const Interval& range) {
          return is_defined(range) && !covers(range, experiment.truth());
        };
        is_right = is_right && !misses(found.anytime);
        is_fixed_right = is_fixed_right && !misses(found.fixed);
        if (look == 9 && is_defined(found.anytime)) {
          width += (found.anytime.high - found.anytime.low) / (found.fixed.high - found.fixed.low) /
                   times;
        }
      }
      always += is_right;
      once_fixed += is_fixed_right;
    }
    std::printf(
        "%4s k=%-2u a=%u: right at 20 looks of 1,000 reports: always-valid %.3f, fixed-sample "
        "%.3f; %.2f times as wide at 10,000\n",
        name(design.channel), design.channel.buckets, design.channel.a, always / times,
        once_fixed / times, width);
    EXPECT_GE(always / times, 0.95);
    // Which is why it is there.
    EXPECT_LT(once_fixed / times, 0.92);
  }
}

TEST(Uplift, TheAlwaysValidFactorIsLeastForTheReportsItIsMeantFor) {
  // From the boundary sqrt(2 (x + 1)/x ln(sqrt(x + 1)/alpha)), x = t rho^2.
  EXPECT_NEAR(measure::anytime_z(10000), 3.0352, 5e-4);
  const auto factor = [](double rho_squared) {
    const double x = 10000 * rho_squared;
    return std::sqrt(2 * (x + 1) / x * std::log(std::sqrt(x + 1) / 0.05));
  };
  for (double rho_squared = 1e-5; rho_squared < 1; rho_squared *= 1.1) {
    EXPECT_GE(factor(rho_squared), measure::anytime_z(10000) - 5e-3);
  }
}

TEST(Uplift, AnUnequalSampleIsSuspectAndAnEqualOneIsNot) {
  const int times = test::populations();
  for (auto design : {design(5, 8, 0.3, 0.06, 0.05), design(6, 3, 0.5, 0.06, 0.05)}) {
    double below = 0, suspect = 0, found_out = 0, response = 0;
    for (int i = 0; i < times; ++i) {
      design.response_held_out = 1;
      Experiment equal(design, static_cast<std::uint64_t>(i + 1));
      equal.run(5000);
      below += equal.found().p < 0.05;
      suspect += equal.found().is_suspect();
      design.response_held_out = 0.5;
      Experiment unequal(design, static_cast<std::uint64_t>(i + 1));
      unequal.run(10000);
      found_out += unequal.found().is_suspect();
      const auto arms = unequal.found().arms;
      response += arms[measure::kHeldOut].response / arms[measure::kShown].response / times;
    }
    std::printf(
        "%s: p below 0.05 in %.3f of equal samples, suspect %.3f; half the response found out in "
        "%.3f, as %.3f\n",
        name(design.channel), below / times, suspect / times, found_out / times, response);
    EXPECT_NEAR(below / times, 0.05, test::by_chance(0.05, times));
    EXPECT_LE(suspect / times, 0.001 + test::by_chance(0.001, times));
    EXPECT_GE(found_out / times, 0.9);
    EXPECT_NEAR(response, 0.5, 0.03);
  }
}

TEST(Uplift, OfTwoExperimentsAreComparedWithTheUncertaintyOfBoth) {
  const int times = test::populations();
  const auto now = design(5, 8, 0.5, 0.10, 0.05), before = design(5, 8, 0.3, 0.08, 0.06);
  double covered = 0;
  for (int i = 0; i < times; ++i) {
    Experiment one(now, static_cast<std::uint64_t>(i + 1)),
        other(before, static_cast<std::uint64_t>(i + 100001));
    one.run(4000);
    other.run(6000);
    const auto found = measure::compare(one.found(), other.found());
    EXPECT_NEAR(found.difference, one.found().uplift - other.found().uplift, 1e-12);
    covered += covers(found.range, 0.03);
  }
  std::printf("coverage of a comparison: %.3f\n", covered / times);
  EXPECT_NEAR(covered / times, 0.95, 0.01 + test::by_chance(0.95, times));
}

TEST(Uplift, WithoutNoiseItIsThatOfPlainCounts) {
  // As good as none: a report lies once in half a million.
  const Channel channel{pack::Mechanism::randomised_response, 4, 1u << 20, 1};
  const auto found = measure::uplift({{channel, 2000, {900, 800, 100, 200}}, {false, true}, 0.5});
  EXPECT_NEAR(found.arms[measure::kShown].reports, 1000, 0.1);
  EXPECT_NEAR(found.arms[measure::kShown].rate, 0.1, 1e-5);
  EXPECT_NEAR(found.arms[measure::kHeldOut].rate, 0.2, 1e-5);
  EXPECT_NEAR(found.uplift, -0.1, 1e-5);
  EXPECT_NEAR(found.relative, -0.5, 1e-5);
  EXPECT_NEAR(found.arms[measure::kShown].response, 1, 1e-4);
  // sqrt(0.1 * 0.9/1000 + 0.2 * 0.8/1000) = 0.01581, times 1.96.
  EXPECT_NEAR(found.fixed.high - found.fixed.low, 2 * 0.03099, 1e-3);
  EXPECT_NEAR(found.held_out, 0.5, 1e-5);
  EXPECT_NEAR(found.p, 1, 1e-5);
}

TEST(Uplift, WhatIsNotDefinedIsNotANumber) {
  const Channel channel{pack::Mechanism::randomised_response, 4, 3, 1};
  const auto none = measure::uplift({test::tally_of(channel), {false, true}, 0.1});
  EXPECT_TRUE(std::isnan(none.uplift));
  EXPECT_TRUE(std::isnan(none.fixed.low));
  EXPECT_TRUE(std::isnan(none.p));
  EXPECT_FALSE(none.is_suspect());
  // Too few reports to tell that anybody at all is held out: a rate, but no bounds.
  const auto few = measure::uplift({{channel, 100, {50, 18, 15, 17}}, {false, true}, 0.1});
  EXPECT_FALSE(std::isnan(few.arms[measure::kHeldOut].rate));
  EXPECT_TRUE(std::isnan(few.arms[measure::kHeldOut].rate_range.low));
  EXPECT_TRUE(std::isnan(few.fixed.high));
  EXPECT_TRUE(std::isnan(few.anytime.low));
  EXPECT_FALSE(std::isnan(few.arms[measure::kHeldOut].range.low));
  // Nobody of those held out: no rate either.
  const auto nobody = measure::uplift({{channel, 100, {60, 10, 20, 10}}, {false, true}, 0.1});
  EXPECT_TRUE(std::isnan(nobody.arms[measure::kHeldOut].rate));
  EXPECT_TRUE(std::isnan(measure::compare(nobody, few).difference));
}

}  // namespace
}  // namespace etalage
