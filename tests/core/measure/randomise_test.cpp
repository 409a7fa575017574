// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The production path: words of 32 bits, out of bytes. What it guarantees is proved in proof_test.cpp.
#include "measure/randomise.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "measure/normal.h"
#include "measure/proof.h"
#include "measure/words.h"

namespace etalage {
namespace {

using measure::Answer;
using measure::Channel;
using measure::RandomWords;
using test::low_bits;
using test::only_bucket;
using enum pack::Mechanism;

using Bytes = std::vector<std::uint8_t>;

// Four bytes for each word.
Bytes bytes_of(const std::vector<std::uint32_t>& words) {
  Bytes bytes;
  for (const auto word : words) {
    for (int shift = 0; shift < 32; shift += 8)
      bytes.push_back(static_cast<std::uint8_t>(word >> shift));
  }
  return bytes;
}

std::uint32_t drawn(const Channel& channel, std::uint32_t bucket, std::vector<std::uint32_t> list) {
  list.resize(8, 1);
  const auto bytes = bytes_of(list);
  RandomWords words(bytes);
  const auto answer = measure::randomise(channel, bucket, words);
  EXPECT_FALSE(words.failed());
  return channel.is_randomised_response() ? only_bucket(answer) : low_bits(answer);
}

TEST(Randomise, GivesKnownAnswersToKnownWords) {
  // Weights 3, 1, 1, 1: what is left of a word by 6.
  const Channel of_four{randomised_response, 4, 3, 1};
  for (const std::uint32_t word : {0u, 1u, 2u, 6u, 600000002u})
    EXPECT_EQ(drawn(of_four, 2, {word}), 2u);
  EXPECT_EQ(drawn(of_four, 2, {3}), 0u);
  EXPECT_EQ(drawn(of_four, 2, {4}), 1u);
  EXPECT_EQ(drawn(of_four, 2, {5}), 3u);
  EXPECT_EQ(drawn(of_four, 0, {5}), 3u);
  EXPECT_EQ(drawn(of_four, 0, {3}), 1u);
  EXPECT_EQ(drawn(of_four, 3, {5}), 2u);
  // Weights 5, 2, 2: by 9.
  const Channel of_three{randomised_response, 3, 5, 2};
  EXPECT_EQ(drawn(of_three, 1, {4}), 1u);
  EXPECT_EQ(drawn(of_three, 1, {5}), 0u);
  EXPECT_EQ(drawn(of_three, 1, {6}), 0u);
  EXPECT_EQ(drawn(of_three, 1, {7}), 2u);
  EXPECT_EQ(drawn(of_three, 1, {8}), 2u);
  // The own bit where a word is even, the others where what is left by 4 is 0.
  const Channel bits{unary_encoding, 4, 3, 1};
  EXPECT_EQ(drawn(bits, 1, {0, 0, 0, 0}), 0b1111u);
  EXPECT_EQ(drawn(bits, 1, {1, 1, 1, 1}), 0b0000u);
  EXPECT_EQ(drawn(bits, 1, {2, 2, 2, 2}), 0b0010u);
  EXPECT_EQ(drawn(bits, 1, {4, 3, 5, 8}), 0b1001u);
}

TEST(Randomise, RejectsTheWordsThatWouldFavourSmallNumbers) {
  // 2^32 = 715827882 * 6 + 4: the last four words are rejected.
  const Channel of_four{randomised_response, 4, 3, 1};
  EXPECT_EQ(drawn(of_four, 2, {0xFFFFFFFB, 3}), 3u);
  EXPECT_EQ(drawn(of_four, 2, {0xFFFFFFFC, 3}), 0u);
  EXPECT_EQ(drawn(of_four, 2, {0xFFFFFFFF, 0xFFFFFFFE, 4}), 1u);
  // 4 divides 2^32: none is.
  EXPECT_EQ(drawn({unary_encoding, 2, 3, 1}, 0, {0xFFFFFFFF, 0xFFFFFFFC}), 0b10u);
}

TEST(Randomise, WithoutEnoughRandomBytesItFails) {
  const Bytes bytes = bytes_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  const Channel bits{unary_encoding, 11, 3, 1};
  RandomWords words(bytes);
  (void)measure::randomise(bits, 3, words);
  EXPECT_TRUE(words.failed());
  EXPECT_EQ(words.word(), 0u);
  for (const std::size_t size : {0u, 1u, 4u, 15u}) {
    RandomWords few({bytes.data(), size});
    (void)measure::randomise({randomised_response, 2, 3, 1}, 0, few);
    EXPECT_TRUE(few.failed()) << size;
  }
}

TEST(Randomise, WithBytesThatCannotBeRandomItFails) {
  for (const int byte : {0, 1, 255}) {
    const Bytes bytes(4096, static_cast<std::uint8_t>(byte));
    RandomWords words(bytes);
    EXPECT_TRUE(words.failed());
    const auto answer = measure::randomise({unary_encoding, 256, 3, 1}, 0, words);
    EXPECT_TRUE(words.failed());
    (void)answer;
  }
}

TEST(Randomise, UsesEachWordOnce) {
  const auto bytes = bytes_of({1, 2, 3, 4, 5});
  RandomWords words(bytes);
  for (const std::uint32_t expected : {1u, 2u, 3u, 4u, 5u}) EXPECT_EQ(words.word(), expected);
  EXPECT_FALSE(words.failed());
  EXPECT_EQ(words.word(), 0u);
  EXPECT_TRUE(words.failed());
}

// Upper tail of the chi-squared distribution as a normal deviate, by Wilson and Hilferty's cube root (PNAS 17, 1931).
double chi_squared_z(double value, double freedom) {
  const double spread = 2 / (9 * freedom);
  return (std::cbrt(value / freedom) - (1 - spread)) / std::sqrt(spread);
}

// The G-test's p is above 1e-6 where the counts may well be of such probabilities.
double g_test_z(const std::vector<double>& counts, const std::vector<double>& probabilities) {
  const double n = std::accumulate(counts.begin(), counts.end(), 0.0);
  double g = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) g += 2 * counts[i] * std::log(counts[i] / (n * probabilities[i]));
  }
  return chi_squared_z(g, static_cast<double>(counts.size()) - 1);
}
constexpr double kZOfAMillionth = 4.7534;  // one-sided

