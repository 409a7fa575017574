// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/scorer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "support/shop.h"

namespace etalage::recommend {
namespace {

using test::Random;

struct Shop {
  explicit Shop(const pack::Contents& contents)
      : bytes(test::written(contents)), pack(*pack::Pack::open(bytes)) {}
  test::Bytes bytes;
  pack::Pack pack;
};

std::vector<float> listed(const Scores& scores) {
  std::vector<float> list;
  for (std::uint32_t row = 0; row < scores.size(); ++row) list.push_back(scores[row]);
  return list;
}

// Rates that are all different.
std::vector<float> repeats() {
  std::vector<float> rates;
  for (int i = 0; i < 60; ++i) rates.push_back(0.3F / static_cast<float>(i + 1));
  return rates;
}

// A catalogue whose vectors lie in a few directions, as learned ones do.
pack::Contents catalogue(std::uint64_t seed, std::uint32_t products) {
  Random random(seed);
  pack::Contents contents;
  contents.pairs.resize(products);
  for (std::uint32_t row = 0; row < products; ++row) {
    contents.products.emplace_back().id = std::to_string(row);
    const auto kind = random.below(5);
    std::vector<double> vector(pack::kDimensions);
    for (auto& value : vector) value = 0.1 * (static_cast<double>(random.unit()) - 0.5);
    vector[kind] += 1;
    double square = 0, largest = 0;
    for (const auto value : vector) square += value * value;
    for (auto& value : vector) largest = std::max(largest, std::abs(value /= std::sqrt(square)));
    for (const auto value : vector) {
      contents.components.push_back(static_cast<std::int8_t>(std::lround(value / largest * 127)));
    }
    contents.scales.push_back(random.below(10) == 0
                                  ? std::uint16_t{0}
                                  : static_cast<std::uint16_t>(std::lround(largest * 65535)));
    for (std::uint32_t other = 0; other < products; ++other) {
      if (other != row && random.below(products) < 4)
        contents.pairs[row].push_back({other, 1 - random.unit()});
    }
  }
  contents.positions = {0.4F, 0.25F, 0.15F, 0.1F, 0.05F, 0.03F, 0.02F};
  contents.repeats = repeats();
  return contents;
}

// The formula of scorer.h, word for word, in double precision.
std::vector<double> expected(const pack::Pack& pack, const std::vector<std::uint32_t>& session,
                             bool vectors = true) {
  std::vector<double> scores(pack.products());
  for (std::size_t p = 0; p < std::min<std::size_t>(session.size(), 10); ++p) {
    const double decay =
        std::pow(static_cast<double>(pack.blend().pair_decay), static_cast<double>(p));
    pack.visit_pairs(session[p], [&](std::uint32_t row, float weight) {
      scores[row] += decay * static_cast<double>(weight);
    });
  }
  const auto newest = std::vector(
      session.begin(), session.begin() + std::min<std::ptrdiff_t>(std::ssize(session), 20));
  for (const auto row : std::set(newest.begin(), newest.end())) {
    const auto place = std::find(newest.begin(), newest.end(), row) - newest.begin();
    const auto times = std::min<std::ptrdiff_t>(std::count(newest.begin(), newest.end(), row), 3);
    const auto rate = repeats()[static_cast<std::size_t>(place * 3 + times - 1)];
    if (vectors) scores[row] += 16.0 * static_cast<double>(rate);
  }
  const auto component = [&](std::uint32_t row, std::size_t d) {
    return static_cast<double>(pack.scale(row)) * pack.components()[row * pack::kDimensions + d];
  };
  std::vector<double> h(pack::kDimensions);
  std::size_t place = 0;
  for (std::size_t p = 0; p < std::min(session.size(), kSessionLength); ++p) {
    if (pack.scale(session[p]) == 0) continue;
    if (place == pack.positions().size()) break;
    for (std::size_t d = 0; d < h.size(); ++d) {
      h[d] += static_cast<double>(pack.positions()[place]) * component(session[p], d);
    }
    ++place;
  }
  const double length = std::sqrt(std::inner_product(h.begin(), h.end(), h.begin(), 0.0));
  if (!vectors || length == 0) return scores;
  for (std::uint32_t row = 0; row < pack.products(); ++row) {
    double cosine = 0;
    for (std::size_t d = 0; d < h.size(); ++d) cosine += h[d] / length * component(row, d);
    scores[row] += static_cast<double>(pack.blend().vectors) * std::pow(std::max(cosine, 0.0), 3);
  }
  return scores;
}

std::vector<std::uint32_t> random_session(Random& random, std::uint32_t products) {
  std::vector<std::uint32_t> session(random.below(25));
  for (auto& row : session) row = random.below(products);
  return session;
}

TEST(Scorer, IsItsFormula) {
  const Shop shop(catalogue(1, 60));
  Scorer scorer(shop.pack);
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Random random(seed);
    const auto session = random_session(random, 60);
    const auto scores = expected(shop.pack, session);
    scorer.score(session);
    ASSERT_EQ(scorer.scores().size(), 60u);
    for (std::uint32_t row = 0; row < 60; ++row)
      EXPECT_NEAR(scorer.scores()[row], scores[row], 1e-3) << seed;
  }
}

TEST(Scorer, WeighsByThePacksBlend) {
  for (const pack::Blend blend : {pack::Blend{0.3F, 0.5F}, {2, 1}, {0, 0}, {pack::kMaxShare, 0}}) {
    auto contents = catalogue(1, 60);
    contents.blend = blend;
    const Shop shop(contents);
    Scorer scorer(shop.pack);
    Scorer other(shop.pack);
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
      Random random(seed);
      const auto session = random_session(random, 60);
      const auto scores = expected(shop.pack, session);
      scorer.score(session);
      for (std::uint32_t row = 0; row < 60; ++row)
        EXPECT_NEAR(scorer.scores()[row], scores[row], 1e-3 * (1 + scores[row])) << seed;
      for (std::uint32_t row = 0; row < 60 && !session.empty(); ++row)
        EXPECT_LT(scorer.cause(row), session.size());
      other.set_blend({1, 0.5F});
      other.score(session);
      other.set_blend(blend);
      other.score(session);
      EXPECT_EQ(listed(other.scores()), listed(scorer.scores()));
    }
  }
}

