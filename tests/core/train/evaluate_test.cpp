// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/evaluate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include "recommend/scorer.h"
#include "support/shop.h"
#include "train/shop_history.h"

namespace etalage::train {
namespace {

using enum test::Row;

struct Cases {
  std::vector<std::uint32_t> items, offsets{0}, customers;

  Cases(std::initializer_list<std::vector<std::uint32_t>> sessions) {
    for (const auto& session : sessions) {
      items.insert(items.end(), session.begin(), session.end());
      offsets.push_back(static_cast<std::uint32_t>(items.size()));
      customers.push_back(unknown_customer);
    }
  }
  [[nodiscard]] History view(std::uint32_t products) const {
    return {items, offsets, customers, products};
  }
};

Evaluation of_garden_shop(const Cases& cases) {
  const auto data = test::written(test::garden_shop());
  return evaluate(*pack::Pack::open(data), cases.view(8));
}

TEST(Evaluate, CountsAHitByItsPlace) {
  const auto result = of_garden_shop({{g1, g2}, {t1, t2}});
  EXPECT_EQ(result.all.pack.cases, 2u);
  EXPECT_EQ(result.all.pack.hr20, 1);
  EXPECT_EQ(result.fresh.pack.cases, 2u);
  EXPECT_EQ(result.fresh.pack.mrr20, 1);  // each is the best of what is new
  EXPECT_LE(result.all.pack.mrr20, 1);
}

TEST(Evaluate, CountsATargetThatNothingSpeaksForAsAMiss) {
  const auto result = of_garden_shop({{g1, x1}, {g1, g2}});
  EXPECT_EQ(result.fresh.pack.cases, 2u);
  EXPECT_EQ(result.fresh.pack.hr20, 0.5);
  EXPECT_EQ(result.fresh.pack.mrr20, 0.5);
}

TEST(Evaluate, LeavesCasesOutOfNewWhoseTargetIsInTheSession) {
  const auto result = of_garden_shop({{g1, t1, g1}, {g1, g1}, {t1, t2}});
  EXPECT_EQ(result.all.pack.cases, 3u);
  EXPECT_EQ(result.fresh.pack.cases, 1u);
  EXPECT_EQ(result.all.bestsellers.cases, 3u);
  EXPECT_EQ(result.fresh.bestsellers.cases, 1u);
}

TEST(Evaluate, SkipsSessionsWithoutAPast) {
  const auto result = of_garden_shop({{}, {g1}, {g1, g2}});
  EXPECT_EQ(result.all.pack.cases, 1u);
}

TEST(Evaluate, OfNoCasesIsZeroes) {
  const auto result = of_garden_shop({});
  EXPECT_EQ(result.all.pack.cases, 0u);
  EXPECT_EQ(result.all.pack.hr20, 0);
  EXPECT_EQ(result.coverage, 0);
  EXPECT_EQ(result.head_share, 0);
}

TEST(Evaluate, MeasuresBestsellersByThePacksOrder) {
  // t1 is the second: 1/2 of everything; of what is new to who saw g1, the first.
  const auto result = of_garden_shop({{g1, t1}});
  EXPECT_EQ(result.all.bestsellers.mrr20, 0.5);
  EXPECT_EQ(result.fresh.bestsellers.mrr20, 1);
}

TEST(Evaluate, CountsThePlacesOfTheTargets) {
  const auto result = of_garden_shop({{g1, g2}, {t1, t2}, {g1, x1}});
  std::array<std::uint32_t, 20> places{};
  places[0] = 2;
  EXPECT_EQ(result.fresh.pack.places, places);
  // Bestsellers in the order g1, t1, g2, g3, t2, g4, x1, without what the session has.
  std::array<std::uint32_t, 20> bestsellers{};
  for (const auto place : {1u, 3u, 5u}) bestsellers[place] = 1;
  EXPECT_EQ(result.fresh.bestsellers.places, bestsellers);
}

TEST(Evaluate, GroupsNewCasesByHowManyProductsTheSessionHad) {
  const auto result = of_garden_shop({{g1, g2},
                                      {g1, g1, g1, g2},  // one product, three times
                                      {t1, g1, g2},
                                      {t1, t2, g1, g2},
                                      {t1, t2, t3, x1, g1, g2},
                                      {t1, t2, t3, x1, g3, g1, g2},
                                      {g1, t1, g1}});
  std::array<std::uint32_t, 4> cases{};
  for (std::size_t i = 0; i < cases.size(); ++i) cases[i] = result.by_known[i].pack.cases;
  EXPECT_EQ(cases, (std::array<std::uint32_t, 4>{2, 1, 2, 1}));
  EXPECT_EQ(result.by_known[0].pack.hr20, 1);
  EXPECT_EQ(result.by_known[0].bestsellers.cases, 2u);
  EXPECT_EQ(result.by_known[0].bestsellers.mrr20, 0.5);
}

TEST(Evaluate, GroupsNewCasesByThePopularityOfTheTarget) {
  // Of eight products one is the most popular tenth, three more the rest of the first half.
  const auto result =
      of_garden_shop({{t1, g1}, {g1, t1}, {g1, g2}, {g1, g3}, {g1, t2}, {g1, t3}, {g1, t1, g1}});
  std::array<std::uint32_t, 3> cases{};
  for (std::size_t i = 0; i < cases.size(); ++i) cases[i] = result.by_popularity[i].pack.cases;
  EXPECT_EQ(cases, (std::array<std::uint32_t, 3>{1, 3, 2}));
  EXPECT_EQ(result.by_popularity[0].bestsellers.mrr20, 1);
}

// The words of evaluate.h, with full sorts.
TEST(Evaluate, IsWhatANaiveCountSays) {
  constexpr std::uint32_t kProducts = 60;
  auto builder = test::shop_builder(kProducts, 400);
  ASSERT_TRUE(builder.begin());
  while (builder.step(10000) < 1) {
  }
  const auto data = test::exact(*builder.finish());
  const auto pack = *pack::Pack::open(data);
  auto sessions = test::shop_sessions(9, kProducts, 150);
  for (auto& item : sessions.items) item = builder.rows()[item];
  const auto cases = sessions.view(kProducts);

  recommend::Scorer scorer(pack);
  double hits = 0, ranks = 0, fresh_hits = 0, fresh_ranks = 0, best_hits = 0, best_ranks = 0;
  std::uint32_t all = 0, fresh = 0;
  std::set<std::uint32_t> listed;
  double entries = 0, head = 0;
  for (std::uint32_t c = 0; c < cases.sessions(); ++c) {
    std::vector<std::uint32_t> session(cases.session(c).begin(), cases.session(c).end());
    if (session.size() < 2) continue;
    const auto target = session.back();
    session.pop_back();
    std::reverse(session.begin(), session.end());
    scorer.score(session);
    const auto place_in = [&](std::vector<std::uint32_t> rows) {
      std::erase_if(rows, [&](auto row) { return !(scorer.scores()[row] > 0); });
      std::stable_sort(rows.begin(), rows.end(),
                       [&](auto a, auto b) { return scorer.scores()[a] > scorer.scores()[b]; });
      if (rows.size() > 20) rows.resize(20);
      return std::pair(rows, static_cast<std::size_t>(std::find(rows.begin(), rows.end(), target) -
                                                      rows.begin()));
    };
    std::vector<std::uint32_t> rows(kProducts);
    std::iota(rows.begin(), rows.end(), 0u);
    ++all;
    if (const auto [list, place] = place_in(rows); place < list.size())
      hits += 1, ranks += 1.0 / static_cast<double>(place + 1);
    if (std::find(session.begin(), session.end(), target) != session.end()) continue;
    ++fresh;
    std::erase_if(rows, [&](auto row) {
      return std::find(session.begin(), session.end(), row) != session.end();
    });
    const auto best =
        static_cast<std::size_t>(std::find(rows.begin(), rows.end(), target) - rows.begin());
    if (best < 20) best_hits += 1, best_ranks += 1.0 / static_cast<double>(best + 1);
    const auto [list, place] = place_in(rows);
    if (place < list.size()) fresh_hits += 1, fresh_ranks += 1.0 / static_cast<double>(place + 1);
    listed.insert(list.begin(), list.end());
    entries += static_cast<double>(list.size());
    head += static_cast<double>(
        std::count_if(list.begin(), list.end(), [](auto row) { return row < kProducts / 10; }));
  }
  const auto result = evaluate(pack, cases);
  ASSERT_GT(fresh, 40u);
  ASSERT_LT(fresh, all);
  EXPECT_EQ(result.all.pack.cases, all);
  EXPECT_EQ(result.fresh.pack.cases, fresh);
  EXPECT_NEAR(result.all.pack.hr20, hits / all, 1e-12);
  EXPECT_NEAR(result.all.pack.mrr20, ranks / all, 1e-12);
  EXPECT_NEAR(result.fresh.pack.hr20, fresh_hits / fresh, 1e-12);
  EXPECT_NEAR(result.fresh.pack.mrr20, fresh_ranks / fresh, 1e-12);
  EXPECT_NEAR(result.fresh.bestsellers.hr20, best_hits / fresh, 1e-12);
  EXPECT_NEAR(result.fresh.bestsellers.mrr20, best_ranks / fresh, 1e-12);
  const auto sum_of = [](const auto& groups) {
    std::uint32_t sum = 0;
    for (const auto& group : groups) sum += group.pack.cases;
    return sum;
  };
  EXPECT_EQ(sum_of(result.by_known), fresh);
  EXPECT_EQ(sum_of(result.by_popularity), fresh);
  const auto& places = result.fresh.pack.places;
  EXPECT_EQ(std::accumulate(places.begin(), places.end(), 0.0), fresh_hits);
  EXPECT_NEAR(result.coverage, static_cast<double>(listed.size()) / kProducts, 1e-12);
  EXPECT_NEAR(result.head_share, head / entries, 1e-12);
}

}  // namespace
}  // namespace etalage::train
