// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/top_k.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "support/random.h"

namespace etalage::recommend {
namespace {

using test::Random;

// Scores as a list. Every third row is named; of the others, half of those that cannot enter are passed over.
struct Listed {
  explicit Listed(std::vector<float> list) : scores(std::move(list)) {
    for (std::uint32_t row = 0; row < size(); row += 3) rows.push_back(row);
    std::reverse(rows.begin(), rows.end());
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(scores.size()); }
  [[nodiscard]] float operator[](std::uint32_t row) const { return scores[row]; }
  [[nodiscard]] const std::vector<std::uint32_t>& named() const { return rows; }
  [[nodiscard]] static bool is_named(std::uint32_t row) { return row % 3 == 0; }
  [[nodiscard]] Candidates next(std::uint32_t row, float floor) const {
    for (; row < size(); row += kCandidates) {
      Candidates found{row, 0};
      for (std::uint32_t i = 0; i < std::min(kCandidates, size() - row); ++i) {
        if (scores[row + i] >= floor || i % 2 == 0) found.bits |= 1u << i;
      }
      if (found.bits != 0) return found;
    }
    return {size(), 0};
  }

  std::vector<float> scores;
  std::vector<std::uint32_t> rows;
};

template <typename Allowed>
std::vector<std::uint32_t> sorted(const std::vector<float>& scores, std::size_t k,
                                  Allowed&& allowed) {
  std::vector<std::uint32_t> rows(scores.size());
  std::iota(rows.begin(), rows.end(), 0u);
  std::erase_if(rows, [&](std::uint32_t row) { return !(scores[row] > 0) || !allowed(row); });
  std::stable_sort(rows.begin(), rows.end(), [&](auto a, auto b) { return scores[a] > scores[b]; });
  if (rows.size() > k) rows.resize(k);
  return rows;
}

constexpr auto kAll = [](std::uint32_t) { return true; };

TEST(TopK, IsTheBeginningOfAFullSort) {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    Random random(seed);
    std::vector<float> scores(random.below(60));
    // Few different scores, so that ties are everywhere.
    for (auto& score : scores) score = static_cast<float>(random.below(6)) - 1;
    std::vector<bool> blocked(scores.size());
    for (std::size_t i = 0; i < blocked.size(); ++i) blocked[i] = random.below(4) == 0;
    const auto allowed = [&](std::uint32_t row) { return !blocked[row]; };
    const auto k = random.below(70);
    std::vector<std::uint32_t> best{99};
    top_k(Listed(scores), k, allowed, best);
    ASSERT_EQ(best, sorted(scores, k, allowed)) << seed;
  }
}

TEST(TopK, KeepsEqualScoresInTheOrderOfTheRows) {
  const Listed scores(std::vector<float>(20, 0.5F));
  std::vector<std::uint32_t> best;
  top_k(scores, 4, kAll, best);
  EXPECT_EQ(best, (std::vector<std::uint32_t>{0, 1, 2, 3}));
}

TEST(TopK, LeavesOutWhatNothingSpeaksFor) {
  const Listed scores({0, -1, 1e-30F, std::numeric_limits<float>::quiet_NaN(), -0.0F});
  std::vector<std::uint32_t> best;
  top_k(scores, 5, kAll, best);
  EXPECT_EQ(best, std::vector<std::uint32_t>{2});
}

TEST(TopK, OfNoneIsNone) {
  const Listed scores({1, 2});
  std::vector<std::uint32_t> best{7};
  top_k(scores, 0, kAll, best);
  EXPECT_TRUE(best.empty());
  top_k(Listed({}), 5, kAll, best);
  EXPECT_TRUE(best.empty());
}

}  // namespace
}  // namespace etalage::recommend
