// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Promise P4: what no slot of the pack reads is dropped at the door.
#include <gtest/gtest.h>

#include "engine/shoppers.h"
#include "rules/formats.h"
#include "support/code.h"

namespace etalage::engine {
namespace {

using pack::Strategy;
using test::Bytes;
using test::holds;
using test::Ids;
using test::kNow;
using test::Shopper;

pack::Contents shop_with(Strategy strategy) {
  return test::garden_shop_with({{"slot", strategy, 4, {}}});
}

TEST(P4NotUsedNotCollected, AShopOfBestsellersKeepsNothing) {
  Shopper shopper(shop_with(Strategy::bestsellers));
  const auto before = shopper.snapshot();
  for (const auto kind : profile::kEventKinds) {
    EXPECT_TRUE(shopper.track(std::string(name(kind)), {"t1"}, "T-1").empty()) << name(kind);
  }
  EXPECT_TRUE(shopper.cart({"t1"}).empty());
  EXPECT_EQ(shopper.snapshot(), before);
}

TEST(P4NotUsedNotCollected, AShopOfRecentlyViewedKeepsViewsAlone) {
  Shopper shopper(shop_with(Strategy::recently_viewed));
  EXPECT_FALSE(shopper.track("view_item", {"t1"}).empty());
  EXPECT_TRUE(shopper.track("add_to_cart", {"t1"}).empty());
  EXPECT_TRUE(shopper.track("remove_from_cart", {"t1"}).empty());
  EXPECT_TRUE(shopper.track("purchase", {"t1"}, "T-1").empty());
  EXPECT_TRUE(shopper.cart({"t1"}).empty());
}

TEST(P4NotUsedNotCollected, AShopOfBoughtTogetherKeepsNoViews) {
  Shopper shopper(shop_with(Strategy::bought_together));
  EXPECT_TRUE(shopper.track("view_item", {"t1"}).empty());
  EXPECT_FALSE(shopper.track("add_to_cart", {"t1"}).empty());
}

TEST(P4NotUsedNotCollected, EventsThatNobodyKnowsAreDropped) {
  Shopper shopper;
  for (const auto* other :
       {"", "view_item_list", "select_item", "VIEW_ITEM", "refund", "view_item\n"}) {
    EXPECT_TRUE(shopper.track(other, {"t1"}).empty()) << other;
  }
}

TEST(P4NotUsedNotCollected, AFieldThatTheManifestLeavesOutIsLeftOut) {
  auto contents = test::garden_shop();
  constexpr auto kYear = 365 * test::kDay;
  constexpr auto kPersonalise = rules::Purpose::personalise;
  contents.manifest = rules::write_manifest(
      {{{"purchase", kPersonalise, {"item_id"}, kYear, {"segment a"}},
        {"view_item", kPersonalise, {"transaction_id"}, kYear, {"segment b"}}},
       {}});
  Shopper shopper(contents);
  const auto purchase = profile::decode_record(shopper.track("purchase", {"t1"}, "T-1"));
  ASSERT_TRUE(purchase);
  EXPECT_FALSE(purchase->transaction);
  EXPECT_EQ(test::ids_of(purchase->items), Ids{"t1"});
  const auto view = profile::decode_record(shopper.track("view_item", {"g1"}, "T-2"));
  ASSERT_TRUE(view);
  EXPECT_TRUE(view->transaction);
  EXPECT_TRUE(view->items.empty());
  EXPECT_FALSE(holds(shopper.snapshot(), "g1"));
}

TEST(P4NotUsedNotCollected, ATransactionIsKeptAsAHashThatOnlyThisProfileCanMake) {
  const std::string id = "ORDER-2026-000123";
  Shopper shopper;
  const auto record = shopper.track("purchase", {"t1"}, id);
  for (const auto& data : {record, shopper.snapshot()}) {
    EXPECT_FALSE(holds(data, id));
    EXPECT_FALSE(holds(data, "000123"));
    EXPECT_TRUE(holds(data, "t1"));
  }
  EXPECT_EQ(shopper.engine->export_profile().find(id), std::string::npos);
  EXPECT_EQ(shopper.engine->view().find(id), std::string::npos);

  Shopper other;
  other.engine->begin_profile(test::kSecret + 1);
  EXPECT_NE(profile::decode_record(other.track("purchase", {"t1"}, id))->transaction,
            profile::decode_record(record)->transaction);
}

TEST(P4NotUsedNotCollected, APurchaseThatIsReportedTwiceIsOne) {
  Shopper shopper;
  EXPECT_FALSE(shopper.track("purchase", {"t1"}, "T-1").empty());
  const auto before = shopper.snapshot();
  EXPECT_TRUE(shopper.track("purchase", {"t1"}, "T-1", kNow + 5).empty());
  EXPECT_EQ(shopper.snapshot(), before);
  EXPECT_FALSE(shopper.track("purchase", {"t1"}, "T-2").empty());
}

TEST(P4NotUsedNotCollected, AnEventOfNothingThatIsKeptMakesNoRecord) {
  Shopper shopper;
  EXPECT_TRUE(shopper.track("view_item", {}).empty());
  EXPECT_TRUE(shopper.track("view_item", {""}).empty());
  EXPECT_TRUE(shopper.track("add_to_cart", {}, "T-1").empty());
}

TEST(P4NotUsedNotCollected, IdsAndListsBeyondTheLimitAreNotKept) {
  Shopper shopper;
  const std::string long_id(10000, 'x');
  EXPECT_TRUE(shopper.track("view_item", {long_id}).empty());
  const auto record = profile::decode_record(
      shopper.track("add_to_cart", {long_id, std::string(profile::kMaxIdBytes, 'y'),
                                    std::string(profile::kMaxIdBytes + 1, 'z')}));
  ASSERT_TRUE(record);
  EXPECT_EQ(test::ids_of(record->items), Ids{std::string(profile::kMaxIdBytes, 'y')});
  Ids many;
  for (int i = 0; i < 1000; ++i) many.push_back(std::to_string(i));
  EXPECT_EQ(profile::decode_record(shopper.track("view_item", many))->items.size(),
            profile::kMaxItems);
  const auto cart = profile::decode_record(shopper.cart(many));
  ASSERT_TRUE(cart);
  EXPECT_EQ(cart->items.size(), profile::kMaxItems);
  EXPECT_TRUE(shopper.cart(many).empty());
}

TEST(P4NotUsedNotCollected, TheWholeTransactionIdIsHashedHoweverLong) {
  Shopper shopper;
  const std::string id(10000, 'x');
  EXPECT_FALSE(shopper.track("purchase", {"t1"}, id + "1").empty());
  EXPECT_FALSE(shopper.track("purchase", {"t1"}, id + "2").empty());
  EXPECT_TRUE(shopper.track("purchase", {"t1"}, id + "1").empty());
}

TEST(P4NotUsedNotCollected, ThePageIsNeverKept) {
  Shopper shopper;
  const auto before = shopper.snapshot();
  shopper.engine->set_page({"product", "t1", "tools", "secret query"});
  EXPECT_EQ(shopper.snapshot(), before);
  EXPECT_FALSE(holds(shopper.track("view_item", {"g1"}), "secret"));
}

}  // namespace
}  // namespace etalage::engine
