// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/emitter.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "compile/compile.h"
#include "compile/disassembly.h"
#include "compile/rule_set_builder.h"

namespace etalage::compile {
namespace {

using rules::Function;
using rules::Program;
using rules::RuleKind;
using rules::Type;
using test::RuleSetBuilder;

RuleSetBuilder shop() {
  RuleSetBuilder builder;
  builder.fact("skill", Type::text, {"beginner", "handy", "pro"})
      .fact("budget", Type::number)
      .fact("newsletter", Type::boolean)
      .fact("rooms", Type::list, {"bath", "garden"});
  builder.set.distributions.push_back({"orders", {5, 1, 3, 2, 4}});
  builder.set.attributes.push_back({"colour", Type::text});
  return builder;
}

Program program_of(const RuleSetBuilder& builder) {
  auto compiled = compile(builder.set);
  for (const auto& diagnostic : compiled.diagnostics) {
    if (!diagnostic.warning)
      ADD_FAILURE() << diagnostic.code << ": " << diagnostic.what << " | " << diagnostic.source;
  }
  return std::move(compiled.program);
}

std::string code_of(const Program& program, std::size_t rule) {
  return rule < program.rules.size() ? test::disassembly(program, program.rules[rule].code) : "";
}

// The code of a rule set's last rule.
std::string last_code(const RuleSetBuilder& builder) {
  const auto program = program_of(builder);
  return code_of(program, program.rules.size() - 1);
}
std::string segment(std::string expression) {
  return last_code(shop().segment("s", std::move(expression)));
}
std::string metric(std::string expression) {
  return last_code(shop().metric("m", std::move(expression)));
}

// The code of the `where` of a rule's only aggregate.
std::string where(const std::string& condition) {
  const auto program = program_of(shop().segment("s", "exists(view_item where " + condition + ")"));
  if (program.aggregates.empty()) return "";
  return test::disassembly(program, program.aggregates[0].selection.where);
}

TEST(Emitter, FoldsWhatIsTheSameForEveryShopper) {
  EXPECT_EQ(metric("1 + 2 * 3 - 4 / 8"), "number 6.5");
  EXPECT_EQ(metric("2 * 1d / 1h"), "number 48");
  EXPECT_EQ(metric("(2026-01-02 - 2026-01-01) / 1d"), "number 1");
  EXPECT_EQ(metric("1 / 0"), "missing");
  EXPECT_EQ(metric("default(1 / 0, 7)"), "number 7");
  EXPECT_EQ(metric("percentile(\"orders\", 50)"), "number 3");
}

TEST(Emitter, PutsOperandsBeforeTheirOperator) {
  EXPECT_EQ(metric("count(purchase) - 2 * cart.count"),
            "aggregate 0; number 2; aggregate 1; multiply; subtract");
  EXPECT_EQ(metric("-count(purchase)"), "aggregate 0; negate");
}

TEST(Emitter, SkipsTheSecondOperandOfAndAndOr) {
  EXPECT_EQ(segment("exists(purchase) and exists(cart)"),
            "aggregate 0; skip_if_false 2; aggregate 1; both");
  EXPECT_EQ(segment("exists(purchase) or now.hour > 6 or exists(cart)"),
            "aggregate 0; skip_if_true 4; context 2; number 6; greater; either; "
            "skip_if_true 2; aggregate 1; either");
}

TEST(Emitter, TakesABooleanThatMayBeMissingForFalseWhereOneIsNeeded) {
  EXPECT_EQ(segment("stated.newsletter"), "stated newsletter; truth");
  EXPECT_EQ(segment("not stated.newsletter"), "stated newsletter; truth; negation");
  EXPECT_EQ(segment("stated.newsletter == false"), "stated newsletter; boolean false; equal");
  EXPECT_EQ(segment("default(stated.newsletter, true)"),
            "stated newsletter; boolean true; otherwise");
  EXPECT_EQ(segment("known(stated.newsletter)"), "stated newsletter; known");
}

TEST(Emitter, ComparesTextsByTests) {
  EXPECT_EQ(where("brand == \"Acme\""), "field brand; test equals 'Acme'");
  EXPECT_EQ(where("\"Acme\" == brand"), "field brand; test equals 'Acme'");
  EXPECT_EQ(where("brand != \"Acme\""), "field brand; text 'Acme'; not_equal");
  EXPECT_EQ(where("lower(brand) == 'acme'"), "field brand; test lower equals 'acme'");
  EXPECT_EQ(where("lower(brand) != 'acme'"),
            "field brand; test lower equals 'acme'; negation; field brand; known; both");
  EXPECT_EQ(where("brand in ['a', 'b']"), "field brand; test one_of 'a' 'b'");
  EXPECT_EQ(where("brand not in ['a', 'b']"),
            "field brand; test one_of 'a' 'b'; negation; field brand; known; both");
  EXPECT_EQ(where("category under 'a > b'"), "field category; test under 'a > b'");
  EXPECT_EQ(where("item_name starts_with 'a'"), "field item_name; test starts_with 'a'");
  EXPECT_EQ(where("item_name ends_with 'a'"), "field item_name; test ends_with 'a'");
  EXPECT_EQ(where("item_name contains any ['a', 'b']"), "field item_name; test contains 'a' 'b'");
  EXPECT_EQ(where("item_name contains all ['a', 'b']"),
            "field item_name; test contains 'a'; field item_name; test contains 'b'; both");
  EXPECT_EQ(where("brand == colour"), "field brand; field colour; equal");
}

TEST(Emitter, AsksAWrittenTextLikeAnyOther) {
  EXPECT_EQ(segment("'abc' contains 'b'"), "text 'abc'; test contains 'b'");
  EXPECT_EQ(segment("'abc' not in ['b']"), "text 'abc'; test equals 'b'; negation");
  EXPECT_EQ(segment("'a' != page.type"), "text 'a'; context 7; not_equal");
}

TEST(Emitter, ComparesNumbersWithLists) {
  EXPECT_EQ(segment("now.weekday in [6, 7]"),
            "context 3; number 6; equal; context 3; number 7; equal; either");
  EXPECT_EQ(segment("now.weekday not in [6, 7]"),
            "context 3; number 6; not_equal; context 3; number 7; not_equal; both");
}

TEST(Emitter, LetsANegatedComparisonHoldOnlyOfWhatIsKnown) {
  EXPECT_EQ(segment("now.hour not between 9 and 17"),
            "context 2; number 9; number 17; between; negation");
  EXPECT_EQ(segment("stated.budget not between 9 and 17"),
            "stated budget; number 9; number 17; between; negation; stated budget; known; both");
}

TEST(Emitter, LooksIntoLists) {
  EXPECT_EQ(segment("stated.rooms contains 'bath'"), "holds rooms 'bath'");
  EXPECT_EQ(segment("stated.rooms contains all ['bath', 'garden']"),
            "holds rooms 'bath'; holds rooms 'garden'; both");
  EXPECT_EQ(
      segment("fact.rooms not contains any ['bath', 'garden']"),
      "holds rooms 'bath'; holds rooms 'garden'; either; negation; stated rooms; known; both");
  EXPECT_EQ(segment("known(stated.rooms)"), "stated rooms; known");
}

TEST(Emitter, AddsPointsUp) {
  EXPECT_EQ(metric("points(5 when exists(purchase), -2 when stated.newsletter)"),
            "number 5; aggregate 0; points; number -2; stated newsletter; truth; points; add");
}

TEST(Emitter, SpellsOutWhatIsShort) {
  const auto program = program_of(shop().metric("m", "cart.value + cart.count + cart.quantity"));
  EXPECT_EQ(code_of(program, 0), "aggregate 0; aggregate 1; add; aggregate 2; add");
  for (const auto& aggregate : program.aggregates) {
    EXPECT_EQ(aggregate.selection.event, rules::kCart);
    EXPECT_EQ(aggregate.window, 0);
  }
  EXPECT_EQ(program.fields[program.aggregates[0].field], "revenue");
  EXPECT_EQ(segment("visit.duration > 5m"),
            "context 1; aggregate 0; subtract; number 300000; greater");
  EXPECT_EQ(segment("visit.channel == 'email'"), "aggregate 0; test equals 'email'");
}

TEST(Emitter, ReadsAFactByTier) {
  auto builder = shop();
  builder.cases(RuleKind::observed, "skill", {{"pro", "count(purchase) > 9", 1}});
  builder.cases(RuleKind::inferred, "skill", {{"handy", "count(view_item) > 9", 0.5}});
  builder.inferred("spender", "exists(purchase)");
  EXPECT_EQ(last_code(builder.segment("s", "fact.skill == 'pro'")),
            "stated skill; rule skill; otherwise; rule skill; otherwise; test equals 'pro'");
  EXPECT_EQ(last_code(builder.segment("t", "observed.skill == 'pro'")),
            "rule skill; test equals 'pro'");
  EXPECT_EQ(last_code(builder.segment("u", "fact.spender")), "rule spender; truth");
  EXPECT_EQ(last_code(builder.segment("v", "confidence(inferred.skill) > 0.4")),
            "confidence skill; number 0.4; greater");
  EXPECT_EQ(last_code(builder.metric("w", "confidence(inferred.spender)")), "confidence spender");
}

TEST(Emitter, ChoosesTheFirstCaseThatHolds) {
  const auto program = program_of(
      shop().decision("stage", {{"loyal", "count(purchase) > 2", 1}, {"new", "true", 1}}));
  EXPECT_EQ(code_of(program, 0),
            "aggregate 0; number 2; greater; choose 0 3; boolean true; choose 1 1; missing");
  ASSERT_EQ(program.rules[0].cases.size(), 2U);
  EXPECT_EQ(program.strings[program.cases[program.rules[0].cases.begin].value], "loyal");
  EXPECT_EQ(program.rules[0].type, Type::text);
}

TEST(Emitter, PutsARuleBehindThoseItUsesAndElseAsTheyWere) {
  const auto program = program_of(shop()
                                      .segment("a", "metric.c > 1 and segment.b")
                                      .segment("b", "exists(purchase)")
                                      .metric("c", "count(purchase)")
                                      .segment("d", "exists(cart)"));
  std::string names;
  for (const auto& rule : program.rules) names += program.strings[rule.name];
  EXPECT_EQ(names, "bcad");
  EXPECT_EQ(code_of(program, 2), "rule c; number 1; greater; skip_if_false 2; rule b; both");
}

TEST(Emitter, SharesEqualAggregatesConditionsAndTexts) {
  const auto program = program_of(
      shop()
          .segment("a", "count(view_item where category under 'tools' within 30d) > 3")
          .segment("b", "count( view_item  where category under \"tools\" within 30d) > 5")
          .segment("c", "exists(purchase where category under 'tools')")
          .segment("d", "sequence(view_item where category under 'tools' then purchase within 1d)")
          .segment("e",
                   "sequence(view_item where category under 'tools' then purchase within 1d)"));
  ASSERT_EQ(program.aggregates.size(), 2U);
  EXPECT_EQ(program.aggregates[0].window, 30 * test::kRuleDay);
  EXPECT_EQ(program.aggregates[1].window, 400 * test::kRuleDay);
  EXPECT_EQ(program.aggregates[0].selection.where.begin,
            program.aggregates[1].selection.where.begin);
  ASSERT_EQ(program.sequences.size(), 1U);
  EXPECT_EQ(program.sequences[0].steps.size(), 2U);
  EXPECT_EQ(program.tests.size(), 1U);
  EXPECT_EQ(std::count(program.strings.begin(), program.strings.end(), "tools"), 1);
}

TEST(Emitter, NamesWhatAWhereDemands) {
  const auto guard = [](const std::string& condition) -> std::string {
    const auto program =
        program_of(shop().segment("s", "exists(view_item where " + condition + ")"));
    const auto& selection = program.aggregates.at(0).selection;
    if (selection.guard_field == rules::kNone) return "";
    const auto& test = program.tests[selection.guard_test];
    return program.fields[selection.guard_field] + " " +
           program.strings[program.lists[test.strings.begin]];
  };
  EXPECT_EQ(guard("price > 5 and category under 'tools'"), "category tools");
  EXPECT_EQ(guard("category under 'tools' and brand == 'a'"), "brand a");
  EXPECT_EQ(guard("category contains all ['b', 'c']"), "category b");
  EXPECT_EQ(guard("category under 'tools' or brand == 'a'"), "");
  EXPECT_EQ(guard("not (brand == 'a')"), "");
  EXPECT_EQ(guard("brand != 'a' and brand not in ['b']"), "");
}

TEST(Emitter, MarksTheAbsentLastStep) {
  const auto program =
      program_of(shop().trigger("left", "sequence(add_to_cart then no purchase within 1d)"));
  ASSERT_EQ(program.sequences.size(), 1U);
  EXPECT_TRUE(program.sequences[0].last_is_absent);
  EXPECT_EQ(program.sequences[0].within, test::kRuleDay);
}

TEST(Emitter, ReadsProductsInAFilter) {
  EXPECT_EQ(
      last_code(shop().filter("home", "in_stock and colour == 'red' and price < stated.budget")),
      "field in_stock; truth; skip_if_false 3; field colour; test equals 'red'; both; "
      "skip_if_false 4; field price; stated budget; less; both");
}

}  // namespace
}  // namespace etalage::compile
