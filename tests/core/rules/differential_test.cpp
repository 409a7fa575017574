// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The evaluator agrees with the naive one. ETALAGE_TRIPLES asks for more of them: tests/long does.
#include "rules/differential.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace etalage::rules {
namespace {

TEST(Rules, AgreeWithTheNaiveEvaluatorOnRandomRulesHistoriesAndTimes) {
  const auto* wanted = std::getenv("ETALAGE_TRIPLES");
  const auto triples = wanted == nullptr ? std::size_t{10000} : std::strtoull(wanted, nullptr, 10);
  constexpr std::size_t kSteps = 40;
  std::size_t done = 0;
  std::size_t refused = 0;
  std::size_t sets = 0;
  for (std::uint64_t seed = 1; done < triples; ++seed) {
    const auto result = test::compare_with_naive(seed, 25, kSteps);
    ASSERT_EQ(result.first, "") << "seed " << seed;
    done += result.triples;
    refused += result.refused;
    sets += result.refused + result.accepted;
  }
  RecordProperty("triples", static_cast<int>(done));
  // Rules that the compiler refuses prove nothing: most must be taken.
  EXPECT_LT(refused * 2, sets);
}

}  // namespace
}  // namespace etalage::rules
