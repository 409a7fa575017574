// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/pack_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "pack/format.h"
#include "pack/pack.h"
#include "recommend/recommender.h"
#include "rules/formats.h"
#include "support/code.h"
#include "support/damage.h"
#include "support/shop.h"
#include "train/pair_counts.h"
#include "train/shop_history.h"

namespace etalage::train {
namespace {

using test::Bytes;
using test::code_of;

Bytes built(PackBuilder& builder, std::uint32_t samples = 1000) {
  EXPECT_TRUE(builder.begin());
  while (builder.step(samples) < 1) {
  }
  const auto pack = builder.finish();
  EXPECT_TRUE(pack);
  return pack ? test::exact(*pack) : Bytes{};
}

TEST(PackBuilder, PutsTheMostPopularFirstAndKeepsTheOrderGivenWhereEquallyPopular) {
  PackBuilder builder;
  builder.set_products(test::catalogue_of(test::shop_products(5)));
  // Product 3 in three sessions; 1 and 4 in two, once twice; 0 and 2 in none.
  builder.set_history({{3, 4, 4, 4, 3, 1, 3, 4, 1}, {0, 4, 6, 9}, {1, 2, 3}, {}});
  const auto data = built(builder);
  EXPECT_EQ(builder.rows(), (std::vector<std::uint32_t>{3, 1, 4, 0, 2}));
  const auto pack = *pack::Pack::open(data);
  std::vector<std::string> ids;
  for (std::uint32_t row = 0; row < pack.products(); ++row) ids.emplace_back(pack.id(row));
  EXPECT_EQ(ids, (std::vector<std::string>{"P103", "P101", "P104", "P100", "P102"}));
}

TEST(PackBuilder, GivesEachProductItsOwnPairs) {
  auto builder = test::shop_builder(30, 300);
  const auto data = built(builder);
  const auto pack = *pack::Pack::open(data);
  const auto sessions = test::shop_sessions(1, 30, 300);
  const auto lists = count_pairs(sessions.view(30), {});
  std::size_t pairs = 0;
  for (std::uint32_t product = 0; product < 30; ++product) {
    std::set<std::uint32_t> expected, found;
    for (const auto& pair : lists.row(product)) expected.insert(builder.rows()[pair.product]);
    pack.visit_pairs(builder.rows()[product], [&](std::uint32_t row, float) { found.insert(row); });
    EXPECT_EQ(found, expected) << product;
    pairs += found.size();
  }
  EXPECT_GT(pairs, 50u);
}

TEST(PackBuilder, GivesEachProductItsOwnVector) {
  auto builder = test::shop_builder(30, 300);
  const auto data = built(builder);
  const auto pack = *pack::Pack::open(data);
  const auto sessions = test::shop_sessions(1, 30, 300);
  VectorOptions options;
  options.epochs = 2;
  options.seed = 1;
  auto trainer = *VectorTrainer::create(sessions.view(30), options);
  while (trainer.step(1000) < 1) {
  }
  const auto vectors = trainer.finish();
  EXPECT_TRUE(std::ranges::equal(pack.positions(), vectors.positions));
  for (std::uint32_t product = 0; product < 30; ++product) {
    const auto row = builder.rows()[product];
    EXPECT_EQ(pack.scale(row) > 0, vectors.scales[product] > 0);
    for (std::uint32_t d = 0; d < pack::kDimensions; ++d) {
      ASSERT_EQ(pack.components()[row * pack::kDimensions + d],
                vectors.components[product * pack::kDimensions + d]);
    }
  }
}

TEST(PackBuilder, MakesAPackThatRecommendsWhatGoesTogether) {
  auto builder = test::shop_builder(30, 600);
  const auto data = built(builder);
  const auto pack = *pack::Pack::open(data);
  const recommend::Offers offers(pack);
  recommend::Recommender recommender(pack, offers);
  int right = 0;
  int all = 0;
  for (std::uint32_t row = 0; row < pack.products(); ++row) {
    recommend::Context context;
    context.item = row;
    for (const auto& pick : recommender.fill(*pack.slot("product"), context, 4, {}).items) {
      right += pack.categories().index(pick.row) == pack.categories().index(row) ? 1 : 0;
      ++all;
    }
  }
  EXPECT_GT(all, 80);
  EXPECT_GT(right * 10, all * 8);
}

TEST(PackBuilder, MakesTheSamePackHoweverItsTrainingIsCut) {
  auto one = test::shop_builder(30, 200);
  auto other = test::shop_builder(30, 200);
  EXPECT_EQ(built(one, 1000000), built(other, 1));
}

TEST(PackBuilder, TellsHowFarItsTrainingIs) {
  auto builder = test::shop_builder(30, 300);
  ASSERT_TRUE(builder.begin());
  double last = 0;
  int steps = 0;
  while (last < 1) {
    const auto share = builder.step(100);
    EXPECT_TRUE(share > last && share <= 1) << share;
    last = share;
    ++steps;
  }
  EXPECT_GT(steps, 3);
}

TEST(PackBuilder, KeepsTheSettings) {
  auto settings = test::shop_settings();
  settings.off = true;
  settings.min_support = 5;
  settings.retention_days = 90;
  auto builder = test::shop_builder(9, 50);
  builder.set_settings(settings);
  const auto data = built(builder);
  const auto pack = *pack::Pack::open(data);
  EXPECT_TRUE(pack.off());
  EXPECT_EQ(pack.currency(), "EUR");
  EXPECT_EQ(pack.min_support(), 5u);
  EXPECT_EQ(pack.retention_days(), 90u);
  ASSERT_EQ(pack.slots().size(), 3u);
  EXPECT_EQ(pack.slots()[0].fallback, (std::vector<pack::Strategy>{pack::Strategy::bestsellers}));
}

TEST(PackBuilder, LearnsNothingOfProductsThatMustNotBeInferredFrom) {
  auto products = test::shop_products(9);
  products[4].category = "health > pregnancy";
  auto builder = test::shop_builder(9, 50);
  builder.set_products(test::catalogue_of(products));
  const auto data = built(builder);
  const auto pack = *pack::Pack::open(data);
  const auto left_out = *pack.find(products[4].id);
  EXPECT_EQ(pack.scale(left_out), 0);
  std::size_t pairs = 0;
  for (std::uint32_t row = 0; row < pack.products(); ++row) {
    pack.visit_pairs(row, [&](std::uint32_t other, float) {
      ++pairs;
      EXPECT_TRUE(row != left_out && other != left_out);
    });
    if (row != left_out) {
      EXPECT_GT(pack.scale(row), 0);
    }
  }
  EXPECT_GT(pairs, 0u);
}

TEST(PackBuilder, DerivesTheManifestFromTheSlots) {
  auto builder = test::shop_builder(9, 50);
  const auto data = built(builder);
  const auto pack = *pack::Pack::open(data);
  const auto settings = test::shop_settings();
  std::vector<pack::Slot> slots;
  for (const auto& it : settings.slots) slots.push_back(it.slot);
  const auto expected = test::manifest_for(slots, settings.retention_days);
  EXPECT_TRUE(
      std::equal(pack.manifest().begin(), pack.manifest().end(), expected.begin(), expected.end()));

  auto bare_builder = test::shop_builder(9, 50);
  bare_builder.set_settings({});
  const auto bare = built(bare_builder);
  EXPECT_TRUE(rules::read_manifest(pack::Pack::open(bare)->manifest())->events.empty());
}

TEST(PackBuilder, MakesAPackOfACatalogueWithoutHistory) {
  PackBuilder builder;
  builder.set_products(test::catalogue_of(test::shop_products(4)));
  builder.set_settings(test::shop_settings());
  const auto data = built(builder);
  const auto pack = *pack::Pack::open(data);
  EXPECT_EQ(pack.products(), 4u);
  EXPECT_EQ(pack.id(0), "P100");
  EXPECT_TRUE(pack.components().empty());
}

TEST(PackBuilder, FindsTheProductsThatASlotNamesByIdOrAlias) {
  auto catalogue = test::catalogue_of(test::shop_products(4));
  catalogue.products[2].aliases = {"other name"};
  auto settings = test::shop_settings();
  settings.slots[0].exclude = {"P101", "not there"};
  settings.slots[0].pins = {"", "other name", "not there"};
  PackBuilder builder;
  builder.set_products(catalogue);
  builder.set_settings(settings);
  const auto data = built(builder);
  const auto pack = *pack::Pack::open(data);
  const auto& slot = pack.slots()[0];
  EXPECT_EQ(slot.exclude, std::vector{*pack.find("P101")});
  EXPECT_EQ(slot.pins, (std::vector{pack::kNoPin, *pack.find("other name"), pack::kNoPin}));
}

TEST(PackBuilder, PutsAttributesHiddenProductsAndTrendsIntoThePack) {
  auto builder = test::shop_builder(9, 50);
  auto catalogue = test::catalogue_of(test::shop_products(9));
  catalogue.attributes = {{"series", true}, {"green", false}};
  for (std::size_t i = 0; i < 9; ++i) {
    catalogue.products[i].texts = {"s" + std::to_string(i % 2), ""};
    catalogue.products[i].numbers = {0, static_cast<double>(i)};
    catalogue.added.push_back(i == 7 ? 20'000 : 19'000);
  }
  catalogue.products[3].hidden = true;
  builder.set_products(catalogue);
  builder.set_purchases({{1, 4, 10}, {1, 4, 40}, {2, 4, 10}, {2, 4, 30}, {3, 4, 1}, {3, 4, 26}});
  const auto data = built(builder);
  const auto pack = *pack::Pack::open(data);
  const auto row = [&](std::size_t i) { return *pack.find(catalogue.products[i].id); };
  EXPECT_EQ(pack.attribute("series")->texts.text(row(5)), "s1");
  EXPECT_EQ(pack.attribute("green")->numbers[row(5)], 5);
  EXPECT_TRUE(pack.hidden(row(3)));
  EXPECT_FALSE(pack.hidden(row(4)));
  ASSERT_EQ(pack.arrivals().size(), 1u);
  EXPECT_EQ(pack.arrivals()[0], row(7));
  EXPECT_EQ(pack.interval(row(4)), 25);
  EXPECT_EQ(pack.interval(row(5)), 0);
}

TEST(PackBuilder, MakesAPackOfRulesAlone) {
  PackBuilder builder;
  const auto data = built(builder);
  EXPECT_EQ(pack::Pack::open(data)->products(), 0u);
}

TEST(PackBuilder, RefusesAHistoryOfProductsThatItDoesNotHave) {
  auto builder = test::shop_builder(30, 100);
  builder.set_products(test::catalogue_of(test::shop_products(3)));
  EXPECT_EQ(code_of(builder.begin()), Code::invalid_argument);
}

TEST(PackBuilder, RefusesWhatTheWriterRefuses) {
  auto products = test::shop_products(9);
  products[4].id = products[5].id;
  auto builder = test::shop_builder(9, 50);
  builder.set_products(test::catalogue_of(products));
  ASSERT_TRUE(builder.begin());
  EXPECT_EQ(code_of(builder.finish()), Code::invalid_argument);
}

TEST(PackBuilder, DoesNotFinishBeforeItBegins) {
  auto builder = test::shop_builder(9, 50);
  EXPECT_EQ(code_of(builder.finish()), Code::invalid_argument);
  EXPECT_EQ(builder.step(10), 1);
}

}  // namespace
}  // namespace etalage::train
