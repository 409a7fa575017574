// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/scan.h"

#include <gtest/gtest.h>

#include <vector>

#include "support/shop.h"

namespace etalage::recommend {
namespace {

using test::Random;

// A shop of vectors and nothing else, at random or at the ends of what a byte holds.
pack::Contents shop_of_vectors(std::uint64_t seed, std::uint32_t products) {
  Random random(seed);
  pack::Contents contents;
  for (std::uint32_t row = 0; row < products; ++row) {
    contents.products.emplace_back().id = std::to_string(row);
    contents.scales.push_back(
        static_cast<std::uint16_t>(random.below(4) == 0 ? 0 : random.below(65536)));
    const bool extreme = random.below(3) == 0;
    for (std::uint32_t d = 0; d < pack::kDimensions; ++d) {
      const int value =
          extreme ? (random.below(2) == 0 ? -128 : 127) : static_cast<int>(random.below(256)) - 128;
      contents.components.push_back(static_cast<std::int8_t>(value));
    }
  }
  return contents;
}

Query random_query(Random& random) {
  Query query{};
  const bool extreme = random.below(3) == 0;
  for (auto& value : query) {
    const int number = extreme ? (random.below(2) == 0 ? -32767 : 32767)
                               : static_cast<int>(random.below(65535)) - 32767;
    value = static_cast<std::int16_t>(number);
  }
  return query;
}

TEST(Scan, GivesTheCosineOfExactIntegerProducts) {
  const auto data = test::written(shop_of_vectors(1, 50));
  const auto pack = *pack::Pack::open(data);
  Random random(2);
  for (int trial = 0; trial < 50; ++trial) {
    const auto query = random_query(random);
    for (std::uint32_t row = 0; row < pack.products(); ++row) {
      std::int64_t dot = 0;
      for (std::uint32_t d = 0; d < pack::kDimensions; ++d) {
        dot += std::int64_t{pack.components()[row * pack::kDimensions + d]} * query[d];
      }
      EXPECT_EQ(cosine(pack, row, query), static_cast<float>(dot) * (pack.scale(row) / kQueryUnit));
    }
  }
}

TEST(Scan, AddsTheCubeOfWhatPointsTheSameWayAndNothingElse) {
  const auto data = test::written(shop_of_vectors(3, 50));
  const auto pack = *pack::Pack::open(data);
  Random random(4);
  const auto query = random_query(random);
  std::vector<float> scores(pack.products(), 2);
  add_cubed_cosines(pack, query, 0.5F, scores);
  bool some = false;
  for (std::uint32_t row = 0; row < pack.products(); ++row) {
    const double c = std::max(static_cast<double>(cosine(pack, row, query)), 0.0);
    EXPECT_NEAR(scores[row], 2 + 0.5 * c * c * c, 1e-5 * (1 + c * c * c));
    some = some || c > 0;
  }
  EXPECT_TRUE(some);
}

}  // namespace
}  // namespace etalage::recommend