TEST(Scorer, OrdersAsItsFormulaDoesWhereScoresDiffer) {
  const Shop shop(catalogue(2, 60));
  Scorer scorer(shop.pack);
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Random random(seed);
    const auto session = random_session(random, 60);
    const auto scores = expected(shop.pack, session);
    scorer.score(session);
    for (std::uint32_t a = 0; a < 60; ++a) {
      for (std::uint32_t b = 0; b < 60; ++b) {
        if (scores[a] <= scores[b] + 1e-3) continue;
        EXPECT_GT(scorer.scores()[a], scorer.scores()[b]) << seed;
      }
    }
  }
}

TEST(Scorer, OfPairsAloneLeavesTheVectorsOut) {
  const Shop shop(catalogue(3, 60));
  Scorer scorer(shop.pack);
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Random random(seed);
    const auto session = random_session(random, 60);
    const auto scores = expected(shop.pack, session, false);
    scorer.score_pairs(session);
    for (std::uint32_t row = 0; row < 60; ++row)
      EXPECT_NEAR(scorer.scores()[row], scores[row], 1e-4);
  }
}

TEST(Scorer, OfNothingGivesNothing) {
  const Shop shop(catalogue(1, 20));
  Scorer scorer(shop.pack);
  scorer.score(std::vector<std::uint32_t>{3, 4});
  scorer.score({});
  ASSERT_EQ(scorer.scores().size(), 20u);
  for (const auto score : listed(scorer.scores())) EXPECT_EQ(score, 0);
}

TEST(Scorer, LooksAtTheNewestTwentyAlone) {
  const Shop shop(catalogue(1, 60));
  Scorer scorer(shop.pack);
  std::vector<std::uint32_t> session(kSessionLength);
  std::iota(session.begin(), session.end(), 0u);
  scorer.score(session);
  const auto first = listed(scorer.scores());
  for (std::uint32_t row = 20; row < 60; ++row) session.push_back(row);
  scorer.score(session);
  EXPECT_EQ(listed(scorer.scores()), first);
}

TEST(Scorer, WorksWithoutVectorsPositionsOrPairs) {
  auto contents = catalogue(1, 20);
  contents.pairs.clear();
  contents.positions.clear();
  for (const bool vectors : {true, false}) {
    if (!vectors) {
      contents.components.clear();
      contents.scales.clear();
    }
    const Shop shop(contents);
    Scorer scorer(shop.pack);
    scorer.score(std::vector<std::uint32_t>{5});
    for (std::uint32_t row = 0; row < 20; ++row) {
      EXPECT_FLOAT_EQ(scorer.scores()[row], row == 5 ? 4.8F : 0.0F);
    }
  }
}

// Squares of numbers that small are rounded so coarsely that a "unit" vector would overflow its 15 bits.
TEST(Scorer, GivesNoCosineAboveOneHoweverSmallThePositions) {
  for (float weight = 1; weight > 0; weight /= 3) {
    auto contents = catalogue(1, 20);
    contents.pairs.clear();
    contents.repeats.clear();
    contents.positions = {weight};
    const Shop shop(contents);
    Scorer scorer(shop.pack);
    scorer.score(std::vector<std::uint32_t>{4});
    const auto own = scorer.scores()[4];
    EXPECT_TRUE(own == 0 || std::abs(own - 0.6F) < 0.02F) << weight << " " << own;
    for (const auto score : listed(scorer.scores())) EXPECT_LE(score, own) << weight;
  }
}

TEST(Scorer, NamesTheProductThatSpeaksMost) {
  const Shop shop(test::garden_shop());
  Scorer scorer(shop.pack);
  scorer.score(std::vector<std::uint32_t>{test::t3, test::g4, test::x1});
  EXPECT_EQ(scorer.cause(test::g2), 1u);
  EXPECT_EQ(scorer.cause(test::t1), 0u);
  scorer.score(std::vector<std::uint32_t>{test::x1, test::t1});
  EXPECT_EQ(scorer.cause(test::t2), 1u);
  // By the lists alone, what only the vectors say is not heard.
  scorer.score_pairs(std::vector<std::uint32_t>{test::t3, test::t2, test::t1});
  EXPECT_EQ(scorer.cause(test::t2), 2u);
}

TEST(Scorer, GivesTheSameScoresEveryTime) {
  const Shop shop(catalogue(4, 60));
  Scorer scorer(shop.pack);
  Scorer other(shop.pack);
  Random random(1);
  for (int i = 0; i < 20; ++i) {
    const auto session = random_session(random, 60);
    scorer.score(random_session(random, 60));
    scorer.score(session);
    other.score(session);
    EXPECT_EQ(listed(scorer.scores()), listed(other.scores()));
  }
}

}  // namespace
}  // namespace etalage::recommend
