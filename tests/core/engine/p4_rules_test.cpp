// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Promise P4, of rules: what no rule of the pack asks is dropped at the door, and what no rule asks any more is deleted.
#include <gtest/gtest.h>

#include "engine/ruled_shoppers.h"

namespace etalage::engine {
namespace {

using test::Bytes;
using test::given;
using test::holds;
using test::Ids;
using test::kDay;
using test::kNow;
using test::RuledShopper;
using test::RuleSetBuilder;

TEST(P4Rules, KeepOnlyTheFieldsThatTheyRead) {
  RuledShopper shopper(
      RuleSetBuilder().segment("a", "count(view_item where category under \"tools\") > 1"));
  const auto record = shopper.tell("view_item", {given("value", 99.5), given("currency", "EUR")},
                                   {{given("item_id", "t1"), given("item_name", "CANARY"),
                                     given("price", 1.5), given("email", "CANARY")}});
  EXPECT_TRUE(holds(record, "tools > drills"));
  EXPECT_FALSE(holds(record, "CANARY"));
  EXPECT_FALSE(holds(record, "t1")) << "which product it was, no rule asks";
  EXPECT_FALSE(holds(record, "price"));
  EXPECT_FALSE(holds(record, "EUR"));
  EXPECT_TRUE(shopper.tell("purchase", {}, {{given("item_id", "t1")}}).empty());
}

TEST(P4Rules, SayWhatTheyDropped) {
  RuledShopper shopper(
      RuleSetBuilder().segment("a", "exists(purchase where value > 10 and category == \"x\")"));
  const auto dropped = [&](EventMessage message) { return shopper.engine->dropped(message); };
  EXPECT_EQ(dropped({"purchase",
                     "T-1",
                     {given("value", 5.0), given("tax", 1.0)},
                     {{given("item_id", "t1"), given("item_category", "x"), given("price", 2.0)}}}),
            (Ids{"item_id", "price", "tax"}));
  EXPECT_EQ(dropped({"view_item", "", {}, {}}), Ids{"event"});
}

TEST(P4Rules, ForgetWhatNoRuleAsksAnyMoreAtTheNextOpening) {
  RuledShopper before(RuleSetBuilder()
                          .segment("a", "exists(view_item where brand == \"Gaard\")")
                          .segment("b", "exists(search where search_term contains \"drill\")")
                          .metric("c", "sum(purchase.value)"));
  before.look_at({"t1"});
  before.tell("search", {given("search_term", "CANARY drill")});
  before.tell("purchase", {given("value", 1234.5)});
  RuledShopper after(RuleSetBuilder().segment("a", "exists(view_item where brand == \"Gaard\")"));
  before.move_to(after);
  EXPECT_EQ(*after.engine->tidy(kNow), "true");
  const auto data = after.snapshot();
  EXPECT_TRUE(holds(data, "Gaard"));
  EXPECT_FALSE(holds(data, "CANARY"));
  EXPECT_FALSE(holds(data, "purchase"));
  EXPECT_FALSE(holds(data, "value"));
  EXPECT_EQ(after.segments(), Ids{"a"});
  EXPECT_EQ(*after.engine->tidy(kNow), "false");
}

TEST(P4Rules, ForgetAnswersThatNoRuleAsksAnyMore) {
  RuleSetBuilder rules;
  rules.fact("skill", rules::Type::text, {"handy"}).segment("a", "stated.skill == \"handy\"");
  RuledShopper before(rules);
  EXPECT_FALSE(before.say("skill", {given("", "handy")}).empty());
  RuledShopper after(RuleSetBuilder().segment("a", "exists(view_item)"));
  before.move_to(after);
  EXPECT_EQ(*after.engine->tidy(kNow), "true");
  EXPECT_FALSE(holds(after.snapshot(), "handy"));
}

TEST(P4Rules, KeepEventsNoLongerThanTheLongestWindowThatAsksForThem) {
  RuledShopper shopper(RuleSetBuilder()
                           .segment("a", "exists(view_item within 7d)")
                           .segment("b", "exists(search within 30d)"));
  shopper.look_at({"t1"});
  shopper.tell("search", {});
  EXPECT_EQ(*shopper.engine->tidy(kNow + 6.9 * kDay), "false");
  EXPECT_EQ(*shopper.engine->tidy(kNow + 7.0 * kDay), "true");
  EXPECT_FALSE(holds(*shopper.engine->snapshot(kNow + 7.0 * kDay), "view_item"));
  EXPECT_EQ(shopper.segments(kNow + 7.0 * kDay), Ids{"b"});
  EXPECT_EQ(*shopper.engine->tidy(kNow + 30.0 * kDay), "true");
}

TEST(P4Rules, OfAPurposeThatIsWithdrawnForgetWhatOnlyTheyNeeded) {
  RuleSetBuilder rules;
  rules.segment("a", "exists(view_item)");
  rules.segment("b", "exists(search where search_term == \"drill\")").for_measuring();
  RuledShopper shopper(rules);
  shopper.look_at({"t1"});
  shopper.tell("search", {given("search_term", "drill")});
  EXPECT_EQ(shopper.segments(), (Ids{"a", "b"}));
  shopper.engine->allow(true, false);
  EXPECT_EQ(shopper.segments(), Ids{"a"});
  EXPECT_EQ(*shopper.engine->tidy(kNow), "true");
  EXPECT_FALSE(holds(shopper.snapshot(), "drill"));
  EXPECT_TRUE(shopper.tell("search", {given("search_term", "drill")}).empty());
  shopper.engine->allow(true, true);
  EXPECT_EQ(shopper.segments(), Ids{"a"});
}

TEST(P4Rules, KeepNothingAboutWhatMustNotBeInferred) {
  auto rules = RuleSetBuilder()
                   .segment("a", "exists(view_item)")
                   .segment("b", "exists(search where search_term contains \"drill\")");
  RuledShopper shopper(rules);
  EXPECT_TRUE(shopper.tell("search", {given("search_term", "zwangerschapstest")}).empty());
  EXPECT_FALSE(shopper.tell("search", {given("search_term", "hammer drill")}).empty());
  auto contents = test::ruled_shop(rules.set);
  contents.products[test::t1].category = "health > pregnancy tests";
  auto engine = std::move(*Engine::open(test::written(contents)));
  engine->begin_profile(1);
  const auto look = [&](const char* id) {
    return engine->track({"view_item", "", {}, {{given("item_id", id)}}}, kNow)->size();
  };
  EXPECT_EQ(look("t1"), 0u);
  EXPECT_GT(look("t2"), 0u);
}

TEST(P4Rules, ShowTheShopperWhatNeedsEachThing) {
  RuleSetBuilder rules;
  rules.fact("skill", rules::Type::text, {"handy"});
  rules.segment("diy",
                "exists(view_item where category under \"tools\") and stated.skill == \"handy\"");
  RuledShopper shopper(rules);
  shopper.look_at({"t1", "t2"});
  shopper.say("skill", {given("", "handy")});
  const auto facts = shopper.view()["facts"];
  ASSERT_EQ(facts.items.size(), 2u);
  EXPECT_EQ(facts.items[0]["field"].text, "category");
  EXPECT_EQ(facts.items[0]["value"].text, "tools > drills");
  EXPECT_EQ(facts.items[0]["times"].number, 2);
  EXPECT_EQ(facts.items[0]["usedBy"].texts(), Ids{"segment diy"});
  EXPECT_EQ(facts.items[1]["tier"].text, "stated");
  EXPECT_EQ(facts.items[1]["value"].texts(), Ids{"handy"});
  EXPECT_EQ(facts.items[1]["usedBy"].texts(), Ids{"segment diy"});
}

}  // namespace
}  // namespace etalage::engine
