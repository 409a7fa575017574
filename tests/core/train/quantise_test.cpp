// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/quantise.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "train/random.h"

namespace etalage::train {
namespace {

TEST(Quantise, DecodesToWithinHalfAStepAndTheRoundingOfTheScale) {
  Random random(1);
  for (int i = 0; i < 2000; ++i) {
    std::array<float, dimensions> row;
    const float spread = random.unit() * 10;  // from flat vectors to a single spike
    for (float& x : row) x = (random.unit() - 0.5F) * std::exp(spread * random.unit());
    normalise(row.data());
    std::array<std::int8_t, dimensions> components;
    const std::uint16_t scale = quantise(row.data(), components);
    const double unit = scale / 65535.0 / 127;
    for (std::size_t d = 0; d < dimensions; ++d) {
      EXPECT_NEAR(components[d] * unit, row[d], unit / 2 * 1.0001 + 1.0 / 131070);
    }
  }
}

TEST(Quantise, ExtremesUseTheWholeRange) {
  std::array<float, dimensions> row{};
  std::array<std::int8_t, dimensions> components;
  row[3] = -1;
  EXPECT_EQ(quantise(row.data(), components), 65535);
  EXPECT_EQ(components[3], -127);
  EXPECT_EQ(components[4], 0);
}

TEST(Quantise, ZeroHasNoScale) {
  const std::array<float, dimensions> row{};
  std::array<std::int8_t, dimensions> components;
  components.fill(1);
  EXPECT_EQ(quantise(row.data(), components), 0);
  EXPECT_EQ(components, (std::array<std::int8_t, dimensions>{}));
}

}  // namespace
}  // namespace etalage::train
