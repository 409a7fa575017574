// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "pack/pack.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/shop.h"
#include "support/walk.h"

namespace etalage::pack {
namespace {

using test::Bytes;

// A pack and the bytes that it looks into.
struct Opened {
  explicit Opened(const Contents& contents)
      : bytes(test::written(contents)), pack(*Pack::open(bytes)) {}
  Bytes bytes;
  Pack pack;
};

TEST(Pack, FindsProductsByIdAndAlias) {
  const Opened shop(test::garden_shop());
  EXPECT_EQ(shop.pack.find("g1"), test::g1);
  EXPECT_EQ(shop.pack.find("t3"), test::t3);
  EXPECT_EQ(shop.pack.find("g1-blue"), test::g1);
  EXPECT_EQ(shop.pack.find("g1-white"), test::g1);
  for (const auto* absent : {"", "g", "g10", "G1", "zzz", "\xFF"})
    EXPECT_FALSE(shop.pack.find(absent)) << absent;
}

TEST(Pack, GivesAnIdToItsProductWhateverAliasesSay) {
  auto contents = test::garden_shop();
  contents.products[test::t1].aliases = {"g2", "shared", ""};
  contents.products[test::g2].aliases = {"shared", "t1"};
  const Opened shop(contents);
  EXPECT_EQ(shop.pack.find("g2"), test::g2);
  EXPECT_EQ(shop.pack.find("t1"), test::t1);
  EXPECT_EQ(shop.pack.find("shared"), test::t1);  // the first that claims it
  EXPECT_FALSE(shop.pack.find(""));
}

TEST(Pack, KeepsWhatTheProductsAre) {
  const Opened shop(test::garden_shop());
  EXPECT_EQ(shop.pack.currency(), "EUR");
  EXPECT_EQ(shop.pack.id(test::t1), "t1");
  EXPECT_EQ(shop.pack.title(test::t1), "Hammer drill");
  EXPECT_EQ(shop.pack.url(test::t1), "/p/t1");
  EXPECT_EQ(shop.pack.image(test::t1), "/i/t1.webp");
  EXPECT_EQ(shop.pack.brand(test::t1), "Gaard");
  EXPECT_EQ(shop.pack.categories().text(test::t1), "tools > drills");
  EXPECT_EQ(shop.pack.categories().text(test::x1), "");
  EXPECT_EQ(shop.pack.price(test::t1), 9950000);
  EXPECT_TRUE(shop.pack.in_stock(test::t1));
  EXPECT_FALSE(shop.pack.in_stock(test::g3));
}

TEST(Pack, KnowsAPriceOfNothingFromNoPrice) {
  auto contents = test::garden_shop();
  contents.products[test::g1].price = 0;
  contents.products[test::g2].price = kPriceUnknown;
  const Opened shop(contents);
  EXPECT_EQ(shop.pack.price(test::g1), 0);
  EXPECT_FALSE(shop.pack.price(test::g2));
}

TEST(Pack, KeepsCategoriesInByteOrderForAllRowsOfThem) {
  const Opened shop(test::garden_shop());
  const auto& categories = shop.pack.categories();
  ASSERT_EQ(categories.values().size(), 4u);
  for (std::uint32_t i = 1; i < categories.values().size(); ++i) {
    EXPECT_LT(categories.values().text(i - 1), categories.values().text(i));
  }
  EXPECT_EQ(categories.index(test::t1), categories.index(test::t2));
  EXPECT_EQ(categories.index(test::x1), kNone);
}

TEST(Pack, WithoutVectorsOrPairsHasNone) {
  auto contents = test::garden_shop();
  contents.components.clear();
  contents.scales.clear();
  contents.pairs.clear();
  const Opened shop(contents);
  EXPECT_TRUE(shop.pack.components().empty());
  EXPECT_EQ(shop.pack.scale(test::g1), 0);
  shop.pack.visit_pairs(test::g1, [](std::uint32_t, float) { ADD_FAILURE(); });
}

TEST(Pack, GivesVectorsTheirLength) {
  const Opened shop(test::garden_shop());
  double square = 0;
  for (std::uint32_t d = 0; d < kDimensions; ++d) {
    const auto value = shop.pack.components()[d] * static_cast<double>(shop.pack.scale(test::g1));
    square += value * value;
  }
  EXPECT_NEAR(std::sqrt(square), 1, 0.02);
  EXPECT_EQ(shop.pack.scale(test::x1), 0);
}

TEST(Pack, FindsTheFirstSlotOfAName) {
  auto contents =
      test::garden_shop_with({{"a", Strategy::similar, 3, {}}, {"a", Strategy::for_you, 4, {}}});
  const Opened shop(contents);
  ASSERT_NE(shop.pack.slot("a"), nullptr);
  EXPECT_EQ(shop.pack.slot("a")->strategy, Strategy::similar);
  EXPECT_EQ(shop.pack.slot("b"), nullptr);
}

TEST(Pack, OfNothingOpens) {
  const Opened shop(Contents{});
  EXPECT_EQ(shop.pack.products(), 0u);
  EXPECT_FALSE(shop.pack.find(""));
  EXPECT_EQ(test::walk(shop.pack), 3 + 400u);
}

TEST(Pack, CopiesAndMovesLookIntoTheSameBytes) {
  Opened shop(test::garden_shop());
  const Pack copy = shop.pack;
  const Pack moved = std::move(shop.pack);
  EXPECT_EQ(copy.title(test::g1), "Lavender");
  EXPECT_EQ(moved.find("g1-blue"), test::g1);
}

}  // namespace
}  // namespace etalage::pack
