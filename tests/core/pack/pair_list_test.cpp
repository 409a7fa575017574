// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "pack/pair_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "support/damage.h"

namespace etalage::pack {
namespace {

using test::Bytes;
using test::Random;

constexpr std::uint32_t kRows = 100000;

Bytes coded(const std::vector<Pair>& pairs) {
  bytes::Writer out;
  append_pair_list(out, pairs);
  return test::exact(out.take());
}

struct Visited {
  bool good = false;
  std::vector<Pair> pairs;
};

Visited decoded(const Bytes& list, std::uint32_t rows = kRows) {
  Visited result;
  result.good = visit_pair_list(
      list, rows, [&](std::uint32_t row, float weight) { result.pairs.push_back({row, weight}); });
  return result;
}

std::vector<Pair> random_pairs(std::uint64_t seed) {
  Random random(seed);
  std::vector<Pair> pairs;
  const auto largest = random.unit() * 3.9F + 0.1F;
  for (auto count = random.below(12); count > 0; --count) {
    const auto row = random.below(3) == 0 ? random.below(40) : random.below(kRows);
    const auto same = [&](const Pair& pair) { return pair.row == row; };
    if (std::any_of(pairs.begin(), pairs.end(), same)) continue;
    pairs.push_back({row, (1 - random.unit()) * largest});
  }
  return pairs;
}

TEST(PairList, GivesItsPairsBackByRowWithinItsPrecision) {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    auto pairs = random_pairs(seed);
    const auto back = decoded(coded(pairs));
    ASSERT_TRUE(back.good) << seed;
    std::sort(pairs.begin(), pairs.end(), [](auto& a, auto& b) { return a.row < b.row; });
    float largest = 0;
    for (const auto& pair : pairs) largest = std::max(largest, pair.weight);
    ASSERT_EQ(back.pairs.size(), pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      EXPECT_EQ(back.pairs[i].row, pairs[i].row);
      EXPECT_GT(back.pairs[i].weight, 0);
      // Half a step, but that the smallest weight is one step; and the rounding of the largest.
      EXPECT_NEAR(back.pairs[i].weight, std::max(pairs[i].weight, largest / 15),
                  largest / 30 + 1e-4F);
    }
  }
}

TEST(PairList, KeepsTheLargestWeightTo16Bits) {
  for (const float weight : {4.0F, 1.0F, 0.123F, 0.001F}) {
    EXPECT_NEAR(decoded(coded({{5, weight}})).pairs.at(0).weight, weight, 4.0F / 65535);
  }
}

TEST(PairList, CostsTwoBytesAPairAtMostWhereRowsAreNear) {
  std::vector<Pair> pairs;
  for (std::uint32_t row = 0; row < 10; ++row) pairs.push_back({row * 120, 0.5F});
  EXPECT_LE(coded(pairs).size(), 3 + 10 + 5u);
}

TEST(PairList, OfNothingIsOneByte) {
  EXPECT_EQ(coded({}), Bytes{0});
  EXPECT_TRUE(decoded(Bytes{0}).good);
  EXPECT_FALSE(decoded(Bytes{}).good);
  EXPECT_FALSE(decoded(Bytes{0, 0}).good);
}

TEST(PairList, CutOffAnywhereIsRefusedBeforeAnyPairIsGiven) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    test::every_prefix(coded(random_pairs(seed)), [&](const Bytes& cut) {
      const auto back = decoded(cut);
      EXPECT_FALSE(back.good) << seed << " " << cut.size();
      EXPECT_TRUE(back.pairs.empty());
    });
  }
}

TEST(PairList, WithARowOutsideThePackIsRefused) {
  EXPECT_TRUE(decoded(coded({{2, 1.0F}, {7, 1.0F}}), 8).good);
  EXPECT_FALSE(decoded(coded({{2, 1.0F}, {7, 1.0F}}), 7).good);
  EXPECT_FALSE(decoded(coded({{0, 1.0F}}), 0).good);
}

// Distances that add up to more than 32 or 64 bits come round to a row that exists.
TEST(PairList, WhoseDistancesWrapIsRefused) {
  for (const std::uint64_t step :
       {std::uint64_t{0xFFFFFFFF}, std::uint64_t{0x100000000}, ~std::uint64_t{0}}) {
    bytes::Writer out;
    out.varint(2);
    out.number(std::uint16_t{65535});
    out.varint(3);
    out.varint(step);
    out.number(std::uint8_t{0xFF});
    EXPECT_FALSE(decoded(test::exact(out.take())).good) << step;
  }
}

TEST(PairList, DamagedAnyhowNeverNamesARowOutsideThePack) {
  for (std::uint64_t seed = 0; seed < 20000; ++seed) {
    Random random(seed);
    auto list = coded(random_pairs(seed % 64));
    test::mutate(random, list);
    for (const auto& pair : decoded(test::exact(list)).pairs) {
      ASSERT_LT(pair.row, kRows) << seed;
      ASSERT_TRUE(pair.weight >= 0 && pair.weight <= 4.001F) << seed;
    }
  }
}

}  // namespace
}  // namespace etalage::pack
