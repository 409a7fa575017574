// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Rules, from what a page says to what it is told.
#include <gtest/gtest.h>

#include <limits>

#include "engine/ruled_shoppers.h"
#include "support/code.h"

namespace etalage::engine {
namespace {

using rules::Type;
using test::given;
using test::Ids;
using test::kDay;
using test::kNow;
using test::RuledShopper;
using test::RuleSetBuilder;

TEST(Rules, FollowWhatTheShopperDoes) {
  RuledShopper shopper(
      RuleSetBuilder()
          .segment("diy", "count(view_item where category under \"tools\" within 30d) >= 2")
          .metric("spent", "sum(purchase.value)"));
  shopper.look_at({"t1"});
  EXPECT_TRUE(shopper.segments().empty());
  shopper.look_at({"t2", "g1"});
  EXPECT_EQ(shopper.segments(), Ids{"diy"});
  shopper.tell("purchase", {given("value", 49.95)});
  EXPECT_EQ(shopper.metric("spent"), 49.95);
  EXPECT_TRUE(shopper.segments(kNow + 30.0 * kDay).empty());
}

TEST(Rules, TakeAFieldFromTheEventElseFromThePack) {
  RuledShopper shopper(RuleSetBuilder()
                           .metric("dearest", "max(view_item.price)")
                           .segment("gaard", "exists(view_item where brand == \"Gaard\")"));
  shopper.look_at({"t1"});
  EXPECT_EQ(shopper.metric("dearest"), 9.95);
  EXPECT_EQ(shopper.segments(), Ids{"gaard"});
  shopper.tell("view_item", {}, {{given("item_id", "t1"), given("price", "12.50")}});
  EXPECT_EQ(shopper.metric("dearest"), 12.5);
}

TEST(Rules, ReadACategoryFromItsElements) {
  RuledShopper shopper(
      RuleSetBuilder().segment("taps", "exists(view_item where category == \"Bath > Taps\")"));
  shopper.tell("view_item", {},
               {{given("item_id", "unknown"), given("item_category", "Bath"),
                 given("item_category2", "Taps")}});
  EXPECT_EQ(shopper.segments(), Ids{"taps"});
}

TEST(Rules, TakeANumberForATextAsItsDigits) {
  RuledShopper shopper(RuleSetBuilder()
                           .segment("size", "exists(view_item where variant == \"42.5\")")
                           .segment("path", "exists(view_item where category == \"7 > Taps\")"));
  shopper.tell("view_item", {},
               {{given("item_id", "unknown"), given("item_variant", 42.5),
                 given("item_category", 7.0), given("item_category2", "Taps")}});
  EXPECT_EQ(shopper.segments(), (Ids{"path", "size"}));
}

TEST(Rules, TellWhoCameAndWhoLeft) {
  RuledShopper shopper(RuleSetBuilder()
                           .segment("looking", "exists(view_item within 1d)")
                           .segment("away", "not exists(view_item within 1d)"));
  auto change = shopper.update();
  EXPECT_EQ(change["entered"].texts(), Ids{"away"});
  shopper.look_at({"t1"});
  change = shopper.update();
  EXPECT_EQ(change["entered"].texts(), Ids{"looking"});
  EXPECT_EQ(change["left"].texts(), Ids{"away"});
  EXPECT_FALSE(shopper.update()["changed"].boolean);
  change = shopper.update(kNow + 1.0 * kDay);
  EXPECT_EQ(change["left"].texts(), Ids{"looking"});
}

TEST(Rules, HaveNoValueWithoutAProfile) {
  RuledShopper shopper(RuleSetBuilder()
                           .segment("away", "not exists(view_item)")
                           .metric("views", "count(view_item)"));
  EXPECT_EQ(shopper.segments(), Ids{"away"});
  shopper.engine->end_profile();
  EXPECT_TRUE(shopper.segments().empty());
  EXPECT_TRUE(shopper.values()["metrics"]["views"].is_null());
  EXPECT_EQ(shopper.explain("segment", "away")["holds"].boolean, false);
}

TEST(RulesCart, KnowWhatIsInIt) {
  RuledShopper shopper(RuleSetBuilder()
                           .metric("worth", "cart.value")
                           .metric("lines", "cart.count")
                           .metric("pieces", "cart.quantity")
                           .segment("tools", "exists(cart where category under \"tools\")"));
  shopper.tell("add_to_cart", {},
               {{given("item_id", "t1"), given("price", 10.0), given("quantity", 2.0)}});
  EXPECT_EQ(shopper.metric("worth"), 20);
  EXPECT_EQ(shopper.metric("pieces"), 2);
  EXPECT_EQ(shopper.segments(), Ids{"tools"});
  (void)*shopper.engine->set_cart({{given("item_id", "g1"), given("price", 5.0)}}, kNow);
  EXPECT_EQ(shopper.metric("worth"), 5);
  EXPECT_EQ(shopper.metric("lines"), 1);
  EXPECT_TRUE(shopper.segments().empty());
  shopper.tell("purchase", {}, {{given("item_id", "g1")}});
  EXPECT_EQ(shopper.metric("lines"), 0);
}

TEST(RulesFacts, AreWhatWasSaidBeforeWhatWasInferred) {
  RuleSetBuilder rules;
  rules.fact("skill", Type::text, {"beginner", "handy"});
  rules.set.facts[0].expires = 30 * kDay;
  rules.cases(rules::RuleKind::inferred, "skill", {{"handy", "count(view_item) >= 1", 0.6}});
  rules.decision("says",
                 {{"b", "fact.skill == \"beginner\"", 1}, {"h", "fact.skill == \"handy\"", 1}});
  rules.metric("sure", "confidence(inferred.skill)");
  RuledShopper shopper(rules);
  EXPECT_TRUE(shopper.values()["decisions"]["says"].is_null());
  shopper.look_at({"t1"});
  EXPECT_EQ(shopper.values()["decisions"]["says"].text, "h");
  EXPECT_NEAR(shopper.metric("sure"), 0.6, 1e-9);
  EXPECT_FALSE(shopper.say("skill", {given("", "beginner")}).empty());
  EXPECT_EQ(shopper.values()["decisions"]["says"].text, "b");
  EXPECT_EQ(shopper.values(kNow + 30.0 * kDay)["decisions"]["says"].text, "h");
  EXPECT_FALSE(shopper.say("skill", {}).empty());
  EXPECT_EQ(shopper.values()["decisions"]["says"].text, "h");
}

TEST(RulesFacts, ThatNobodyAsksOrThatCannotBeAreNotKept) {
  RuleSetBuilder rules;
  rules.fact("skill", Type::text, {"beginner", "handy"}).fact("people", Type::number);
  rules.segment("a", "stated.skill == \"handy\" or stated.people > 2");
  RuledShopper shopper(rules);
  EXPECT_TRUE(shopper.say("shoe-size", {given("", "44")}).empty());
  EXPECT_TRUE(shopper.say("skill", {given("", "wizard")}).empty());
  EXPECT_TRUE(shopper.say("skill", {given("", 3.0)}).empty());
  EXPECT_TRUE(shopper.say("skill", {given("", "handy"), given("", "beginner")}).empty());
  EXPECT_TRUE(shopper.say("people", {given("", "many")}).empty());
  EXPECT_TRUE(shopper.say("people", {given("", std::numeric_limits<double>::quiet_NaN())}).empty());
  EXPECT_TRUE(shopper.say("people", {given("", 1e30)}).empty());
  EXPECT_TRUE(shopper.segments().empty());
  EXPECT_FALSE(shopper.say("people", {given("", 3.0)}).empty());
  EXPECT_EQ(shopper.segments(), Ids{"a"});
}

TEST(RulesTriggers, FireOnceForEachTimeThatTheyBeginToHold) {
  RuleSetBuilder rules;
  rules.trigger("left", "sequence(add_to_cart then no purchase within 1d)");
  rules.set.rules.back().cap_count = 2;
  rules.set.rules.back().cap_window = 7 * kDay;
  RuledShopper shopper(rules);
  const auto fired = [&](double days) {
    return shopper.update(kNow + days * kDay)["triggers"].texts();
  };
  const auto add = [&](double days) {
    shopper.tell("add_to_cart", {}, {{given("item_id", "t1")}}, kNow + days * kDay);
  };
  add(0);
  EXPECT_TRUE(fired(0.5).empty());
  EXPECT_EQ(fired(1), Ids{"left"});
  EXPECT_TRUE(fired(1.5).empty());
  add(2);
  EXPECT_TRUE(fired(2).empty());
  EXPECT_EQ(fired(3), Ids{"left"});
  add(3.5);
  EXPECT_TRUE(fired(3.5).empty());
  EXPECT_TRUE(fired(4.5).empty()) << "twice in seven days is enough";
  EXPECT_EQ(fired(8.5), Ids{"left"}) << "it still holds, and may fire again";
}

TEST(RulesTriggers, RememberInTheJournalThatTheyFired) {
  RuleSetBuilder rules;
  rules.trigger("came", "exists(view_item)");
  RuledShopper first(rules);
  RuledShopper second(rules);
  for (auto* shopper : {&first, &second}) shopper->look_at({"t1"});
  EXPECT_EQ(first.update()["triggers"].texts(), Ids{"came"});
  const auto record = first.engine->next_record();
  ASSERT_FALSE(record.empty());
  EXPECT_TRUE(first.engine->next_record().empty());
  EXPECT_TRUE(second.engine->fold(record));
  EXPECT_TRUE(second.update()["triggers"].texts().empty());
}

TEST(RulesVisits, BeginAfterHalfAnHourWithoutASign) {
  RuledShopper shopper(RuleSetBuilder()
                           .metric("visits", "visit.number")
                           .metric("minutes", "visit.duration / 1m")
                           .segment("mail", "visit.channel == \"email\""));
  constexpr double kMinute = 60000;
  const auto visit = [&](const char* channel, double minutes) {
    return !shopper.engine->visit(channel, kNow + minutes * kMinute)->empty();
  };
  EXPECT_TRUE(visit("email", 0));
  EXPECT_FALSE(visit("cpc", 29));
  EXPECT_EQ(shopper.metric("visits", kNow + 29 * kMinute), 1);
  EXPECT_EQ(shopper.metric("minutes", kNow + 29 * kMinute), 29);
  EXPECT_EQ(shopper.segments(kNow + 29 * kMinute), Ids{"mail"});
  EXPECT_FALSE(visit("direct", 58)) << "half an hour since the last sign, kept or not";
  EXPECT_TRUE(visit("direct", 88));
  EXPECT_EQ(shopper.metric("visits", kNow + 88 * kMinute), 2);
  EXPECT_TRUE(shopper.segments(kNow + 88 * kMinute).empty());
}

TEST(RulesPurchases, ThatAreReportedTwiceCountOnce) {
  RuledShopper shopper(RuleSetBuilder().metric("spent", "sum(purchase.value)"));
  for (const auto* order : {"T-1", "T-1", "T-2"}) {
    (void)*shopper.engine->track({"purchase", order, {given("value", 10.0)}, {}}, kNow);
  }
  EXPECT_EQ(shopper.metric("spent"), 20);
}

TEST(RulesPage, AskWhatItIsAbout) {
  RuledShopper shopper(RuleSetBuilder()
                           .segment("tool-page", "page.category under \"tools\"")
                           .segment("cheap", "page.price < 10 and page.brand == \"Gaard\""));
  EXPECT_TRUE(shopper.segments().empty());
  shopper.engine->set_page({"product", "t1", "", ""});
  EXPECT_EQ(shopper.segments(), (Ids{"cheap", "tool-page"}));
  shopper.engine->set_page({"home", "", "", ""});
  EXPECT_TRUE(shopper.segments().empty());
}

TEST(RulesTime, ThatRunsBackwardsGivesTheAnswersOfThatTime) {
  RuledShopper shopper(RuleSetBuilder().metric("views", "count(view_item within 1d)"));
  shopper.look_at({"t1"});
  EXPECT_EQ(shopper.metric("views"), 1);
  EXPECT_EQ(shopper.metric("views", kNow + 2.0 * kDay), 0);
  EXPECT_EQ(shopper.metric("views", kNow + 0.5 * kDay), 1);
  EXPECT_EQ(shopper.metric("views", kNow - 1.0), 0) << "what is to come does not count yet";
}

TEST(RulesTime, OfEventsThatAreTheSameKeepsTheOrderOfTheJournal) {
  RuledShopper shopper(
      RuleSetBuilder().segment("bought-after", "sequence(add_to_cart then purchase within 1h)"));
  shopper.tell("purchase", {}, {{given("item_id", "t1")}});
  shopper.tell("add_to_cart", {}, {{given("item_id", "t1")}});
  EXPECT_TRUE(shopper.segments().empty());
  shopper.tell("purchase", {}, {{given("item_id", "t1")}});
  EXPECT_EQ(shopper.segments(), Ids{"bought-after"});
}

TEST(RulesNumbers, ThatAreAbsurdAreNotKept) {
  RuledShopper shopper(
      RuleSetBuilder().metric("most", "max(purchase.value)").metric("orders", "count(purchase)"));
  for (const double value : {std::numeric_limits<double>::quiet_NaN(),
                             std::numeric_limits<double>::infinity(), -1e300, 1e10}) {
    shopper.tell("purchase", {given("value", value)});
  }
  EXPECT_EQ(shopper.metric("orders"), 4);
  EXPECT_TRUE(shopper.values()["metrics"]["most"].is_null());
  shopper.tell("purchase", {given("value", "not a number")});
  shopper.tell("purchase", {given("value", "1e3")});
  EXPECT_TRUE(shopper.values()["metrics"]["most"].is_null());
  shopper.tell("purchase", {given("value", "1000000000")});
  EXPECT_EQ(shopper.metric("most"), 1e9);
}

TEST(RulesTexts, OfTenThousandCharactersAreNotKept) {
  RuledShopper shopper(RuleSetBuilder()
                           .metric("searches", "count(search)")
                           .segment("long", "exists(search where search_term contains \"x\")"));
  const auto record = shopper.tell("search", {given("search_term", std::string(10000, 'x'))});
  EXPECT_LT(record.size(), 100u);
  EXPECT_EQ(shopper.metric("searches"), 1);
  EXPECT_TRUE(shopper.segments().empty());
  shopper.tell("search", {given("search_term", std::string(profile::kMaxTextBytes, 'x'))});
  EXPECT_EQ(shopper.segments(), Ids{"long"});
}

TEST(RulesFilters, KeepProductsOutOfASlot) {
  RuleSetBuilder rules;
  rules.fact("budget", Type::number);
  rules.filter("home",
               "category under \"tools\" and in_stock and "
               "price <= default(stated.budget, 10)");
  auto contents = test::ruled_shop(rules.set);
  contents.slots = {{"home", pack::Strategy::for_you, 8, {pack::Strategy::bestsellers}},
                    {"top", pack::Strategy::bestsellers, 8, {}}};
  contents.products[test::t3].price = 20000000;
  test::Shopper shopper(contents);
  EXPECT_EQ(shopper.recommended("home"), (Ids{"t1", "t2"}));
  shopper.begin_page();
  EXPECT_EQ(shopper.recommended("top").size(), 7u) << "the other slot shows what is in stock";
  shopper.begin_page();
  ASSERT_FALSE(shopper.engine->answer({"budget", {given("", 25.0)}}, kNow)->empty());
  ASSERT_TRUE(shopper.engine->update(kNow, 0));
  EXPECT_EQ(shopper.recommended("home"), (Ids{"t1", "t2", "t3"}));
  shopper.engine->end_profile();
  ASSERT_TRUE(shopper.engine->update(kNow, 0));
  EXPECT_EQ(shopper.recommended("home"), (Ids{"t1", "t2"})) << "a filter holds without a profile";
}

TEST(RulesFilters, ReadFurtherColumnsOfTheCatalogue) {
  RuleSetBuilder rules;
  rules.set.attributes = {{"margin", Type::text}, {"weight", Type::number}};
  rules.filter("home", "margin == \"high\" and weight < 5");
  rules.segment("light", "exists(view_item where weight < 5)");
  auto contents = test::ruled_shop(rules.set);
  contents.attributes = {{"margin", true}, {"weight", false}};
  for (auto& product : contents.products) {
    product.texts = {"high", ""};
    product.numbers = {0, 2};
  }
  contents.products[test::g1].texts[0] = "low";
  contents.products[test::t1].numbers[1] = 7;
  contents.products[test::g2].numbers[1] = std::numeric_limits<double>::quiet_NaN();
  contents.products[test::x1].numbers[1] = std::numeric_limits<double>::infinity();
  contents.slots = {{"home", pack::Strategy::bestsellers, 8, {}}};
  test::Shopper shopper(contents);
  EXPECT_EQ(shopper.recommended("home"), (Ids{"t2", "g4", "t3"}));
  shopper.look_at({"t1"});
  ASSERT_TRUE(shopper.engine->update(kNow, 0));
  EXPECT_EQ(test::RuledShopper::parsed_json(shopper.engine->values())["segments"].texts(), Ids{});
  shopper.look_at({"t2"});
  ASSERT_TRUE(shopper.engine->update(kNow, 0));
  EXPECT_EQ(test::RuledShopper::parsed_json(shopper.engine->values())["segments"].texts(),
            Ids{"light"});
}

TEST(RulesBoosts, MoveProductsUpAndDownAndSaySo) {
  RuleSetBuilder rules;
  rules.filter("top 1", "category under \"tools\"");
  rules.filter("top 2", "item_id == \"t2\"");
  auto contents = test::ruled_shop(rules.set);
  contents.slots = {{"top", pack::Strategy::bestsellers, 8, {}}};
  contents.slots[0].boosts = {3, 0.1F};
  test::Shopper shopper(contents);
  EXPECT_EQ(shopper.recommended("top"), (Ids{"t1", "t3", "g1", "g2", "g4", "x1", "t2"}));
  const auto answer = shopper.recommend("top");
  const auto& items = answer["items"].items;
  EXPECT_EQ(items[1]["reason"]["because"].texts(), Ids{"boost 1"});
  EXPECT_EQ(items[6]["reason"]["because"].texts(), (Ids{"boost 1", "boost 2"}));
  EXPECT_TRUE(items[2]["reason"]["because"].texts().empty());
}

TEST(RulesExplain, SayWhatTheyFoundAndHow) {
  RuledShopper shopper(
      RuleSetBuilder().segment("diy",
                               "count(view_item where category under \"tools\" within 30d) >= 3 "
                               "and not exists(purchase)"));
  shopper.look_at({"t1", "t2", "t1", "t3"});
  (void)shopper.update();
  const auto english = shopper.explain("segment", "diy");
  EXPECT_TRUE(english["holds"].boolean);
  EXPECT_NE(english["text"].text.find("4"), std::string::npos) << english["text"].text;
  EXPECT_NE(english["text"].text.find("tools"), std::string::npos) << english["text"].text;
  const auto dutch = shopper.explain("segment", "diy", recommend::Language::nl);
  EXPECT_NE(dutch["text"].text, english["text"].text);
  EXPECT_NE(dutch["text"].text.find("U "), std::string::npos) << dutch["text"].text;
  const auto value_of = [&](const std::string& expression) {
    for (const auto& step : english["trace"].items) {
      if (step["expression"].text == expression) return step["value"];
    }
    ADD_FAILURE() << expression;
    return test::Json{};
  };
  EXPECT_EQ(value_of("count(view_item where category under \"tools\" within 30d)").number, 4);
  EXPECT_TRUE(value_of("count(view_item where category under \"tools\" within 30d) >= 3").boolean);
  EXPECT_FALSE(value_of("exists(purchase)").boolean);
}

TEST(RulesExplain, SayWhatDidNotHoldAsWell) {
  RuledShopper shopper(RuleSetBuilder().segment("a", "exists(purchase) and exists(view_item)"));
  (void)shopper.update();
  const auto why = shopper.explain("segment", "a");
  EXPECT_FALSE(why["holds"].boolean);
  EXPECT_EQ(why["trace"].items.size(), 3u) << "what a run would skip is told all the same";
  EXPECT_TRUE(shopper.explain("segment", "nobody").is_null());
  EXPECT_TRUE(shopper.explain("nonsense", "a").is_null());
}

}  // namespace
}  // namespace etalage::engine
