// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The scan with SIMD and the scan without give the same order: that of all scores, sorted.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "recommend/scorer.h"
#include "recommend/top_k.h"
#include "support/shop.h"

namespace etalage::recommend {
namespace {

using test::Random;

// Few different vectors, so that ties are everywhere; some products have none, or hold whatever a byte can.
pack::Contents shop_of_ties(Random& random) {
  const auto products = 1 + random.below(150);
  const auto kinds = 1 + random.below(20);
  std::vector<std::vector<std::int8_t>> vectors(kinds);
  std::vector<std::uint16_t> scales(kinds);
  for (std::uint32_t kind = 0; kind < kinds; ++kind) {
    const auto spread = 1 + random.below(128);
    for (std::uint32_t d = 0; d < pack::kDimensions; ++d) {
      const int value = static_cast<int>(random.below(2 * spread)) - static_cast<int>(spread);
      vectors[kind].push_back(static_cast<std::int8_t>(value));
    }
    scales[kind] = static_cast<std::uint16_t>(random.below(5) == 0 ? 0 : random.below(65536));
  }
  pack::Contents contents;
  contents.pairs.resize(products);
  contents.positions = {0.5F, 0.3F, -0.1F, 0.1F};
  for (std::uint32_t row = 0; row < products; ++row) {
    contents.products.emplace_back().id = std::to_string(row);
    const auto kind = random.below(kinds);
    contents.components.insert(contents.components.end(), vectors[kind].begin(),
                               vectors[kind].end());
    contents.scales.push_back(scales[kind]);
    for (std::uint32_t other = 0; other < products; ++other) {
      if (other != row && random.below(40) == 0) contents.pairs[row].push_back({other, 0.25F});
    }
  }
  return contents;
}

// All that score above 0 and are allowed, sorted.
std::vector<std::uint32_t> sorted(const Scores& scores, const std::vector<bool>& blocked) {
  std::vector<std::uint32_t> rows(scores.size());
  std::iota(rows.begin(), rows.end(), 0u);
  std::erase_if(rows, [&](std::uint32_t row) { return !(scores[row] > 0) || blocked[row]; });
  std::stable_sort(rows.begin(), rows.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return scores[a] > scores[b]; });
  return rows;
}

TEST(ScanOrder, IsTheSameWithSimdAndWithout) {
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    Random random(seed);
    const auto data = test::written(shop_of_ties(random));
    const auto pack = *pack::Pack::open(data);
    Scorer scalar(pack, kScalarScan);
    Scorer simd(pack, kSimdScan);
    for (int trial = 0; trial < 5; ++trial) {
      std::vector<std::uint32_t> session(1 + random.below(6));
      for (auto& row : session) row = random.below(pack.products());
      std::vector<bool> blocked(pack.products());
      for (std::size_t row = 0; row < blocked.size(); ++row) blocked[row] = random.below(3) == 0;
      const auto allowed = [&](std::uint32_t row) { return !blocked[row]; };
      const auto k = random.below(40);

      scalar.score(session);
      simd.score(session);
      auto expected = sorted(scalar.scores(), blocked);
      expected.resize(std::min<std::size_t>(expected.size(), k));
      std::vector<std::uint32_t> plain;
      std::vector<std::uint32_t> fast;
      top_k(scalar.scores(), k, allowed, plain);
      top_k(simd.scores(), k, allowed, fast);
      ASSERT_EQ(plain, expected) << seed;
      ASSERT_EQ(fast, expected) << seed;
      for (std::uint32_t row = 0; row < pack.products(); ++row) {
        ASSERT_EQ(simd.scores()[row], scalar.scores()[row]) << seed;
        ASSERT_EQ(simd.cause(row), scalar.cause(row)) << seed;
      }
    }
  }
}

}  // namespace
}  // namespace etalage::recommend
