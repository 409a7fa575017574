// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/scan.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "support/random.h"

namespace etalage::recommend {
namespace {

using test::Random;

// Rows of bytes and nothing around them, so that a sanitizer sees a step outside.
struct Rows {
  std::vector<std::int8_t> components;
  std::vector<float> factors;

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(factors.size()); }
  [[nodiscard]] const std::int8_t* row(std::uint32_t row) const {
    return components.data() + std::size_t{row} * pack::kDimensions;
  }
  [[nodiscard]] ScannedRows scanned() const { return {components.data(), factors.data(), count()}; }
};

// At random or at the ends of what a byte holds; a quarter has no vector.
Rows random_rows(Random& random, std::uint32_t count) {
  Rows rows;
  for (std::uint32_t row = 0; row < count; ++row) {
    rows.factors.push_back(random.below(4) == 0 ? 0 : random.unit() / (127 * kQueryUnit));
    const bool extreme = random.below(3) == 0;
    for (std::uint32_t d = 0; d < pack::kDimensions; ++d) {
      const int value =
          extreme ? (random.below(2) == 0 ? -128 : 127) : static_cast<int>(random.below(256)) - 128;
      rows.components.push_back(static_cast<std::int8_t>(value));
    }
  }
  return rows;
}

// Of unit length: in all directions, or in few.
Query random_query(Random& random) {
  std::array<double, pack::kDimensions> values{};
  const auto width = 1 + random.below(pack::kDimensions);
  double square = 0;
  for (std::uint32_t d = 0; d < width; ++d) {
    auto& value = values[random.below(pack::kDimensions)];
    value = static_cast<double>(random.unit()) - 0.5;
  }
  for (const auto value : values) square += value * value;
  Query query{};
  for (std::size_t d = 0; d < query.size(); ++d) {
    query[d] = static_cast<std::int16_t>(
        std::lround(values[d] / std::sqrt(square) * static_cast<double>(kQueryUnit)));
  }
  return query;
}

TEST(Scan, GivesExactIntegerProducts) {
  Random random(1);
  const auto rows = random_rows(random, 60);
  for (int trial = 0; trial < 60; ++trial) {
    auto query = random_query(random);
    if (trial % 3 == 0) {
      for (auto& value : query) {
        value = static_cast<std::int16_t>(random.below(2) == 0 ? -32767 : 32767);
      }
    }
    for (std::uint32_t row = 0; row < rows.count(); ++row) {
      std::int64_t dot = 0;
      for (std::size_t d = 0; d < query.size(); ++d) {
        dot += std::int64_t{rows.row(row)[d]} * query[d];
      }
      EXPECT_EQ(kScalarScan.dot(rows.row(row), query), dot);
      EXPECT_EQ(kSimdScan.dot(rows.row(row), query), dot);
    }
  }
}

float cubed(const Rows& rows, const Query& query, std::uint32_t row, float share) {
  const float c = static_cast<float>(kScalarScan.dot(rows.row(row), query)) * rows.factors[row];
  return share * c * c * c;
}

std::vector<bool> candidates(const Scan& scan, const Rows& rows, const Aim& aim, float share,
                             float floor) {
  std::vector<bool> found(rows.count());
  for (std::uint32_t row = 0; row < rows.count(); row += kCandidates) {
    const auto next = scan.find(rows.scanned(), aim, share, floor, row);
    EXPECT_GE(next.row, row);
    for (std::uint32_t i = 0; i < kCandidates; ++i) {
      if ((next.bits >> i & 1u) != 0) found.at(next.row + i) = true;
    }
    row = next.row;
  }
  return found;
}

TEST(Scan, PassesOverNoRowThatReachesTheFloor) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Random random(seed);
    const auto rows = random_rows(random, random.below(40));
    const auto query = random_query(random);
    const Aim aim(query);
    const float share = 0.6F;
    for (std::uint32_t row = 0; row < rows.count(); ++row) {
      // The scores themselves are the floors: the closest call there is.
      const float floor = cubed(rows, query, row, share);
      if (!(floor > 0)) continue;
      for (const auto* scan : {&kScalarScan, &kSimdScan}) {
        const auto found = candidates(*scan, rows, aim, share, floor);
        for (std::uint32_t other = 0; other < rows.count(); ++other) {
          EXPECT_TRUE(found[other] || cubed(rows, query, other, share) < floor) << seed;
        }
      }
    }
  }
}

TEST(Scan, PassesOverMostThatIsFarBelowTheFloor) {
  Random random(5);
  const auto rows = random_rows(random, 1000);
  std::size_t found = 0;
  std::size_t above = 0;
  for (int trial = 0; trial < 20; ++trial) {
    const auto query = random_query(random);
    const float floor = 0.01F;
    for (const bool candidate : candidates(kSimdScan, rows, Aim(query), 0.6F, floor)) {
      found += candidate ? 1u : 0u;
    }
    for (std::uint32_t row = 0; row < rows.count(); ++row) {
      above += cubed(rows, query, row, 0.6F) >= floor ? 1u : 0u;
    }
  }
  EXPECT_GT(above, 0u);
  EXPECT_LT(found, above + above / 4 + 100);
}

}  // namespace
}  // namespace etalage::recommend
