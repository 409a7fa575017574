// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// How a shop arranges what a strategy picks.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "recommend/category.h"
#include "recommend/shop_window.h"
#include "recommend/similarity.h"

namespace etalage::recommend {
namespace {

using enum test::Row;
using enum profile::EventKind;
using pack::Strategy;
using test::Random;

using Shop = ShopWindow;

pack::Slot slot(Strategy strategy = Strategy::bestsellers) { return {"slot", strategy, 0, {}}; }

Context touched(std::vector<Touch> touches) {
  Context context;
  context.touched = std::move(touches);
  return context;
}

// What a slot's rules say, as a table.
struct Table : Filter {
  Rows refused;
  std::vector<Rows> boosted;
  bool passes(std::uint32_t row) override {
    return std::find(refused.begin(), refused.end(), row) == refused.end();
  }
  std::uint32_t boosts(std::uint32_t row) override {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < boosted.size(); ++i) {
      if (std::find(boosted[i].begin(), boosted[i].end(), row) != boosted[i].end()) bits |= 1U << i;
    }
    return bits;
  }
};

TEST(Exclude, KeepsAProductOutWhicheverStepOffersIt) {
  auto shown = slot();
  shown.exclude = {g1, t2};
  EXPECT_EQ(rows(Shop().fill(shown)), (Rows{t1, g2, g4, x1, t3}));
}

TEST(Hidden, ProductsAreNeverShownButMayBeTheReason) {
  auto contents = test::garden_shop();
  contents.products[t1].hidden = true;
  Shop shop(contents);
  const auto all = rows(shop.fill(slot()));
  EXPECT_EQ(std::count(all.begin(), all.end(), t1), 0);
  const auto picks = shop.fill(slot(Strategy::for_you), touched({{t1}}), 1);
  EXPECT_EQ(rows(picks), Rows{t2});
  EXPECT_EQ(picks.items[0].because, t1);
}

TEST(Without, LeavesOutWhatWasSeenBoughtOrIsInTheCart) {
  Shop shop;
  auto context = touched({{g1, view_item}, {t1, purchase}});
  context.cart = {g2};
  const auto left = [&](std::uint8_t without) {
    auto shown = slot();
    shown.without = without;
    return rows(shop.fill(shown, context));
  };
  EXPECT_EQ(left(pack::kSeen), (Rows{t1, g2, t2, g4, x1, t3}));
  EXPECT_EQ(left(pack::kBought), (Rows{g1, g2, t2, g4, x1, t3}));
  EXPECT_EQ(left(pack::kInCart), (Rows{g1, t1, t2, g4, x1, t3}));
  EXPECT_EQ(left(7), (Rows{t2, g4, x1, t3}));
}

TEST(Prices, AreKeptWithinTimesThatOfThePagesProduct) {
  auto contents = test::garden_shop();
  for (std::uint32_t row = 0; row < 8; ++row) contents.products[row].price = (row + 1) * 1'000'000;
  contents.products[x1].price = pack::kPriceUnknown;
  Shop shop(contents);
  auto shown = slot();
  shown.price_from = 0.5F;
  shown.price_to = 1.5F;
  Context context;
  context.item = g3;  // 4
  EXPECT_EQ(rows(shop.fill(shown, context)), (Rows{t1, g2, t2, g4}));
  EXPECT_EQ(rows(shop.fill(shown)).size(), 7u) << "without such a product there is no bound";
}

TEST(Pins, StandAtTheirPlaces) {
  auto shown = slot();
  shown.pins = {x1, pack::kNoPin, t3};
  const auto picks = Shop().fill(shown, {}, 4);
  EXPECT_EQ(rows(picks), (Rows{x1, g1, t3, t1}));
  EXPECT_EQ(picks.items[0].reason, ReasonCode::pinned);
  EXPECT_EQ(picks.items[1].reason, ReasonCode::bestseller);
}

TEST(Pins, NeverBringBackWhatMayNotBeShown) {
  auto shown = slot();
  shown.pins = {g3, t1, g1, t2};
  shown.exclude = {t1};
  Table table;
  table.refused = {g1};
  const auto picks = Shop().fill(shown, {}, 3, {}, &table);
  EXPECT_EQ(rows(picks), (Rows{g2, t2, g4}))
      << "sold out, excluded, refused by the filter, off the list";
  for (const auto& pick : picks.items) EXPECT_EQ(pick.reason, ReasonCode::bestseller);
}

TEST(Boosts, MultiplyScoresAndAreToldWithThePick) {
  auto shown = slot(Strategy::similar);
  shown.boosts = {100, 0};
  Table table;
  table.boosted = {{t3}, {t2}};
  Context context;
  context.item = t1;
  Shop shop;
  EXPECT_EQ(rows(shop.fill(slot(Strategy::similar), context)), (Rows{t2, t3}));
  const auto picks = shop.fill(shown, context, 8, {}, &table);
  EXPECT_EQ(rows(picks), (Rows{t3, t2})) << "buried, but not gone";
  EXPECT_EQ(picks.items[0].boosts, 1u);
  EXPECT_EQ(picks.items[1].boosts, 2u);
}

TEST(Relevance, CutsTheTailRatherThanPadIt) {
  auto contents = test::garden_shop();
  contents.components.clear();
  contents.scales.clear();
  contents.pairs[g1] = {{g2, 1.0F}, {t1, 0.5F}, {t2, 0.1F}};
  Shop shop(contents);
  auto shown = slot(Strategy::bought_together);
  Context context;
  context.item = g1;
  shown.relevance = 0.4F;
  EXPECT_EQ(rows(shop.fill(shown, context)), (Rows{g2, t1}));
  shown.relevance = 0;
  EXPECT_EQ(rows(shop.fill(shown, context)), (Rows{g2, t1, t2}));
}

TEST(Diversity, PutsWhatDiffersBeforeMoreOfTheSame) {
  Shop shop;
  auto shown = slot();
  EXPECT_EQ(rows(shop.fill(shown, {}, 3)), (Rows{g1, t1, g2}));
  shown.diversity = 0.5F;
  EXPECT_EQ(rows(shop.fill(shown, {}, 3)), (Rows{g1, t1, x1})) << "nothing resembles a gift card";
}

float likeness(const pack::Pack& pack, const Rows& list) {
  float sum = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) sum += Similarity(pack, list[i]).to(list[j]);
  }
  return sum;
}

