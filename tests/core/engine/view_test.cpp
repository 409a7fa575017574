// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the shopper is shown of the profile, and takes away.
#include <gtest/gtest.h>

#include "engine/shoppers.h"
#include "support/code.h"

namespace etalage::engine {
namespace {

using test::Ids;
using test::Json;
using test::kDay;
using test::kNow;
using test::Shopper;

TEST(View, OfNothingSaysThatThereIsNone) {
  Shopper shopper;
  const auto view = shopper.view();
  EXPECT_TRUE(view["since"].is_null());
  EXPECT_TRUE(view["facts"].items.empty());
}

TEST(View, TellsWhatMayBeKeptAtAll) {
  Shopper shopper;
  const auto manifest = shopper.view()["manifest"];
  ASSERT_EQ(manifest.items.size(), 5u);
  const auto& purchase = manifest.items[2];
  EXPECT_EQ(purchase["event"].text, "purchase");
  EXPECT_EQ(purchase["fields"].texts(), (Ids{"item_id", "transaction_id"}));
  EXPECT_EQ(purchase["days"].number, 400);
  EXPECT_EQ(purchase["usedBy"].texts(), (Ids{"slot cart", "slot home"}));
  shopper.engine->allow(false, false);
  EXPECT_TRUE(shopper.view()["manifest"].items.empty());
}

TEST(View, TellsOfEachFactWhatItIsAndSinceWhen) {
  Shopper shopper;
  shopper.track("view_item", {"t1"}, "", kNow);
  shopper.track("view_item", {"t1"}, "", kNow + 5000);
  const auto view = shopper.view();
  EXPECT_EQ(view["since"].number, kNow);
  ASSERT_EQ(view["facts"].items.size(), 1u);
  const auto& fact = view["facts"].items[0];
  EXPECT_EQ(fact["id"].text, "view_item:t1");
  EXPECT_EQ(fact["name"].text, "view_item");
  EXPECT_EQ(fact["value"].text, "Hammer drill");
  EXPECT_EQ(fact["item"].text, "t1");
  EXPECT_EQ(fact["tier"].text, "observed");
  EXPECT_EQ(fact["times"].number, 2);
  EXPECT_EQ(fact["since"].number, kNow);
  EXPECT_EQ(fact["last"].number, kNow + 5000);
  EXPECT_EQ(fact["until"].number, kNow + 5000 + 400 * kDay);
  EXPECT_EQ(fact["purpose"].text, "personalise");
  EXPECT_EQ(fact["usedBy"].texts(), (Ids{"slot home", "slot product", "slot recent"}));
}

TEST(View, TellsTheNewestFirst) {
  Shopper shopper;
  shopper.track("view_item", {"g1"}, "", kNow);
  shopper.track("add_to_cart", {"t1"}, "", kNow + 1);
  shopper.track("view_item", {"a0"}, "", kNow + 2);
  shopper.track("view_item", {"g1"}, "", kNow + 3);
  Ids ids;
  for (const auto& fact : shopper.view()["facts"].items) {
    if (fact["name"].text != "cart") ids.push_back(fact["id"].text);
  }
  EXPECT_EQ(ids, (Ids{"view_item:g1", "view_item:a0", "add_to_cart:t1"}));
}

TEST(View, TellsWhatIsInTheCart) {
  Shopper shopper;
  shopper.cart({"t1", "nobody-knows"});
  const auto facts = shopper.view()["facts"];
  ASSERT_EQ(facts.items.size(), 2u);
  EXPECT_EQ(facts.items[0]["id"].text, "cart:t1");
  EXPECT_EQ(facts.items[0]["usedBy"].texts(), (Ids{"slot cart", "slot home"}));
  EXPECT_EQ(facts.items[1]["value"].text, "nobody-knows");
}

TEST(View, CallsNoTwoFactsTheSame) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Shopper shopper;
    for (const auto& record : test::random_records(seed, 60)) {
      ASSERT_TRUE(shopper.engine->fold(profile::encode_record(record)));
    }
    std::vector<std::string> ids;
    for (const auto& fact : shopper.view()["facts"].items) ids.push_back(fact["id"].text);
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end()) << seed;
  }
}

TEST(Export, HoldsEveryEventInTheOrderOfTheJournal) {
  Shopper shopper;
  shopper.track("view_item", {"t1", "nobody-knows"}, "", kNow);
  shopper.track("purchase", {"t1"}, "T-1", kNow - 5);
  shopper.cart({"g1"}, kNow);
  EXPECT_EQ(shopper.engine->export_profile(),
            R"({"format":"etalage-profile","version":1,"since":1767225599995,"events":[)"
            R"({"time":1767225600000,"event":"view_item",)"
            R"("items":[{"item_id":"t1"},{"item_id":"nobody-knows"}],"fields":{}},)"
            R"({"time":1767225599995,"event":"purchase","items":[{"item_id":"t1"}],"fields":{}}],)"
            R"("cart":[{"item_id":"g1"}],"answers":[]})");
}

TEST(Export, OfNothingIsTheSameDocumentWithNothingInIt) {
  Shopper shopper;
  EXPECT_EQ(
      shopper.engine->export_profile(),
      R"({"format":"etalage-profile","version":1,"since":null,"events":[],"cart":[],"answers":[]})");
}

}  // namespace
}  // namespace etalage::engine
