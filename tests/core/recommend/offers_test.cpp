// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/offers.h"

#include <gtest/gtest.h>

#include <limits>

#include "support/shop.h"

namespace etalage::recommend {
namespace {

using enum test::Row;

struct Shop {
  test::Bytes bytes;
  pack::Pack pack;
  Offers offers;

  explicit Shop(pack::Contents contents = test::garden_shop())
      : bytes(test::written(contents)), pack(*pack::Pack::open(bytes)), offers(pack) {}
};

constexpr std::int64_t kEuro = 1'000'000;

TEST(Offers, AreThoseOfThePackWhereNothingElseIsKnown) {
  Shop shop;
  EXPECT_EQ(shop.offers.price(g1), 9'950'000);
  EXPECT_TRUE(shop.offers.in_stock(g1));
  EXPECT_FALSE(shop.offers.in_stock(g3));
  EXPECT_EQ(shop.offers.closed()[g1], 0);
  EXPECT_NE(shop.offers.closed()[g3], 0);
}

TEST(Offers, AreTheLiveOnesWhereTheLiveFileHasThem) {
  Shop shop;
  shop.offers.set_live(
      {{"g1", true, 8 * kEuro, {}}, {"g3", false, {}, true}, {"t1", true, 1, false}});
  EXPECT_EQ(shop.offers.price(g1), 8 * kEuro);
  EXPECT_TRUE(shop.offers.in_stock(g1)) << "what is not told stays";
  EXPECT_TRUE(shop.offers.in_stock(g3));
  EXPECT_EQ(shop.offers.price(g3), 9'950'000);
  EXPECT_EQ(shop.offers.closed()[g3], 0);
  EXPECT_NE(shop.offers.closed()[t1], 0);
}

TEST(Offers, HaveNoPriceWhereItIsKnownToBeOutOfDate) {
  Shop shop;
  shop.offers.set_live({{"g1", true, {}, {}}});
  EXPECT_EQ(shop.offers.price(g1), std::nullopt);
}

TEST(Offers, FollowTheNextLiveFileAlone) {
  Shop shop;
  shop.offers.set_live({{"g1", true, 8 * kEuro, false}});
  shop.offers.set_live({});
  EXPECT_EQ(shop.offers.price(g1), 9'950'000);
  EXPECT_EQ(shop.offers.closed()[g1], 0);
}

TEST(Offers, TakeTheLastOfTwoForOneProductAndPassOverUnknownOnes) {
  Shop shop;
  shop.offers.set_live({{"g1-blue", true, 1, {}}, {"g1", true, 2, {}}, {"nobody", true, 3, false}});
  EXPECT_EQ(shop.offers.price(g1), 2);
}

TEST(Offers, KeepWhatIsHiddenClosedWhateverItsStock) {
  auto contents = test::garden_shop();
  contents.products[g1].hidden = true;
  Shop shop(contents);
  EXPECT_NE(shop.offers.closed()[g1], 0);
  shop.offers.set_live({{"g1", false, {}, true}});
  EXPECT_NE(shop.offers.closed()[g1], 0);
}

TEST(Millionths, AreNothingForWhatIsNoPrice) {
  EXPECT_EQ(millionths(9.95), 9'950'000);
  EXPECT_EQ(millionths(0), 0);
  EXPECT_EQ(millionths(-1), std::nullopt);
  EXPECT_EQ(millionths(std::numeric_limits<double>::quiet_NaN()), std::nullopt);
  EXPECT_EQ(millionths(1e13), std::nullopt);
}

}  // namespace
}  // namespace etalage::recommend
