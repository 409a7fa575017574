// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The slots of one page, and prices and stock between two builds.
#include <gtest/gtest.h>

#include <set>

#include "engine/shoppers.h"

namespace etalage::engine {
namespace {

using test::Ids;
using test::Json;
using test::Shopper;

pack::Contents shop_of(std::vector<pack::Slot> slots) {
  return test::garden_shop_with(std::move(slots));
}

TEST(Page, ShowsNoProductInTwoSlots) {
  Shopper shopper(shop_of(
      {{"a", pack::Strategy::bestsellers, 3, {}}, {"b", pack::Strategy::bestsellers, 3, {}}}));
  EXPECT_EQ(shopper.recommended("a"), (Ids{"g1", "t1", "g2"}));
  EXPECT_EQ(shopper.recommended("b"), (Ids{"t2", "g4", "x1"}));
  EXPECT_EQ(shopper.recommended("a"), (Ids{"g1", "t1", "g2"}));
  shopper.begin_page();
  EXPECT_EQ(shopper.recommended("b"), (Ids{"g1", "t1", "g2"}));
}

TEST(Page, ShowsNoProductTwiceInOneSlotAboutTwoProducts) {
  Shopper shopper(shop_of({{"with", pack::Strategy::bestsellers, 2, {}}}));
  std::set<std::string> shown;
  for (const auto* item : {"t3", "x1"}) {
    const auto answer = shopper.recommend("with", 2, item);
    for (const auto& pick : answer["items"].items) {
      EXPECT_TRUE(shown.insert(pick["id"].text).second) << pick["id"].text;
    }
  }
  EXPECT_EQ(shown.size(), 4u);
}

TEST(Page, GivesASlotTheSameAnswerWhateverOtherSlotsShowSince) {
  auto slots = std::vector<pack::Slot>{{"a", pack::Strategy::bestsellers, 2, {}},
                                       {"b", pack::Strategy::bestsellers, 2, {}}};
  slots[0].diversity = 0.7F;
  Shopper shopper(shop_of(std::move(slots)));
  const auto first = shopper.recommended("a");
  (void)shopper.recommended("b");
  EXPECT_EQ(shopper.recommended("a"), first);
}

TEST(Page, FollowsTheShopperAndStillShowsNothingTwice) {
  Shopper shopper(shop_of({{"a", pack::Strategy::for_you, 2, {pack::Strategy::bestsellers}},
                           {"b", pack::Strategy::bestsellers, 2, {}}}));
  EXPECT_EQ(shopper.recommended("a"), (Ids{"g1", "t1"}));
  EXPECT_EQ(shopper.recommended("b"), (Ids{"g2", "t2"}));
  shopper.look_at({"t1"});
  EXPECT_EQ(shopper.recommended("a"), (Ids{"t3", "g1"})) << "t2 stands in the other slot";
}

TEST(Page, ForgetsCategoriesThatAreNoProducts) {
  auto slots = std::vector<pack::Slot>{{"a", pack::Strategy::bestsellers, 2, {}},
                                       {"b", pack::Strategy::bestsellers, 2, {}}};
  slots[0].shown = pack::Shown::categories;
  Shopper shopper(shop_of(std::move(slots)));
  const auto answer = shopper.recommend("a");
  const auto& items = answer["items"].items;
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0]["id"].text, "garden > plants");
  EXPECT_EQ(items[0]["fields"].names, (Ids{"title", "category", "image"}));
  EXPECT_EQ(items[0]["fields"]["title"].text, "plants");
  EXPECT_EQ(shopper.recommended("b"), (Ids{"g1", "t1"}));
}

TEST(Live, OverridesPriceAndStockOfThePack) {
  Shopper shopper(shop_of({{"top", pack::Strategy::bestsellers, 3, {}}}));
  EXPECT_EQ(shopper.recommended("top"), (Ids{"g1", "t1", "g2"}));
  shopper.engine->set_live(
      {{"g1", false, {}, false}, {"t1", true, 7'500'000, {}}, {"g2", true, {}, {}}});
  const auto answer = shopper.recommend("top");
  const auto& items = answer["items"].items;
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(items[0]["id"].text, "t1");
  EXPECT_EQ(items[0]["fields"]["price"].number, 7.5);
  EXPECT_EQ(items[1]["id"].text, "g2");
  const auto& names = items[1]["fields"].names;
  EXPECT_EQ(std::count(names.begin(), names.end(), "price"), 0) << "known to be out of date";
}

TEST(Live, IsReadFromItsMessage) {
  test::Bytes message{3};
  const auto add = [&](std::string_view id, std::uint8_t bits) {
    message.push_back(static_cast<std::uint8_t>(id.size()));
    message.insert(message.end(), id.begin(), id.end());
    message.push_back(bits);
  };
  add("g1", 2);
  add("t1", 4 | 8);
  add("g2", 1 | 4);
  const double price = 12.5;
  const auto* raw = reinterpret_cast<const std::uint8_t*>(&price);
  message.insert(message.end(), raw, raw + 8);
  const auto offers = read_live(test::exact(message));
  ASSERT_TRUE(offers);
  ASSERT_EQ(offers->size(), 3u);
  EXPECT_TRUE((*offers)[0].has_price);
  EXPECT_FALSE((*offers)[0].price);
  EXPECT_FALSE((*offers)[0].in_stock);
  EXPECT_FALSE((*offers)[1].has_price);
  EXPECT_EQ((*offers)[1].in_stock, true);
  EXPECT_EQ((*offers)[2].price, 12'500'000);
  EXPECT_EQ((*offers)[2].in_stock, false);
  for (std::size_t size = 0; size < message.size(); ++size) {
    EXPECT_FALSE(read_live(test::exact(
        test::Bytes(message.begin(), message.begin() + static_cast<std::ptrdiff_t>(size)))));
  }
}

}  // namespace
}  // namespace etalage::engine
