// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// recommend(), as a page sees it: the JSON, and what in a shopper's state it follows from.
#include <gtest/gtest.h>

#include "engine/shoppers.h"

namespace etalage::engine {
namespace {

using test::Ids;
using test::Json;
using test::kNow;
using test::Shopper;

TEST(Recommend, GivesAProductItsScoreReasonAndFields) {
  Shopper shopper;
  shopper.look_at({"t1"});
  const auto answer = shopper.recommend("home", 1);
  EXPECT_EQ(answer.names, (Ids{"slot", "strategy", "personal", "items"}));
  EXPECT_EQ(answer["slot"].text, "home");
  EXPECT_EQ(answer["strategy"].text, "for-you");
  EXPECT_TRUE(answer["personal"].boolean);
  ASSERT_EQ(answer["items"].items.size(), 1u);
  const auto& item = answer["items"].items[0];
  EXPECT_EQ(item.names, (Ids{"id", "score", "strategy", "reason", "fields"}));
  EXPECT_EQ(item["id"].text, "t2");
  EXPECT_GT(item["score"].number, 0.6);
  EXPECT_EQ(item["strategy"].text, "for-you");
  EXPECT_EQ(item["reason"]["code"].text, "because-viewed");
  EXPECT_EQ(item["reason"]["text"].text, "Because you looked at Hammer drill");
  EXPECT_EQ(item["reason"]["because"].texts(), Ids{"t1"});
  const auto& fields = item["fields"];
  EXPECT_EQ(fields.names, (Ids{"title", "price", "currency", "url", "image", "brand", "category"}));
  EXPECT_EQ(fields["title"].text, "Cordless drill");
  EXPECT_EQ(fields["price"].number, 9.95);
  EXPECT_EQ(fields["category"].text, "tools > drills");
}

TEST(Recommend, LeavesOutFieldsThatAProductDoesNotHave) {
  auto contents = test::garden_shop();
  auto& bare = contents.products[test::t2];
  bare.title = bare.url = bare.image = bare.brand = bare.category = "";
  bare.price = pack::kPriceUnknown;
  contents.currency = "";
  Shopper shopper(contents);
  shopper.look_at({"t1"});
  EXPECT_TRUE(shopper.recommend("home", 1)["items"].items.at(0)["fields"].names.empty());
}

TEST(Recommend, SpeaksDutch) {
  Shopper shopper;
  shopper.look_at({"t1"});
  const auto answer = shopper.recommend("home", 1, "", {}, recommend::Language::nl);
  EXPECT_EQ(answer["items"].items.at(0)["reason"]["text"].text, "Omdat u Hammer drill bekeek");
}

TEST(Recommend, CallsACauseWithoutATitleByItsId) {
  auto contents = test::garden_shop();
  contents.products[test::t1].title = "";
  Shopper shopper(contents);
  shopper.look_at({"t1"});
  EXPECT_EQ(shopper.recommend("home", 1)["items"].items.at(0)["reason"]["text"].text,
            "Because you looked at t1");
}

TEST(Recommend, NamesTheCategoryOfABestsellerByItsLastStep) {
  Shopper shopper;
  shopper.engine->set_page({"category", "", "garden", ""});
  const auto answer = shopper.recommend("top", 1);
  EXPECT_EQ(answer["items"].items.at(0)["reason"]["code"].text, "bestseller-in-category");
  EXPECT_EQ(answer["items"].items.at(0)["reason"]["text"].text, "Popular in plants");
}

TEST(Recommend, OfASlotThatThePackDoesNotDeclareIsEmptyAndSaysSo) {
  Shopper shopper;
  const auto answer = shopper.recommend("hmoe");
  EXPECT_EQ(answer["slot"].text, "hmoe");
  EXPECT_TRUE(answer.has("strategy"));
  EXPECT_TRUE(answer["strategy"].is_null());
  EXPECT_FALSE(answer["personal"].boolean);
  EXPECT_TRUE(answer["items"].items.empty());
}

TEST(Recommend, FillsTheSlotsOwnCountUnlessAskedForAnother) {
  Shopper shopper;
  EXPECT_EQ(shopper.recommended("home").size(), 4u);
  EXPECT_EQ(shopper.recommended("home", 2).size(), 2u);
  EXPECT_EQ(shopper.recommended("home", 0xFFFFFFFF).size(), 7u);
}

TEST(Recommend, LeavesOutWhatIsExcludedByIdOrAlias) {
  Shopper shopper;
  const auto answer = shopper.recommend("top", 8, "", {"g1-blue", "t1", "nobody-knows"});
  Ids ids;
  for (const auto& item : answer["items"].items) ids.push_back(item["id"].text);
  EXPECT_EQ(ids, (Ids{"g2", "t2", "g4", "x1", "t3"}));
}

TEST(Recommend, FollowsTheProductThatTheCallNamesBeforeThePages) {
  Shopper shopper;
  shopper.engine->set_page({"product", "g1", "", ""});
  EXPECT_EQ(shopper.recommend("product", 1)["items"].items.at(0)["id"].text, "g2");
  EXPECT_EQ(shopper.recommend("product", 1, "t1")["items"].items.at(0)["id"].text, "t2");
}

TEST(Recommend, FollowsWhatTheShopperLookedAtNewestFirst) {
  Shopper shopper;
  shopper.look_at({"g1", "g4", "t1"});
  EXPECT_EQ(shopper.recommended("recent"), (Ids{"t1", "g4", "g1"}));
  EXPECT_EQ(shopper.recommended("home").at(0), "t2");
  shopper.look_at({"g1", "g4"});
  EXPECT_EQ(shopper.recommended("home").at(0), "g2");
}

TEST(Recommend, FollowsTheOrderOfTheJournalNotOfTheClock) {
  Shopper shopper;
  shopper.track("view_item", {"g1"}, "", kNow);
  shopper.track("view_item", {"t1"}, "", kNow - 1e9);
  EXPECT_EQ(shopper.recommended("recent"), (Ids{"t1", "g1"}));
}

TEST(Recommend, DoesNotTakeWhatWasRemovedForInterest) {
  auto contents = test::garden_shop();
  Shopper shopper(contents);
  shopper.track("remove_from_cart", {"t1"});
  EXPECT_FALSE(shopper.recommend("home")["personal"].boolean);
}

TEST(Recommend, FollowsThePageOnlyAsLongAsItLasts) {
  Shopper shopper;
  const auto before = shopper.engine->recommend({"home", 0, "", {}, {}});
  shopper.engine->set_page({"product", "t1", "", ""});
  EXPECT_NE(shopper.engine->recommend({"home", 0, "", {}, {}}), before);
  shopper.engine->set_page({});
  EXPECT_EQ(shopper.engine->recommend({"home", 0, "", {}, {}}), before);
}

TEST(Recommend, GivesTheSameTextForTheSameRequestInTheSameState) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Shopper first;
    Shopper second;
    for (const auto& record : test::random_records(seed, 30)) {
      const auto data = profile::encode_record(record);
      ASSERT_TRUE(first.engine->fold(data));
      ASSERT_TRUE(second.engine->fold(data));
      (void)first.recommend("home", 3, "t1");  // asking changes nothing
    }
    first.begin_page();
    second.begin_page();
    for (const auto* slot : {"home", "product", "cart", "recent", "top"}) {
      const SlotRequest request{slot, 0, "", {"g4"}, {}};
      const auto text = first.engine->recommend(request);
      EXPECT_EQ(first.engine->recommend(request), text);
      EXPECT_EQ(second.engine->recommend(request), text);
    }
  }
}

TEST(Recommend, IsJsonWhateverTheCatalogueIsCalled) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    auto contents = test::random_contents(seed, 8);
    contents.off = false;
    contents.slots.push_back(
        {"\"\\\n\u6f22", pack::Strategy::for_you, 5, {pack::Strategy::bestsellers}});
    contents.manifest = test::manifest_for(contents.slots, 400);
    Shopper shopper(contents);
    for (const auto& product : contents.products) shopper.look_at({product.id, "\"\x01"});
    (void)shopper.recommend("\"\\\n\u6f22");  // parses, or the test fails
    (void)shopper.view();
    EXPECT_TRUE(Json::parse(shopper.engine->names())) << seed;
    EXPECT_TRUE(Json::parse(shopper.engine->export_profile())) << seed;
  }
}

}  // namespace
}  // namespace etalage::engine