pack::Contents large_shop(std::uint64_t seed) {
  for (;; seed += 1000) {
    auto contents = test::random_contents(seed, 60);
    if (contents.products.size() > 30) return contents;
  }
}

TEST(Diversity, MakesNoListMoreAlikeInTheMean) {
  float plain = 0;
  float diverse = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Shop shop(large_shop(seed));
    auto shown = slot();
    plain += likeness(shop.pack, rows(shop.fill(shown, {}, 8)));
    shown.diversity = 0.6F;
    diverse += likeness(shop.pack, rows(shop.fill(shown, {}, 8)));
  }
  EXPECT_LT(diverse, 0.8F * plain);
}

// Maximal marginal relevance as it is defined, product by product.
Rows by_definition(const pack::Pack& pack, const Rows& candidates, float diversity,
                   std::size_t count) {
  Rows list;
  const auto most = static_cast<float>(std::max<std::size_t>(100, 4 * count));
  while (list.size() < std::min(count, candidates.size())) {
    float best = -10;
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const auto row = candidates[i];
      if (std::find(list.begin(), list.end(), row) != list.end()) continue;
      float like = 0;
      for (const auto other : list) like = std::max(like, Similarity(pack, other).to(row));
      const float relevance = 1 - static_cast<float>(i) / most;
      const float value = (1 - diversity) * relevance - diversity * like;
      if (value > best) {
        best = value;
        next = row;
      }
    }
    list.push_back(next);
  }
  return list;
}

TEST(Diversity, IsMaximalMarginalRelevance) {
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    Shop shop(large_shop(seed));
    const auto candidates = rows(shop.fill(slot(), {}, 100));
    auto shown = slot();
    shown.diversity = 0.1F + 0.1F * static_cast<float>(seed % 9);
    EXPECT_EQ(rows(shop.fill(shown, {}, 10)),
              by_definition(shop.pack, candidates, shown.diversity, 10))
        << seed;
  }
}

TEST(Calibration, GivesEachCategoryItsShareOfTheShoppersInterest) {
  pack::Contents contents;
  for (int i = 0; i < 40; ++i) {
    pack::Product product;
    product.id = std::to_string(i);
    product.category = i < 30 ? "garden > plants" : "tools > drills";
    contents.products.push_back(std::move(product));
  }
  Shop shop(contents);
  auto shown = slot();
  shown.calibration = 1;
  const auto tools = [&](const Context& context) {
    const auto list = rows(shop.fill(shown, context, 10));
    return std::count_if(list.begin(), list.end(), [](std::uint32_t row) { return row >= 30; });
  };
  EXPECT_EQ(tools({}), 0) << "of a stranger nothing is known";
  EXPECT_EQ(tools(touched({{0}})), 0);
  EXPECT_EQ(tools(touched({{31}})), 10);
  EXPECT_EQ(tools(touched({{0}, {31}})), 5);
  EXPECT_NEAR(static_cast<double>(tools(touched({{0}, {1}, {2}, {31}}))), 2.5, 1);
}

