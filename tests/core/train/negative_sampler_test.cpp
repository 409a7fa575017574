// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/negative_sampler.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace etalage::train {
namespace {

TEST(NegativeSampler, DrawsInProportionToTheRootOfFrequency) {
  const std::vector<std::uint32_t> frequency = {1, 4, 9, 100, 10000};  // roots: 1, 2, 3, 10, 100
  const NegativeSampler sampler(frequency, 4);
  Random random(1);
  Negatives negatives;
  std::vector<double> drawn(5, 0);
  const int rounds = 20000;
  for (int i = 0; i < rounds; ++i) {
    sampler.draw(random, negatives);
    for (std::size_t k = 0; k < negatives.rows.size(); ++k) {
      const double root = std::sqrt(frequency[negatives.rows[k]]);
      drawn[negatives.rows[k]] +=
          negatives.weights[k] * 4 * root / 116;  // weight = times drawn / expected
    }
  }
  for (std::size_t row = 0; row < 5; ++row) {
    const double expected = 4 * std::sqrt(frequency[row]) / 116;
    EXPECT_NEAR(drawn[row] / rounds, expected, 0.1 * expected + 0.002) << row;
  }
}

TEST(NegativeSampler, RowsAreDistinctAscendingAndWeightsPositive) {
  const NegativeSampler sampler(std::vector<std::uint32_t>(300, 7), 256);
  Random random(2);
  Negatives negatives;
  for (int i = 0; i < 50; ++i) {
    sampler.draw(random, negatives);
    ASSERT_EQ(negatives.rows.size(), negatives.weights.size());
    EXPECT_TRUE(std::ranges::is_sorted(negatives.rows, std::less_equal<>()));
    EXPECT_LT(negatives.rows.back(), 300U);
    EXPECT_GT(*std::ranges::min_element(negatives.weights), 0);
  }
}

TEST(NegativeSampler, ASmallCatalogueIsDrawnWhole) {
  const NegativeSampler sampler(std::vector<std::uint32_t>(10, 3), 100);
  Random random(3);
  Negatives negatives;
  sampler.draw(random, negatives);
  EXPECT_EQ(negatives.rows.size(), 10U);
  for (const float weight : negatives.weights) EXPECT_NEAR(weight, 1, 0.2);
}

TEST(NegativeSampler, OfNothingDrawsNothing) {
  Random random(4);
  Negatives negatives = {{1}, {1}};
  NegativeSampler({}, 8).draw(random, negatives);
  EXPECT_TRUE(negatives.rows.empty());
  EXPECT_TRUE(negatives.weights.empty());
}

}  // namespace
}  // namespace etalage::train