// P(X <= x) of a binomial variable, summed from its mode outwards so far as it matters.
double binomial_below(double x, double n, double p) {
  if (x >= n) return 1;
  const auto log_of = [&](double i) {
    return std::lgamma(n + 1) - std::lgamma(i + 1) - std::lgamma(n - i + 1) + i * std::log(p) +
           (n - i) * std::log1p(-p);
  };
  const double deviation = std::sqrt(n * p * (1 - p));
  double sum = 0;
  for (double i = x; i >= 0 && i > std::min(x, n * p) - 12 * deviation - 2; --i)
    sum += std::exp(log_of(i));
  return sum;
}

// Clopper and Pearson's bounds: the p of which so few, or so many, have this tail.
double upper_bound(double count, double n, double tail) {
  double low = count / n, high = 1;
  for (int i = 0; i < 40; ++i) {
    const double middle = (low + high) / 2;
    (binomial_below(count, n, middle) > tail ? low : high) = middle;
  }
  return high;
}
double lower_bound(double count, double n, double tail) {
  return 1 - upper_bound(n - count, n, tail);
}

constexpr int kSamples = 1000000;

// Counts, by output, of many answers for one truth.
template <typename Output>
std::vector<double> sample(const Channel& channel, std::uint32_t truth, std::size_t outputs,
                           Output output) {
  std::vector<double> counts(outputs);
  test::Respondents respondents(truth + 1);
  for (int i = 0; i < kSamples; ++i) ++counts[output(respondents.answer(channel, truth))];
  return counts;
}

// The most that ln(p/q) can be said to exceed with certainty, of all outputs under two truths.
double surely_spent(const std::vector<double>& one, const std::vector<double>& other) {
  double most = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    most = std::max(most, std::log(lower_bound(one[i], kSamples, 1e-6) /
                                   upper_bound(other[i], kSamples, 1e-6)));
  }
  return most;
}

TEST(Randomise, AMillionAnswersOfEachBucketAreAsLikelyAsTheyShouldBe) {
  const Channel channel{randomised_response, 4, 3, 1};
  std::vector<std::vector<double>> counts;
  for (std::uint32_t truth = 0; truth < channel.buckets; ++truth) {
    counts.push_back(sample(channel, truth, 4, only_bucket));
    std::vector<double> probabilities(4, channel.q());
    probabilities[truth] = channel.p();
    EXPECT_LT(g_test_z(counts.back(), probabilities), kZOfAMillionth) << truth;
  }
  const double spent = surely_spent(counts[0], counts[1]);
  EXPECT_LE(spent, std::log(3));
  EXPECT_GT(spent, std::log(3) - 0.03);
}

TEST(Randomise, AMillionAnswersSetEachBitAsOftenAsTheyShouldAndIndependently) {
  const Channel channel{unary_encoding, 3, 8, 1};
  std::vector<std::vector<double>> counts;
  for (std::uint32_t truth = 0; truth < channel.buckets; ++truth) {
    counts.push_back(sample(channel, truth, 8, low_bits));
    std::vector<double> probabilities(8, 1.0);
    for (std::uint32_t output = 0; output < 8; ++output) {
      for (std::uint32_t bit = 0; bit < 3; ++bit) {
        const double set = bit == truth ? channel.p() : channel.q();
        probabilities[output] *= (output >> bit & 1u) != 0 ? set : 1 - set;
      }
    }
    EXPECT_LT(g_test_z(counts.back(), probabilities), kZOfAMillionth) << truth;
  }
  const double spent = surely_spent(counts[0], counts[1]);
  EXPECT_LE(spent, std::log(8));
  EXPECT_GT(spent, std::log(8) - 0.06);
}

TEST(Randomise, TheTestsOfAMillionAnswersRefuseWhatIsOnePerMilleOff) {
  const std::vector<double> probabilities{0.5, 0.2, 0.2, 0.1};
  const std::vector<double> counts{kSamples * 0.503, kSamples * 0.199, kSamples * 0.199,
                                   kSamples * 0.099};
  EXPECT_GT(g_test_z(counts, probabilities), kZOfAMillionth);
  EXPECT_GT(surely_spent({kSamples * 0.506, kSamples * 0.494}, {kSamples * 0.49, kSamples * 0.51}),
            0);
  // Clopper and Pearson's 95 % interval of 10 in 100 (their tables, Biometrika 26, 1934).
  EXPECT_NEAR(lower_bound(10, 100, 0.025), 0.0490, 1e-4);
  EXPECT_NEAR(upper_bound(10, 100, 0.025), 0.1762, 1e-4);
  EXPECT_NEAR(measure::two_sided_p(1.959964), 0.05, 1e-7);
  EXPECT_NEAR(measure::two_sided_z(0.05), 1.959964, 1e-6);
}

}  // namespace
}  // namespace etalage
