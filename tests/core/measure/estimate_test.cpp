// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// How many populations are simulated: tests/core/measure/population.h. The figures are printed.
#include "measure/estimate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <numeric>

#include "measure/population.h"

namespace etalage {
namespace {

using measure::Channel;
using measure::Estimate;
using measure::Tally;
using test::channel_of;
using enum pack::Mechanism;

bool covers(const measure::Interval& range, double truth) {
  return range.low <= truth && truth <= range.high;
}

TEST(Estimate, TheMechanismWithLessVarianceIsChosen) {
  // The table of reports needed for a share of 5 % and a point either way, by a, for 2, 4, 8, 16, 32, 64, 256 buckets.
  struct Row {
    std::uint32_t a;
    std::vector<double> needed;
    std::size_t unary_from;
  };
  const std::vector<std::uint32_t> buckets{2, 4, 8, 16, 32, 64, 256};
  for (const auto& [a, needed, unary_from] :
       {Row{2, {76832, 157506, 309249, 309249, 309249, 309249, 309249}, 2},
        Row{3, {28812, 49941, 92199, 117169, 117169, 117169, 117169}, 3},
        Row{5, {12005, 17768, 29293, 52342, 49941, 49941, 49941}, 4},
        Row{8, {6272, 8389, 12623, 21090, 27009, 27009, 27009}, 4},
        Row{20, {2129, 2544, 3374, 5034, 8354, 10435, 10435}, 5},
        Row{55, {725, 823, 1018, 1408, 2187, 3747, 4820}, 6}}) {
    for (std::size_t i = 0; i < buckets.size(); ++i) {
      const auto channel = channel_of(buckets[i], a, 1);
      EXPECT_EQ(channel.mechanism, i < unary_from ? randomised_response : unary_encoding)
          << a << ", " << buckets[i];
      EXPECT_NEAR(measure::needed_reports(channel, 0.05, 0.01), needed[i], 1)
          << a << ", " << buckets[i];
    }
  }
}

TEST(Estimate, SoManyReportsDoGiveAnIntervalOfThatWidth) {
  for (const auto& channel : {channel_of(4, 3, 1), channel_of(64, 8, 1)}) {
    Tally tally = test::tally_of(channel);
    tally.reports = measure::needed_reports(channel, 0.05, 0.01);
    tally.counts[0] =
        std::round(tally.reports * (channel.q() + 0.05 * (channel.p() - channel.q())));
    const auto range = measure::estimate(tally)[0].range;
    EXPECT_NEAR((range.high - range.low) / 2, 0.01, 1e-4);
  }
}

TEST(Estimate, NormSubIsNotNegativeAndAddsUp) {
  const auto shares = measure::norm_sub(std::vector<double>{50, -10, 30, -20, 70}, 100);
  const std::vector<double> expected{100.0 / 3, 0, 40.0 / 3, 0, 160.0 / 3};
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(shares[i], expected[i], 1e-9);
  test::Random random(4);
  for (int i = 0; i < 200; ++i) {
    std::vector<double> counts(1 + random.below(40));
    for (auto& count : counts) count = random.below(2000) - 1000.0;
    const auto total = static_cast<double>(1 + random.below(1000));
    const auto result = measure::norm_sub(counts, total);
    EXPECT_NEAR(std::accumulate(result.begin(), result.end(), 0.0), total, 1e-6);
    // All that are left moved by the same; none that was dropped would have stayed above zero.
    double moved = 0;
    for (std::size_t j = 0; j < counts.size(); ++j) {
      if (result[j] > 0) moved = result[j] - counts[j];
    }
    for (std::size_t j = 0; j < counts.size(); ++j) {
      EXPECT_NEAR(result[j], std::max(counts[j] + moved, 0.0), 1e-6);
    }
  }
}

TEST(Estimate, OfNothingReportedThereIsNone) {
  for (const auto& estimate : measure::estimate(test::tally_of(channel_of(4, 3, 1)))) {
    EXPECT_TRUE(std::isnan(estimate.share));
    EXPECT_TRUE(std::isnan(estimate.range.low));
    EXPECT_TRUE(std::isnan(estimate.display));
    EXPECT_FALSE(estimate.different);
  }
}

// The probabilities of 0 to n.
std::vector<double> binomial(int n, double p) {
  std::vector<double> probabilities(static_cast<std::size_t>(n) + 1);
  for (int i = 0; i <= n; ++i) {
    probabilities[static_cast<std::size_t>(i)] =
        std::exp(std::lgamma(n + 1.0) - std::lgamma(i + 1.0) - std::lgamma(n - i + 1.0) +
                 i * std::log(p) + (n - i) * std::log1p(-p));
  }
  return probabilities;
}

// How likely the interval covers, summed over everything that can be counted.
double exact_coverage(const Channel& channel, int n, int in_bucket) {
  const auto own = binomial(in_bucket, channel.p()), other = binomial(n - in_bucket, channel.q());
  double covered = 0;
  for (int count = 0; count <= n; ++count) {
    double probability = 0;
    for (int i = std::max(0, count - (n - in_bucket)); i <= std::min(count, in_bucket); ++i) {
      probability += own[static_cast<std::size_t>(i)] * other[static_cast<std::size_t>(count - i)];
    }
    if (probability < 1e-12) continue;
    Tally tally{channel, static_cast<double>(n), {static_cast<double>(count)}};
    if (covers(measure::estimate(tally)[0].range, static_cast<double>(in_bucket) / n))
      covered += probability;
  }
  return covered;
}

TEST(Estimate, IntervalsCoverAtLeast95PercentExactlyWithFewReportsAndAtTheExtremes) {
  double least = 1, most = 0;
  for (const int n : {20, 50, 200, 1000}) {
    for (const std::uint32_t a : {2u, 3u, 8u, 55u}) {
      for (const std::uint32_t buckets : {2u, 4u, 16u, 256u}) {
        const auto channel = channel_of(buckets, a, 1);
        for (const double share : {0.0, 0.01, 0.05, 0.2, 0.5, 0.9, 1.0}) {
          const auto in_bucket = static_cast<int>(std::lround(n * share));
          const double coverage = exact_coverage(channel, n, in_bucket);
          least = std::min(least, coverage);
          EXPECT_GE(coverage, 0.949) << n << ", " << a << ", " << buckets << ", " << share;
          const double p = channel.p(), q = channel.q();
          const double deviation =
              std::sqrt(in_bucket * p * (1 - p) + (n - in_bucket) * q * (1 - q));
          // Counts are whole: where few are expected no interval covers 95 % on the nose.
          if (deviation < 12) continue;
          most = std::max(most, coverage);
          EXPECT_LE(coverage, 0.96) << n << ", " << a << ", " << buckets << ", " << share;
        }
      }
    }
  }
  std::printf("exact coverage from %.4f on, to %.4f where counts are not small\n", least, most);
}

TEST(Estimate, InSimulatedPopulationsItIsUnbiasedItsVarianceIsRightAndItsIntervalCovers) {
  struct Kind {
    std::uint32_t buckets, a, b;
    int n;
    double share;
  };
  const int times = test::populations();
  int kind = 0;
  double covered = 0, tried = 0;
  for (const auto& [buckets, a, b, n, share] : {Kind{2, 3, 1, 1000, 0.3},
                                                {4, 3, 1, 1000, 0.05},
                                                {4, 3, 1, 200, 0.0},
                                                {4, 3, 1, 200, 1.0},
                                                {8, 2, 1, 1000, 0.0},
                                                {5, 7, 3, 500, 1.0},
                                                {10, 8, 1, 1000, 0.5},
                                                {16, 55, 1, 1000, 0.01},
                                                {12, 3, 1, 1000, 0.05},
                                                {12, 3, 1, 200, 0.0},
                                                {16, 3, 1, 200, 1.0},
                                                {16, 2, 1, 500, 0.5},
                                                {32, 8, 1, 300, 0.1},
                                                {64, 5, 1, 200, 0.02}}) {
    const auto channel = channel_of(buckets, a, b);
    const auto shoppers = test::shoppers_of(channel, n, share);
    const double truth = static_cast<double>(shoppers[0]) / n;
    double errors = 0, squares = 0, hits = 0, all_hits = 0;
    const double p = channel.p(), q = channel.q();
    const double variance =
        (truth * p * (1 - p) + (1 - truth) * q * (1 - q)) / (n * (p - q) * (p - q));
    for (int i = 0; i < times; ++i) {
      test::Respondents respondents(static_cast<std::uint64_t>(kind * 1000003 + i));
      const auto estimates = measure::estimate(test::asked(channel, shoppers, respondents));
      const double error = estimates[0].share - truth;
      errors += error;
      squares += error * error;
      hits += covers(estimates[0].range, truth);
      for (std::size_t j = 0; j < estimates.size(); ++j) {
        all_hits += covers(estimates[j].range, static_cast<double>(shoppers[j]) / n);
      }
    }
    ++kind;
    const double bias = errors / std::sqrt(times * variance), ratio = squares / times / variance;
    const char* name = channel.is_randomised_response() ? "k-RR" : "OUE";
    std::printf(
        "%4s k=%-2u a/b=%u/%u n=%-4d f=%.2f: bias z %5.2f, variance ratio %.3f, coverage %.3f, of "
        "all buckets %.3f\n",
        name, buckets, a, b, n, truth, bias, ratio, hits / times, all_hits / times / buckets);
    EXPECT_LT(std::fabs(bias), 4);
    // The chi-squared band, of a variance of 2/n.
    EXPECT_NEAR(ratio, 1, 4 * std::sqrt(2.0 / times));
    EXPECT_GE(hits / times, 0.95 - test::by_chance(0.95, times));
    covered += all_hits / buckets;
    tried += times;
  }
  std::printf("coverage of all buckets of %.0f populations: %.4f\n", tried, covered / tried);
  EXPECT_GE(covered / tried, 0.94);
  EXPECT_LE(covered / tried, 0.96);
}

TEST(Estimate, ABucketThatNobodyIsInIsDifferentFromZeroInOnePopulationOfTwentyAtMost) {
  const int times = 2 * test::populations();
  for (const auto& channel : {channel_of(8, 3, 1), channel_of(16, 3, 1)}) {
    auto shoppers = std::vector<int>(channel.buckets);
    shoppers.back() = 2000;
    int wrong = 0;
    for (int i = 0; i < times; ++i) {
      test::Respondents respondents(static_cast<std::uint64_t>(i));
      const auto estimates = measure::estimate(test::asked(channel, shoppers, respondents));
      EXPECT_TRUE(estimates.back().different);
      wrong += std::any_of(estimates.begin(), estimates.end() - 1,
                           [](const Estimate& it) { return it.different; });
    }
    std::printf("k=%u: some empty bucket told from zero in %.3f\n", channel.buckets,
                1.0 * wrong / times);
    EXPECT_LE(1.0 * wrong / times, 0.05 + test::by_chance(0.05, times));
  }
}

// The same shoppers, some of whom send what moves the first estimate most instead of an answer.
TEST(Estimate, ForgedReportsMoveItNoFartherThanTheBoundThatIsPrinted) {
  for (const auto& channel :
       {channel_of(4, 3, 1), channel_of(16, 3, 1), channel_of(16, 55, 1), channel_of(64, 8, 1)}) {
    const int n = 5000;
    const auto shoppers = test::shoppers_of(channel, n, 0.05);
    for (const double attackers : {0.01, 0.1}) {
      const auto forged = static_cast<int>(n * attackers);
      test::Respondents respondents(9);
      auto honest = test::tally_of(channel), attacked = honest;
      measure::Answer worst;
      for (std::uint32_t i = 0; i < (channel.is_randomised_response() ? 1 : channel.buckets); ++i)
        worst.set(i);
      int at = 0;
      for (std::uint32_t bucket = 0; bucket < channel.buckets; ++bucket) {
        for (int i = 0; i < shoppers[bucket]; ++i, ++at) {
          const auto answer = respondents.answer(channel, bucket);
          test::add(honest, answer);
          // Attackers are spread evenly over the buckets.
          test::add(attacked,
                    static_cast<int>((at + 1) * attackers) > static_cast<int>(at * attackers)
                        ? worst
                        : answer);
        }
      }
      const auto before = measure::estimate(honest), after = measure::estimate(attacked);
      double most = 0, all = 0;
      for (std::size_t i = 0; i < before.size(); ++i) {
        const double moved = std::fabs(after[i].count - before[i].count);
        most = std::max(most, moved);
        all += moved;
      }
      const double bound = forged * measure::influence(channel),
                   bound_of_all = forged * measure::total_influence(channel);
      std::printf(
          "%s k=%u a=%u, %.0f %% attackers: one estimate moves %.0f (bound %.0f), all %.0f (bound "
          "%.0f)\n",
          channel.is_randomised_response() ? "k-RR" : "OUE", channel.buckets, channel.a,
          attackers * 100, most, bound, all, bound_of_all);
      EXPECT_LE(most, bound + 1e-6);
      EXPECT_LE(all, bound_of_all + 1e-6);
      // It is no loose bound: what they would have said themselves is all that is missing.
      EXPECT_GE(most, 0.4 * bound);
    }
  }
}

TEST(Estimate, HowFarOneForgedReportCanMoveIt) {
  EXPECT_NEAR(measure::influence({randomised_response, 4, 3, 1}), 3, 1e-9);
  EXPECT_NEAR(measure::influence({randomised_response, 16, 3, 1}), 9, 1e-9);
  EXPECT_NEAR(measure::influence({randomised_response, 16, 55, 1}), 1.296, 1e-3);
  EXPECT_NEAR(measure::influence({unary_encoding, 16, 3, 1}), 4, 1e-9);
  EXPECT_NEAR(measure::influence({unary_encoding, 256, 8, 1}), 18.0 / 7, 1e-9);
  EXPECT_NEAR(measure::total_influence({unary_encoding, 16, 3, 1}), 64, 1e-9);
  EXPECT_NEAR(measure::total_influence({randomised_response, 4, 3, 1}), 6, 1e-9);
}

// All shoppers are as likely in each bucket; somebody sees one report and guesses among what it supports.
TEST(Estimate, HowOftenASingleAnswerIsTrueIsHowOftenAGuessFromItIsRight) {
  for (const auto& channel :
       {channel_of(4, 3, 1), channel_of(12, 3, 1), channel_of(16, 2, 1), channel_of(64, 8, 1)}) {
    test::Respondents respondents(3);
    const int times = 100000;
    double right = 0;
    for (int i = 0; i < times; ++i) {
      const auto truth = respondents.random().below(channel.buckets);
      const auto answer = respondents.answer(channel, truth);
      double supported = 0;
      for (std::uint32_t bucket = 0; bucket < channel.buckets; ++bucket)
        supported += answer.has(bucket);
      if (supported == 0)
        right += 1.0 / channel.buckets;
      else if (answer.has(truth))
        right += 1 / supported;
    }
    EXPECT_NEAR(right / times, measure::truth(channel),
                test::by_chance(measure::truth(channel), times));
  }
  EXPECT_NEAR(measure::truth({randomised_response, 2, 3, 1}), 0.75, 1e-9);
}

}  // namespace
}  // namespace etalage
