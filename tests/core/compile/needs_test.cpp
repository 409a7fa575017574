// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/needs.h"

#include <gtest/gtest.h>

#include "compile/compile.h"
#include "compile/findings.h"
#include "compile/rule_set_builder.h"

namespace etalage::compile {
namespace {

using rules::Purpose;
using rules::RuleKind;
using rules::Type;
using test::RuleSetBuilder;

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const auto& entry : list) text += (text.empty() ? "" : ",") + entry;
  return text;
}

// A line an entry: "event [field,field] days for personalise: user, user".
std::string manifest(const RuleSetBuilder& builder) {
  const auto compiled = compile(builder.set);
  EXPECT_TRUE(compiled.ok()) << test::findings(compiled.diagnostics);
  const auto purpose = [](Purpose value) {
    return value == Purpose::personalise ? " personalise: " : " measure: ";
  };
  std::string text;
  for (const auto& entry : compiled.manifest.events) {
    text += entry.event + " [" + joined(entry.fields) + "] " +
            std::to_string(entry.window / test::kRuleDay) + purpose(entry.purpose) +
            joined(entry.users) + "\n";
  }
  for (const auto& fact : compiled.manifest.facts) {
    text += "fact " + fact.name + purpose(fact.purpose) + joined(fact.users) + "\n";
  }
  return text;
}

TEST(RuleNeeds, AreNothingWithoutRules) { EXPECT_EQ(manifest(RuleSetBuilder()), ""); }

TEST(RuleNeeds, AreTheEventsOfARuleTheirFieldsAndTheLongestWindow) {
  EXPECT_EQ(
      manifest(
          RuleSetBuilder()
              .segment("a",
                       "count(view_item where category under 'x' and price > 3 within 30d) > 2")
              .segment("b", "exists(view_item where brand == 'y' within 60d)")
              .metric("c", "sum(purchase.value within 7d)")),
      "purchase [transaction_id,value] 7 personalise: metric c\n"
      "view_item [brand,category,price] 60 personalise: segment a,segment b\n");
}

TEST(RuleNeeds, LastForTheRetentionWithoutAWindow) {
  EXPECT_EQ(manifest(RuleSetBuilder().segment("a", "exists(search) and exists(search within 1d)")),
            "search [] 400 personalise: segment a\n");
}

TEST(RuleNeeds, DoNotListTheTimeWhichIsAlwaysKept) {
  EXPECT_EQ(manifest(RuleSetBuilder().segment(
                "a", "now - last(search.time where time > 2026-01-01 within 9d) < 1d")),
            "search [] 9 personalise: segment a\n");
}

TEST(RuleNeeds, OfASequenceLastForTheRetention) {
  EXPECT_EQ(manifest(RuleSetBuilder().trigger(
                "t", "sequence(search where search_term == 'a' then no purchase within 1d)")),
            "purchase [transaction_id] 400 personalise: trigger t\n"
            "search [search_term] 400 personalise: trigger t\n");
}

TEST(RuleNeeds, OfAnInterestAreTheEventsThatShowIt) {
  const std::string expected =
      "add_to_cart [category] 400 personalise: segment a\n"
      "add_to_wishlist [category] 400 personalise: segment a\n"
      "purchase [category,transaction_id] 400 personalise: segment a\n"
      "view_item [category] 400 personalise: segment a\n";
  EXPECT_EQ(manifest(RuleSetBuilder().segment("a", "interest(category, 'x') > 0.5")), expected);
  EXPECT_EQ(manifest(RuleSetBuilder().segment("a", "strongest(category) == 'x'")), expected);
}

TEST(RuleNeeds, OfTheCartAreTheEventsThatChangeIt) {
  EXPECT_EQ(manifest(RuleSetBuilder().segment("a", "cart.value > 50")),
            "add_to_cart [item_id,revenue] 400 personalise: segment a\n"
            "cart [item_id,revenue] 400 personalise: segment a\n"
            "purchase [item_id,revenue,transaction_id] 400 personalise: segment a\n"
            "remove_from_cart [item_id,revenue] 400 personalise: segment a\n");
}

TEST(RuleNeeds, OfAVisitAreItsBeginnings) {
  EXPECT_EQ(manifest(RuleSetBuilder().segment("a", "visit.number > 1")),
            "session_start [] 400 personalise: segment a\n");
  EXPECT_EQ(manifest(RuleSetBuilder().segment("a", "visit.duration > 1m")),
            "session_start [] 400 personalise: segment a\n");
  EXPECT_EQ(manifest(RuleSetBuilder().segment("a", "visit.channel == 'email'")),
            "session_start [channel] 400 personalise: segment a\n");
}

TEST(RuleNeeds, OfPageAndClockAreNothing) {
  EXPECT_EQ(manifest(RuleSetBuilder().segment(
                "a", "page.type == 'x' and now.hour > 3 and profile.age > 1d")),
            "");
}

TEST(RuleNeeds, AreThoseOfTheRulesThatARuleUses) {
  EXPECT_EQ(manifest(RuleSetBuilder()
                         .metric("m", "sum(purchase.value)")
                         .for_measuring()
                         .segment("s", "metric.m > 5")
                         .filter("home", "segment.s")),
            "purchase [transaction_id,value] 400 personalise: segment s,slot home\n"
            "purchase [transaction_id,value] 400 measure: metric m\n");
}

TEST(RuleNeeds, AreTheFactsThatRulesRead) {
  RuleSetBuilder builder;
  builder.fact("skill", Type::text).fact("budget", Type::number).fact("unused", Type::text);
  builder.cases(RuleKind::inferred, "skill", {{"pro", "count(purchase) > 9", 1}});
  builder.segment("s", "fact.skill == 'pro'").metric("m", "stated.budget").for_measuring();
  EXPECT_EQ(manifest(builder),
            "purchase [transaction_id] 400 personalise: fact skill,segment s\n"
            "fact budget measure: metric m\n"
            "fact skill personalise: segment s\n");
}

TEST(RuleNeeds, AreWhatSlotsKeep) {
  RuleSetBuilder builder;
  builder.set.slots = {{"home", "view_item", {"item_id"}}, {"basket", "cart", {"item_id"}}};
  builder.segment("s", "exists(view_item within 1d)");
  EXPECT_EQ(manifest(builder),
            "add_to_cart [item_id] 400 personalise: slot basket\n"
            "cart [item_id] 400 personalise: slot basket\n"
            "purchase [item_id,transaction_id] 400 personalise: slot basket\n"
            "remove_from_cart [item_id] 400 personalise: slot basket\n"
            "view_item [item_id] 400 personalise: segment s,slot home\n");
}

TEST(RuleNeeds, AreNothingForChildren) {
  RuleSetBuilder builder;
  builder.set.children = true;
  builder.set.slots = {{"home", "view_item", {"item_id"}}};
  EXPECT_EQ(manifest(builder), "");
}

}  // namespace
}  // namespace etalage::compile
