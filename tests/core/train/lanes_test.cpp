// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/lanes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "train/random.h"

namespace etalage::train {
namespace {

TEST(Lanes, ExpIsWithinThreeTenMillionthsOfTheRealOne) {
  double worst = 0;
  for (float x = -87; x <= 87; x += 0.0073F) {
    const double real = std::exp(static_cast<double>(x));
    worst = std::max(worst, std::abs(exp(splat(x))[0] - real) / real);
  }
  EXPECT_LT(worst, 3e-7);
}

TEST(Lanes, ExpOfZeroIsOneAndPastItsRangeTheValueAtTheEnd) {
  EXPECT_EQ(exp(splat(0))[0], 1.0F);
  EXPECT_EQ(exp(splat(-1000))[0], exp(splat(-87))[0]);
  EXPECT_EQ(exp(splat(1000))[0], exp(splat(87))[0]);
}

TEST(Lanes, EveryLaneIsTreatedAlike) {
  const Lanes x = {-3, 0.5F, 0, 11};
  const Lanes e = exp(x);
  for (std::uint32_t k = 0; k < lane_count; ++k) EXPECT_EQ(e[k], exp(splat(x[k]))[k]);
  EXPECT_EQ(sum(x), 8.5F);
}

TEST(Lanes, TransposeSwapsRowsAndColumns) {
  const std::array<Lanes, 4> columns = transpose(
      {{Lanes{0, 1, 2, 3}, Lanes{10, 11, 12, 13}, Lanes{20, 21, 22, 23}, Lanes{30, 31, 32, 33}}});
  for (std::uint32_t c = 0; c < 4; ++c) {
    for (std::uint32_t r = 0; r < 4; ++r) EXPECT_EQ(columns[c][r], static_cast<float>(10 * r + c));
  }
}

TEST(Random, IsSplitMix64) {
  Random random(1234567);  // the reference implementation's first numbers for this seed
  EXPECT_EQ(random.bits(), 6457827717110365317U);
  EXPECT_EQ(random.bits(), 3203168211198807973U);
}

TEST(Random, StaysBelowItsBoundAndReachesEveryValue) {
  Random random(1);
  std::uint32_t seen = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::uint32_t x = random.below(7);
    ASSERT_LT(x, 7U);
    seen |= 1U << x;
    const float u = random.unit();
    ASSERT_TRUE(u >= 0 && u < 1);
  }
  EXPECT_EQ(seen, 127U);
}

}  // namespace
}  // namespace etalage::train
