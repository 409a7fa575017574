// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What each strategy picks.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "pack/writer.h"
#include "recommend/shop_window.h"

namespace etalage::recommend {
namespace {

using enum test::Row;
using enum profile::EventKind;
using pack::Strategy;

constexpr std::int64_t kDay = 86'400'000;
constexpr std::int64_t kNow = 20'000 * kDay;
constexpr std::int64_t kEuro = 1'000'000;

// The garden shop at prices of its own: t1 costs 10, t2 15, t3 30, g1 10, g2 8, g4 12.
pack::Contents priced() {
  auto contents = test::garden_shop();
  for (const auto& [row, price] :
       {std::pair(t1, 10), {t2, 15}, {t3, 30}, {g1, 10}, {g2, 8}, {g4, 12}}) {
    contents.products[row].price = price * kEuro;
  }
  return contents;
}

struct Shop : ShopWindow {
  explicit Shop(const pack::Contents& contents = priced()) : ShopWindow(contents) {}
};

Context touched(std::vector<Touch> touches) {
  Context context;
  context.touched = std::move(touches);
  context.now = kNow;
  return context;
}
Context with_cart(Rows cart) {
  Context context;
  context.cart = std::move(cart);
  context.cart_is_personal = true;
  return context;
}
pack::Slot slot(Strategy strategy) { return {"slot", strategy, 0, {}}; }

TEST(Alternatives, AreOfThePagesOwnCategoryTheMostSimilarFirst) {
  auto contents = priced();
  contents.products[t3].category = "tools > drills";
  Shop shop(contents);
  const auto picks = shop.fill(Strategy::alternatives, on_page(t1));
  EXPECT_EQ(rows(picks), (Rows{t2, t3}));
  EXPECT_EQ(picks.items[0].reason, ReasonCode::alternative);
  EXPECT_EQ(picks.items[0].because, t1);
  EXPECT_FALSE(picks.personal);
  EXPECT_TRUE(rows(shop.fill(Strategy::alternatives, touched({{t1}}))).empty())
      << "to nothing there is no alternative";
}

TEST(Alternatives, OfAProductThatNothingIsKnownOfAreThoseOfItsCategoryByPopularity) {
  auto contents = priced();
  contents.scales[t1] = 0;
  contents.pairs[t1].clear();
  Shop shop(contents);
  const auto picks = shop.fill(Strategy::alternatives, on_page(t1));
  EXPECT_EQ(rows(picks), Rows{t2});
  EXPECT_EQ(picks.items[0].because, t1);
}

TEST(Alternatives, ThatAreCheaperCostLess) {
  Shop shop;
  auto cheaper = slot(Strategy::alternatives);
  cheaper.prefer = pack::Prefer::cheaper;
  const auto picks = shop.fill(cheaper, on_page(t2));
  EXPECT_EQ(rows(picks), Rows{t1});
  EXPECT_EQ(picks.items[0].reason, ReasonCode::cheaper);
  EXPECT_TRUE(rows(shop.fill(cheaper, on_page(t1))).empty());
  shop.offers.set_live({{"t1", true, 20 * kEuro, {}}});
  EXPECT_TRUE(rows(shop.fill(cheaper, on_page(t2))).empty()) << "the live price counts";
}

TEST(Alternatives, ThatAreGreenerHaveMoreOfTheAttribute) {
  auto contents = priced();
  contents.attributes = {{"green", false}};
  for (auto& product : contents.products) {
    product.texts = {""};
    product.numbers = {1};
  }
  contents.products[t2].numbers[0] = 2;
  auto greener = slot(Strategy::alternatives);
  greener.prefer = pack::Prefer::greener;
  Shop shop(contents);
  EXPECT_EQ(rows(shop.fill(greener, on_page(t1))), Rows{t2});
  EXPECT_EQ(shop.fill(greener, on_page(t1)).items[0].reason, ReasonCode::greener);
  EXPECT_TRUE(rows(shop.fill(greener, on_page(t2))).empty());
  contents.products[t1].numbers[0] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_TRUE(rows(Shop(contents).fill(greener, on_page(t1))).empty()) << "than what, nobody knows";
  EXPECT_TRUE(rows(Shop().fill(greener, on_page(t1))).empty());
}

TEST(UpSell, IsOfTheSameCategoryForMoreButNotForTwiceAsMuch) {
  auto contents = priced();
  contents.products[t3].category = "tools > drills";
  Shop shop(contents);
  const auto picks = shop.fill(Strategy::up_sell, on_page(t1));
  EXPECT_EQ(rows(picks), Rows{t2});
  EXPECT_EQ(picks.items[0].reason, ReasonCode::step_up);
  auto wide = slot(Strategy::up_sell);
  wide.price_to = 4;
  EXPECT_EQ(rows(shop.fill(wide, on_page(t1))), (Rows{t2, t3}));
}

TEST(UpSell, OfWhatCostsMoreThanCanBeDoubledIsNothing) {
  auto contents = priced();
  contents.products[t1].price = INT64_MAX;
  Shop shop(contents);
  auto wide = slot(Strategy::up_sell);
  EXPECT_TRUE(rows(shop.fill(wide, on_page(t1))).empty());
  wide.price_to = 1000;
  EXPECT_TRUE(rows(shop.fill(wide, on_page(t1))).empty());
}

TEST(Complement, IsOfAnotherCategory) {
  Shop shop;
  const auto picks = shop.fill(Strategy::complement, on_page(g1));
  EXPECT_EQ(rows(picks), Rows{t1}) << "g2 goes with it better, but is of the same kind";
  EXPECT_EQ(picks.items[0].reason, ReasonCode::together);
  EXPECT_EQ(picks.items[0].because, g1);
}

TEST(CartComplement, IsOfNoCategoryOfTheCart) {
  Shop shop;
  auto picks = shop.fill(Strategy::cart_complement, with_cart({g1, g4}));
  EXPECT_EQ(rows(picks), Rows{t1});
  EXPECT_TRUE(picks.personal);
  EXPECT_TRUE(rows(shop.fill(Strategy::cart_complement, with_cart({g1, t1}))).empty());
  EXPECT_TRUE(rows(shop.fill(Strategy::cart_complement, on_page(g1))).empty());
}

TEST(CrossSell, FollowsThePageAndTheCartByVectorsToo) {
  Shop shop;
  auto context = with_cart({g1});
  context.item = t1;
  const auto picks = shop.fill(Strategy::cross_sell, context);
  EXPECT_EQ(rows(picks).size(), 2u);
  for (const auto row : rows(picks)) EXPECT_TRUE(row == g4 || row == t3) << row;
  EXPECT_TRUE(picks.personal);
  EXPECT_FALSE(shop.fill(Strategy::cross_sell, on_page(t1)).personal);
}

TEST(MoreFromSeries, IsWhatSharesTheSeries) {
  auto contents = priced();
  contents.attributes = {{"series", true}};
  for (auto& product : contents.products) {
    product.texts = {""};
    product.numbers = {0};
  }
  for (const auto row : {t1, g2, x1}) contents.products[row].texts[0] = "Nordic";
  contents.products[g4].texts[0] = "Rustic";
  Shop shop(contents);
  const auto picks = shop.fill(Strategy::more_from_series, on_page(t1));
  EXPECT_EQ(rows(picks), (Rows{g2, x1}));
  EXPECT_EQ(picks.items[0].reason, ReasonCode::series);
  EXPECT_EQ(picks.items[1].because, t1);
  EXPECT_TRUE(rows(shop.fill(Strategy::more_from_series, on_page(t2))).empty());
  EXPECT_TRUE(rows(Shop().fill(Strategy::more_from_series, on_page(t1))).empty());
  contents.attributes = {{"series", false}};
  EXPECT_TRUE(rows(Shop(contents).fill(Strategy::more_from_series, on_page(t1))).empty());
}

TEST(ContinueBrowsing, ShowsWhatWasLookedAtOfLateAndNeitherBoughtNorPutInTheCart) {
  Shop shop;
  auto context = touched({{t1, view_item, kNow - kDay},
                          {g1, purchase, kNow - 2 * kDay},
                          {g1, view_item, kNow - 2 * kDay},
                          {g4, view_item, kNow - 3 * kDay},
                          {g2, purchase, kNow - 5 * kDay},
                          {t2, view_item, kNow - 40 * kDay}});
  context.cart = {g4};
  auto picks = shop.fill(Strategy::continue_browsing, context);
  EXPECT_EQ(rows(picks), Rows{t1});
  EXPECT_EQ(picks.items[0].reason, ReasonCode::resume);
  EXPECT_TRUE(picks.personal);
  context.touched.insert(context.touched.begin(), {g1, view_item, kNow});
  EXPECT_EQ(rows(shop.fill(Strategy::continue_browsing, context)), (Rows{g1, t1}))
      << "it was looked at again after it was bought";
}

TEST(BuyAgain, ShowsWhatIsDueTheNearestToItsTimeFirst) {
  auto contents = priced();
  contents.intervals.assign(contents.products.size(), 0);
  contents.intervals[g1] = 30;
  contents.intervals[g2] = 10;
  contents.intervals[t1] = 100;
  Shop shop(contents);
  const auto context = touched({{t2, purchase, kNow - 5 * kDay},     // nobody buys it again
                                {g2, purchase, kNow - 20 * kDay},    // twice its time ago
                                {g1, purchase, kNow - 27 * kDay},    // nearly its time
                                {g4, view_item, kNow - 30 * kDay},   // not bought
                                {t1, purchase, kNow - 40 * kDay},    // not half of its time
                                {g1, purchase, kNow - 60 * kDay}});  // the last time counts
  const auto picks = shop.fill(Strategy::buy_again, context);
  EXPECT_EQ(rows(picks), (Rows{g1, g2}));
  EXPECT_EQ(picks.items[0].reason, ReasonCode::buy_again);
  EXPECT_TRUE(picks.personal);
}

TEST(BuyAgain, ShowsWhatWasBoughtNewestFirstWhereNoTimesAreKnown) {
  Shop shop;
  const auto context = touched({{g1, view_item, kNow},
                                {t1, purchase, kNow},
                                {g2, purchase, kNow},
                                {t1, purchase, kNow - kDay}});
  EXPECT_EQ(rows(shop.fill(Strategy::buy_again, context)), (Rows{t1, g2}));
}

TEST(Trending, IsThePacksList) {
  auto contents = priced();
  contents.trending = {t3, g3, g1};
  const auto picks = Shop(contents).fill(Strategy::trending, {});
  EXPECT_EQ(rows(picks), (Rows{t3, g1})) << "g3 is out of stock";
  EXPECT_EQ(picks.items[0].reason, ReasonCode::trending);
  EXPECT_FALSE(picks.personal);
}

TEST(New, IsThePacksListAndForYouInTheShoppersOrder) {
  auto contents = priced();
  contents.arrivals = {x1, g2, t2};
  Shop shop(contents);
  EXPECT_EQ(rows(shop.fill(Strategy::new_arrivals, touched({{t1}}))), (Rows{x1, g2, t2}));
  const auto picks = shop.fill(Strategy::new_for_you, touched({{t1}}));
  EXPECT_EQ(rows(picks), (Rows{t2, x1, g2}));
  EXPECT_EQ(picks.items[0].reason, ReasonCode::arrival_like);
  EXPECT_EQ(picks.items[0].because, t1);
  EXPECT_EQ(picks.items.back().reason, ReasonCode::arrival);
  EXPECT_TRUE(picks.personal);
  EXPECT_EQ(rows(shop.fill(Strategy::new_for_you, {})), (Rows{x1, g2, t2}));
  EXPECT_FALSE(shop.fill(Strategy::new_for_you, {}).personal);
}

TEST(Explore, ShowsOneOfEachCategoryThatTheShopperHasNotBeenIn) {
  auto contents = priced();
  contents.products[g3].in_stock = true;
  contents.products[t3].category = "lamps";
  contents.pairs[g1].push_back({t3, 0.2F});
  Shop shop(contents);
  const auto picks = shop.fill(Strategy::explore, touched({{g1}}));
  ASSERT_FALSE(picks.items.empty());
  std::vector<std::string_view> categories;
  for (const auto& pick : picks.items) {
    categories.push_back(shop.pack.categories().text(pick.row));
    EXPECT_EQ(pick.reason, ReasonCode::discovery);
    EXPECT_FALSE(pick.because);
  }
  std::sort(categories.begin(), categories.end());
  EXPECT_EQ(categories,
            (std::vector<std::string_view>{"garden > pots", "lamps", "tools > drills"}));
  EXPECT_TRUE(picks.personal);
}

TEST(Contextual, FollowsThePageAloneWhateverIsKnown) {
  Shop shop;
  auto context = touched({{g1}});
  context.item = t1;
  context.category = "tools > drills";
  const auto picks = shop.fill(Strategy::contextual, context);
  EXPECT_EQ(rows(picks).front(), t2);
  EXPECT_FALSE(picks.personal);
  context.item.reset();
  context.category = "tools";
  const auto by_category = shop.fill(Strategy::contextual, context);
  EXPECT_EQ(rows(by_category), (Rows{t1, t2, t3}));
  EXPECT_EQ(by_category.items[0].reason, ReasonCode::bestseller_in_category);
  EXPECT_TRUE(rows(shop.fill(Strategy::contextual, touched({{g1}}))).empty());
}

TEST(SegmentBestsellers, AreWhatThoseInTheShoppersSegmentsChoseMost) {
  const auto bytes = test::written(priced());
  const std::vector<pack::SegmentList> lists = {
      {"diy", {t1, t2, g3}}, {"gardener", {g1, t2, g2}}, {"other", {x1}}};
  const auto with_lists = test::exact(*pack::add_segment_lists(bytes, lists));
  const auto pack = *pack::Pack::open(with_lists);
  const Offers offers(pack);
  Recommender recommender(pack, offers);
  Context context;
  const auto fill = [&] {
    return recommender.fill(slot(Strategy::segment_bestsellers), context, 8, {});
  };
  EXPECT_TRUE(rows(fill()).empty());
  context.segments = {"diy"};
  EXPECT_EQ(rows(fill()), (Rows{t1, t2})) << "g3 is out of stock";
  EXPECT_EQ(fill().items[0].reason, ReasonCode::segment);
  EXPECT_TRUE(fill().personal);
  context.segments = {"diy", "gardener"};
  EXPECT_EQ(rows(fill()), (Rows{t1, g1, t2, g2}))
      << "1, 1, 1/2 + 1/2, 1/3; equal ones in the order met";
}

TEST(Chain, SaysWhichStepPickedWhat) {
  Shop shop;
  auto chain = slot(Strategy::more_from_series);
  chain.fallback = {Strategy::alternatives, Strategy::bestsellers};
  const auto picks = shop.fill(chain, on_page(t1), 3);
  EXPECT_EQ(rows(picks), (Rows{t2, g1, g2}));
  EXPECT_EQ(picks.strategy, Strategy::alternatives);
  EXPECT_EQ(picks.items[0].strategy, Strategy::alternatives);
  EXPECT_EQ(picks.items[1].strategy, Strategy::bestsellers);
}

TEST(Groups, AreTheCategoriesOrBrandsOfWhatWouldBeShown) {
  auto contents = priced();
  contents.products[t1].brand = contents.products[t3].brand = "Boor";
  contents.products[x1].brand = "";
  Shop shop(contents);
  auto categories = slot(Strategy::bestsellers);
  categories.shown = pack::Shown::categories;
  // g1 1 and g2 1/3; t1 1/2 and t2 1/4; g4 1/5; t3 1/7. What has no category is none.
  EXPECT_EQ(rows(shop.fill(categories, {})), (Rows{g1, t1, g4, t3}));
  EXPECT_EQ(rows(shop.fill(categories, {}, 2)), (Rows{g1, t1}));
  auto brands = slot(Strategy::bestsellers);
  brands.shown = pack::Shown::brands;
  const auto picks = shop.fill(brands, {});
  EXPECT_EQ(rows(picks), (Rows{g1, t1}));
  EXPECT_FLOAT_EQ(picks.items[1].score, 1.0F / 2 + 1.0F / 7);
}

}  // namespace
}  // namespace etalage::recommend
