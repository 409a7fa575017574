// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/try_blends.h"

#include <gtest/gtest.h>

#include <array>
#include <numeric>

#include "support/shop.h"
#include "train/evaluate.h"
#include "train/shop_history.h"

namespace etalage::train {
namespace {

constexpr std::array<pack::Blend, 5> kBlends{
    {{}, {0.1F, 0.3F}, {2, 0.5F}, {0, 1}, {pack::kMaxShare, 0}}};

// Sessions of up to 25 rows, some with a target that they hold, some too short to be a case.
Sessions random_cases(std::uint64_t seed, std::uint32_t products) {
  test::Random random(seed);
  Sessions cases;
  for (int c = 0; c < 300; ++c) {
    const auto length = random.below(25);
    const auto near = random.below(products);
    for (std::uint32_t i = 0; i < length; ++i) {
      cases.items.push_back((near + random.below(6)) % products);
    }
    cases.offsets.push_back(static_cast<std::uint32_t>(cases.items.size()));
    cases.customers.push_back(unknown_customer);
  }
  return cases;
}

std::vector<std::uint8_t> shop_pack(const pack::Blend& blend) {
  auto builder = test::shop_builder(120, 600);
  auto settings = test::shop_settings();
  settings.blend = blend;
  builder.set_settings(settings);
  EXPECT_TRUE(builder.begin());
  while (builder.step(1000) < 1) {
  }
  return *builder.finish();
}

TEST(TryBlends, GivesTheMeanOfWhatEvaluateGivesForAPackWithThatBlend) {
  const auto cases = random_cases(1, 120);
  const auto count = cases.customers.size();
  const auto view = cases.view(120);
  std::size_t asked = 0;
  for (std::uint32_t c = 0; c < view.sessions(); ++c)
    asked += view.session(c).size() >= 2 ? 1U : 0U;
  const auto data = shop_pack({});
  const auto worth = try_blends(*pack::Pack::open(data), view, kBlends);
  ASSERT_EQ(worth.size(), kBlends.size() * count);
  std::vector<double> means;
  for (std::size_t b = 0; b < kBlends.size(); ++b) {
    const auto own = shop_pack(kBlends[b]);
    const auto pack = *pack::Pack::open(own);
    EXPECT_EQ(pack.blend(), kBlends[b]);
    const auto [all, fresh, known, popularity, coverage, head] = evaluate(pack, view);
    const auto from = worth.begin() + static_cast<std::ptrdiff_t>(b * count);
    const auto sum = std::accumulate(from, from + static_cast<std::ptrdiff_t>(count), 0.0);
    means.push_back(sum / static_cast<double>(asked));
    EXPECT_NEAR(means.back(),
                (all.pack.hr20 + all.pack.mrr20 + fresh.pack.hr20 + fresh.pack.mrr20) / 4, 1e-5)
        << b;
  }
  EXPECT_NE(means[0], means[1]);
  EXPECT_NE(means[0], means[2]);
}

TEST(TryBlends, OfNoCasesOrNoBlendsIsNothing) {
  const auto data = test::written(test::garden_shop());
  const auto pack = *pack::Pack::open(data);
  EXPECT_TRUE(try_blends(pack, Sessions{}.view(8), kBlends).empty());
  const Sessions cases{
      .items = {0, 1}, .offsets = {0, 2}, .customers = {unknown_customer}, .days = {}};
  EXPECT_TRUE(try_blends(pack, cases.view(8), {}).empty());
}

TEST(TryBlends, GivesNothingForCasesWithoutAPast) {
  const auto data = test::written(test::garden_shop());
  const Sessions cases{.items = {0},
                       .offsets = {0, 0, 1},
                       .customers = {unknown_customer, unknown_customer},
                       .days = {}};
  const auto worth = try_blends(*pack::Pack::open(data), cases.view(8), kBlends);
  EXPECT_EQ(worth, std::vector<float>(2 * kBlends.size(), 0.0F));
}

}  // namespace
}  // namespace etalage::train
