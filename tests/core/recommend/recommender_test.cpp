// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/recommender.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "recommend/shop_window.h"

namespace etalage::recommend {
namespace {

using enum test::Row;
using enum profile::EventKind;
using pack::Strategy;
using test::Random;

using Shop = ShopWindow;

Context touched(std::vector<Touch> touches) {
  Context context;
  context.touched = std::move(touches);
  return context;
}
TEST(Bestsellers, AreThePacksOrderWithoutWhatIsOutOfStock) {
  Shop shop;
  const auto picks = shop.fill(Strategy::bestsellers, {});
  EXPECT_EQ(rows(picks), (Rows{g1, t1, g2, t2, g4, x1, t3}));
  for (const auto& pick : picks.items) {
    EXPECT_EQ(pick.reason, ReasonCode::bestseller);
    EXPECT_FALSE(pick.because);
  }
  EXPECT_FALSE(picks.personal);
}

TEST(Bestsellers, BeginWithThoseOfThePagesCategoryAndAllBelowIt) {
  Shop shop;
  Context context;
  context.category = "tools";
  const auto picks = shop.fill(Strategy::bestsellers, context, 5);
  EXPECT_EQ(rows(picks), (Rows{t1, t2, t3, g1, g2}));
  EXPECT_EQ(picks.items[2].reason, ReasonCode::bestseller_in_category);
  EXPECT_EQ(picks.items[3].reason, ReasonCode::bestseller);
  context.category = "tool";
  EXPECT_EQ(rows(shop.fill(Strategy::bestsellers, context, 2)), (Rows{g1, t1}));
}

TEST(Similar, FollowsThePagesProduct) {
  Shop shop;
  const auto picks = shop.fill(Strategy::similar, on_page(t1));
  ASSERT_EQ(picks.items.size(), 2u);
  EXPECT_EQ(picks.items[0].row, t2);  // by vector and pair
  EXPECT_EQ(picks.items[1].row, t3);
  EXPECT_EQ(picks.items[0].reason, ReasonCode::similar);
  EXPECT_EQ(picks.items[0].because, t1);
  EXPECT_GT(picks.items[0].score, picks.items[1].score);
  EXPECT_FALSE(picks.personal);
}

TEST(Similar, FollowsTheNewestTouchWhereThePageNamesNone) {
  Shop shop;
  const auto picks = shop.fill(Strategy::similar, touched({{t1, view_item}, {g1, view_item}}));
  ASSERT_FALSE(picks.items.empty());
  EXPECT_EQ(picks.items[0].row, t2);
  EXPECT_TRUE(picks.personal);
}

TEST(Similar, ToThePagesProductIsNotPersonalWhateverWasTouched) {
  Shop shop;
  auto context = touched({{g1, view_item}});
  context.item = t1;
  EXPECT_FALSE(shop.fill(Strategy::similar, context).personal);
}

TEST(BoughtTogether, FollowsThePagesProductByThePairListsAlone) {
  Shop shop;
  const auto picks = shop.fill(Strategy::bought_together, on_page(g1));
  EXPECT_EQ(rows(picks), (Rows{g2, t1}));  // g4 is near by its vector, but never bought with it
  EXPECT_EQ(picks.items[0].reason, ReasonCode::together);
  EXPECT_EQ(picks.items[0].because, g1);
  EXPECT_FALSE(picks.personal);
}

TEST(BoughtTogether, FollowsTheCartAndIsPersonalOnlyWhereTheProfileKnewIt) {
  Shop shop;
  Context context;
  context.cart = {t1, g4};
  auto picks = shop.fill(Strategy::bought_together, context);
  EXPECT_EQ(rows(picks), (Rows{t2, g1}));
  EXPECT_EQ(picks.items[0].because, t1);
  EXPECT_EQ(picks.items[1].because, g4);
  EXPECT_FALSE(picks.personal);
  context.cart_is_personal = true;
  EXPECT_TRUE(shop.fill(Strategy::bought_together, context).personal);
  context.item = g1;
  EXPECT_FALSE(shop.fill(Strategy::bought_together, context).personal);
}

TEST(BoughtTogether, NeverOffersWhatIsInTheCart) {
  Shop shop;
  Context context = on_page(g1);
  context.cart = {g2};
  EXPECT_EQ(rows(shop.fill(Strategy::bought_together, context)), Rows{t1});
}

TEST(RecentlyViewed, ShowsWhatWasLookedAtNewestFirst) {
  Shop shop;
  const auto picks =
      shop.fill(Strategy::recently_viewed,
                touched({{t1, view_item}, {g1, view_item}, {t1, view_item}, {x1, view_item}}));
  EXPECT_EQ(rows(picks), (Rows{t1, g1, x1}));
  EXPECT_EQ(picks.items[0].reason, ReasonCode::recent);
  EXPECT_TRUE(picks.personal);
}

TEST(RecentlyViewed, ShowsWhatWasPutInTheCartOrBoughtToo) {
  Shop shop;
  EXPECT_EQ(
      rows(shop.fill(Strategy::recently_viewed, touched({{t1, add_to_cart}, {g1, purchase}}))),
      (Rows{t1, g1}));
}

TEST(ForYou, ShowsMoreOfWhatWasLookedAtButNotThatItself) {
  Shop shop;
  const auto picks = shop.fill(Strategy::for_you, touched({{g1, view_item}, {g4, view_item}}), 2);
  EXPECT_EQ(picks.items[0].row, g2);
  EXPECT_TRUE(picks.personal);
  for (const auto row :
       rows(shop.fill(Strategy::for_you, touched({{g1, view_item}, {g4, view_item}})))) {
    EXPECT_TRUE(row != g1 && row != g4 && row != g3);
  }
}

TEST(ForYou, SaysWhichTouchIsItsReason) {
  Shop shop;
  const auto because = [&](const Context& context) {
    const auto picks = shop.fill(Strategy::for_you, context, 1);
    EXPECT_EQ(rows(picks), Rows{t2});
    EXPECT_EQ(picks.items.at(0).because, t1);
    return picks.items.at(0).reason;
  };
  EXPECT_EQ(because(touched({{t1, view_item}})), ReasonCode::because_viewed);
  EXPECT_EQ(because(touched({{t1, purchase}})), ReasonCode::because_bought);
  auto in_cart = touched({{t1, add_to_cart}});
  in_cart.cart = {t1};
  EXPECT_EQ(because(in_cart), ReasonCode::because_carted);
  EXPECT_EQ(because(on_page(t1)), ReasonCode::similar);
}

TEST(ForYou, PutsThePageBeforeThePast) {
  Shop shop;
  auto context = touched({{g4, view_item}});
  context.item = t1;
  const auto picks = shop.fill(Strategy::for_you, context, 1);
  EXPECT_EQ(rows(picks), Rows{t2});
  EXPECT_EQ(picks.items[0].reason, ReasonCode::similar);
}

TEST(ForYou, FromThePageAloneIsNotPersonal) {
  Shop shop;
  const auto picks = shop.fill(Strategy::for_you, on_page(t1));
  EXPECT_FALSE(picks.items.empty());
  EXPECT_FALSE(picks.personal);
}

TEST(ForYou, LeavesOutTheCart) {
  Shop shop;
  auto context = touched({{g1, view_item}});
  context.cart = {g2};
  for (const auto row : rows(shop.fill(Strategy::for_you, context))) EXPECT_NE(row, g2);
}

TEST(Slot, IsFilledUpByItsFallbacksInOrder) {
  Shop shop;
  const auto picks = shop.fill(Strategy::similar, on_page(t1), 6,
                               {Strategy::bought_together, Strategy::bestsellers});
  EXPECT_EQ(rows(picks), (Rows{t2, t3, g1, g2, g4, x1}));
  EXPECT_EQ(picks.strategy, Strategy::similar);
  EXPECT_EQ(picks.items[2].reason, ReasonCode::bestseller);
}

TEST(Slot, ReportsTheFirstStepThatGaveAnything) {
  Shop shop;
  EXPECT_EQ(shop.fill(Strategy::for_you, {}, 2, {Strategy::recently_viewed, Strategy::bestsellers})
                .strategy,
            Strategy::bestsellers);
  EXPECT_EQ(shop.fill(Strategy::for_you, touched({{g1, view_item}}), 20, {Strategy::bestsellers})
                .strategy,
            Strategy::for_you);
  EXPECT_EQ(shop.fill(Strategy::for_you, {}, 2, {Strategy::similar}).strategy,
            Strategy::for_you);  // nothing did
}

TEST(Slot, IsPersonalOnlyWhereTheProfileSpoke) {
  Shop shop;
  const auto unknown_to_all = touched({{x1, view_item}});  // no vector, no pairs
  const auto picks = shop.fill(Strategy::for_you, unknown_to_all, 3, {Strategy::bestsellers});
  EXPECT_EQ(picks.strategy, Strategy::bestsellers);
  EXPECT_FALSE(picks.personal);
}

TEST(Slot, OfAStrategyThatThisReleaseDoesNotKnowIsFilledByItsFallbacks) {
  Shop shop;
  const auto picks = shop.fill(static_cast<Strategy>(99), {}, 2, {Strategy::bestsellers});
  EXPECT_EQ(rows(picks), (Rows{g1, t1}));
  EXPECT_EQ(picks.strategy, Strategy::bestsellers);
}

TEST(Slot, OfNoProductsIsEmpty) {
  Shop shop;
  EXPECT_TRUE(shop.fill(Strategy::bestsellers, {}, 0).items.empty());
  Shop nothing{pack::Contents{}};
  EXPECT_TRUE(nothing.fill(Strategy::bestsellers, {}, 5, {Strategy::for_you}).items.empty());
}

Context random_context(Random& random, std::uint32_t products) {
  Context context;
  for (auto n = random.below(6); n > 0; --n)
    context.touched.push_back({random.below(products), profile::kEventKinds[random.below(4)]});
  for (auto n = random.below(3); n > 0; --n) context.cart.push_back(random.below(products));
  context.cart_is_personal = random.below(2) == 0;
  if (random.below(2) == 0) context.item = random.below(products);
  if (random.below(3) == 0) context.category = random.below(2) == 0 ? "garden" : "tools > drills";
  return context;
}

TEST(Slot, NeverHoldsThePagesProductOrOneThatIsExcludedSoldOutOrThereAlready) {
  Shop shop;
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    Random random(seed);
    const auto context = random_context(random, shop.pack.products());
    Rows exclude;
    for (auto n = random.below(4); n > 0; --n) exclude.push_back(random.below(8));
    std::vector<Strategy> fallback;
    for (auto n = random.below(4); n > 0; --n) fallback.push_back(test::any_strategy(random));
    const auto count = random.below(10);
    const auto picks = shop.fill(test::any_strategy(random), context, count, fallback, exclude);
    EXPECT_LE(picks.items.size(), count);
    std::set<std::uint32_t> seen;
    for (const auto& pick : picks.items) {
      EXPECT_TRUE(shop.pack.in_stock(pick.row)) << seed;
      EXPECT_NE(pick.row, context.item) << seed;
      EXPECT_EQ(std::count(exclude.begin(), exclude.end(), pick.row), 0) << seed;
      EXPECT_TRUE(seen.insert(pick.row).second) << seed;
      EXPECT_NE(pick.because, pick.row) << seed;
    }
    const bool known =
        !context.touched.empty() || (context.cart_is_personal && !context.cart.empty());
    EXPECT_TRUE(known || !picks.personal) << seed;
  }
}

TEST(Slot, OfOneStateIsFilledTheSameWayEveryTime) {
  Shop shop;
  Shop other;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Random random(seed);
    const auto context = random_context(random, shop.pack.products());
    const auto strategy = test::any_strategy(random);
    (void)shop.fill(Strategy::for_you, random_context(random, 8), 3);
    const auto first = shop.fill(strategy, context, 5, {Strategy::bestsellers});
    const auto second = other.fill(strategy, context, 5, {Strategy::bestsellers});
    EXPECT_EQ(rows(first), rows(second));
    EXPECT_EQ(first.personal, second.personal);
  }
}

}  // namespace
}  // namespace etalage::recommend