TEST(Rotation, ChangesTheListFromDayToDayAndNotWithinADay) {
  pack::Contents contents;
  for (int i = 0; i < 100; ++i) {
    contents.products.emplace_back().id = std::to_string(i);
  }
  Shop shop(contents);
  auto shown = slot();
  shown.rotation = 0.3F;
  Context context;
  std::set<Rows> lists;
  for (context.day = 20'000; context.day < 20'010; ++context.day) {
    const auto list = rows(shop.fill(shown, context, 8));
    EXPECT_EQ(list, rows(shop.fill(shown, context, 8)));
    for (const auto row : list) EXPECT_LT(row, 50u) << "what is far down stays there";
    lists.insert(list);
  }
  EXPECT_EQ(lists.size(), 10u);
  auto other = shown;
  other.name = "other";
  EXPECT_NE(rows(shop.fill(shown, context, 8)), rows(shop.fill(other, context, 8)));
}

TEST(Slot, IsAtMostAThousandProductsHoweverManyThePageAsksFor) {
  pack::Contents contents;
  for (int i = 0; i < 3000; ++i) contents.products.emplace_back().id = std::to_string(i);
  Shop shop(contents);
  auto shown = slot();
  EXPECT_EQ(rows(shop.fill(shown, {}, 0xFFFFFFFF)).size(), 1000u);
  shown.rotation = 0.5F;
  EXPECT_EQ(rows(shop.fill(shown, {}, 0xFFFFFFFF)).size(), 1000u);
}

Context random_context(Random& random, std::uint32_t products) {
  Context context;
  context.now = 1'700'000'000'000;
  context.day = context.now / 86'400'000;
  for (auto n = random.below(9); n > 0; --n) {
    context.touched.push_back({random.below(products), profile::kEventKinds[random.below(4)],
                               context.now - random.below(4'000'000) * 1000});
  }
  for (auto n = random.below(3); n > 0; --n) context.cart.push_back(random.below(products));
  context.cart_is_personal = random.below(2) == 0;
  if (random.below(2) == 0) context.item = random.below(products);
  if (random.below(3) == 0) context.category = "a";
  return context;
}

// The last word, whatever the strategy, the merchandising and the shop.
TEST(Slot, NeverShowsWhatItMustNotWhateverTheShopConfigures) {
  std::size_t shown_at_all = 0;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    const auto contents = test::random_contents(seed, 40);
    if (contents.products.empty()) continue;
    Shop shop(contents);
    Random random(seed);
    auto shown = slot(test::any_strategy(random));
    for (auto n = random.below(3); n > 0; --n) shown.fallback.push_back(test::any_strategy(random));
    test::arrange_at_random(random, shown, shop.pack.products());
    const auto context = random_context(random, shop.pack.products());
    const auto row = random.below(shop.pack.products());
    const bool in_stock = random.below(2) == 0;
    shop.offers.set_live({{contents.products[row].id, false, {}, in_stock}});
    Table table;
    for (auto n = random.below(4); n > 0; --n) {
      table.refused.push_back(random.below(shop.pack.products()));
    }
    table.boosted.resize(shown.boosts.size(), {0, 3, 5});
    const auto count = random.below(12);
    const auto picks = shop.fill(shown, context, count, {}, &table);
    const auto list = rows(picks);
    shown_at_all += list.size();
    EXPECT_LE(list.size(), count);
    EXPECT_EQ(std::set<std::uint32_t>(list.begin(), list.end()).size(), list.size()) << seed;
    for (const auto pick : list) {
      EXPECT_TRUE(shop.offers.in_stock(pick) && !shop.pack.hidden(pick)) << seed;
      EXPECT_TRUE(table.passes(pick)) << seed;
      EXPECT_NE(pick, context.item) << seed;
      EXPECT_EQ(std::count(shown.exclude.begin(), shown.exclude.end(), pick), 0) << seed;
    }
  }
  EXPECT_GT(shown_at_all, 3000u);
}

TEST(Slot, IsArrangedTheSameWayEveryTime) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const auto contents = test::random_contents(seed, 40);
    if (contents.products.empty()) continue;
    Shop shop(contents);
    Shop other(contents);
    Random random(seed);
    auto shown = slot(test::any_strategy(random));
    test::arrange_at_random(random, shown, shop.pack.products());
    shown.boosts.clear();
    const auto context = random_context(random, shop.pack.products());
    (void)shop.fill(slot(Strategy::for_you), random_context(random, shop.pack.products()));
    EXPECT_EQ(rows(shop.fill(shown, context)), rows(other.fill(shown, context))) << seed;
  }
}

}  // namespace
}  // namespace etalage::recommend
