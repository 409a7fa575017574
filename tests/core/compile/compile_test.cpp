// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/compile.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "compile/findings.h"
#include "compile/parser.h"
#include "compile/rule_set_builder.h"

namespace etalage::compile {
namespace {

using rules::Op;
using rules::RuleKind;
using rules::Type;
using test::RuleSetBuilder;

// Rules with everything in them.
RuleSetBuilder shop() {
  RuleSetBuilder builder;
  builder.fact("skill", Type::text, {"beginner", "pro"}).fact("rooms", Type::list, {"bath"});
  builder.set.distributions.push_back({"orders", {5, 1, 3}});
  builder
      .metric("score",
              "points(5 when exists(purchase within 30d), 1 when stated.rooms contains 'bath') + "
              "cart.value / 2")
      .segment("handy",
               "fact.skill == 'pro' and confidence(inferred.skill) > 0.4 and metric.score > "
               "percentile('orders', 50)")
      .cases(RuleKind::inferred, "skill",
             {{"pro",
               "count(view_item where category under 'tools' and price between 5 and 50) > 3", 0.8},
              {"beginner", "true", 0.2}})
      .decision("stage", {{"new", "visit.number == 1", 1},
                          {"known", "segment.handy or now - last(purchase.time) < 30d", 1},
                          {"other", "not exists(search) and profile.age > 1d", 1}})
      .trigger("left", "sequence(add_to_cart where price > 5 then no purchase within 1d)")
      .filter("home",
              "in_stock and lower(brand) not in ['acme'] and decision.stage == 'new' or "
              "interest(brand, 'x') > 0.2 and strongest(category) == default(page.category, 'y')");
  return builder;
}

TEST(Compile, GivesNothingButDiagnosticsWhereSomethingIsWrong) {
  const auto compiled = compile(shop().segment("bad", "1 +").set);
  EXPECT_FALSE(compiled.ok());
  EXPECT_EQ(test::findings(compiled.diagnostics),
            "rule-syntax segment bad 1:4+1 the rule ends here | a value");
  EXPECT_TRUE(compiled.program.rules.empty());
  EXPECT_TRUE(compiled.program.code.empty());
  EXPECT_TRUE(compiled.manifest.events.empty());
  EXPECT_TRUE(compiled.explanations.sources.empty());
  EXPECT_TRUE(compiled.explanations.sentences.empty());
}

TEST(Compile, GivesEverythingWhereThereAreOnlyWarnings) {
  const auto compiled = compile(RuleSetBuilder().segment("s", "not exists(purchase)").set);
  EXPECT_TRUE(compiled.ok());
  EXPECT_EQ(compiled.diagnostics.size(), 1U);
  EXPECT_EQ(compiled.program.rules.size(), 1U);
}

TEST(Compile, GivesTheSameForTheSame) {
  const auto first = compile(shop().set), second = compile(shop().set);
  EXPECT_EQ(first.program.strings, second.program.strings);
  EXPECT_EQ(first.program.numbers, second.program.numbers);
  ASSERT_EQ(first.program.code.size(), second.program.code.size());
  for (std::size_t i = 0; i < first.program.code.size(); ++i) {
    EXPECT_EQ(first.program.code[i].op, second.program.code[i].op);
    EXPECT_EQ(first.program.code[i].b, second.program.code[i].b);
  }
}

TEST(Compile, JumpsForwardsAndNoFurtherThanItsRule) {
  const auto program = compile(shop().set).program;
  ASSERT_FALSE(program.rules.empty());
  for (const auto& rule : program.rules) {
    for (auto i = rule.code.begin; i < rule.code.end; ++i) {
      const auto& [op, a, b] = program.code[i];
      const bool skips = op == Op::skip_if_false || op == Op::skip_if_true;
      EXPECT_TRUE(!skips || i + b < rule.code.end);
      EXPECT_TRUE(op != Op::choose || (i + 1 + b == rule.code.end && a < rule.cases.size()));
    }
  }
}

TEST(Compile, KnowsOfEveryInstructionWhereItCameFrom) {
  const auto compiled = compile(shop().set);
  const auto& [program, manifest, explanations, measures, refused, diagnostics] = compiled;
  ASSERT_TRUE(compiled.ok()) << test::findings(diagnostics);
  ASSERT_EQ(explanations.spans.size(), program.code.size());
  ASSERT_EQ(explanations.sources.size(), program.rules.size());
  const auto text = [&](std::size_t rule, Op op) {
    const auto& code = program.rules[rule].code;
    for (auto i = code.begin; i < code.end; ++i) {
      const auto& span = explanations.spans[i];
      EXPECT_LE(span.begin, span.end);
      EXPECT_LE(span.end, explanations.sources[rule].size());
      if (program.code[i].op == op)
        return explanations.sources[rule].substr(span.begin, span.end - span.begin);
    }
    return std::string();
  };
  const auto rule = [&](const std::string& name) {
    for (std::size_t i = 0; i < program.rules.size(); ++i) {
      if (program.strings[program.rules[i].name] == name) return i;
    }
    return program.rules.size();
  };
  EXPECT_EQ(text(rule("handy"), Op::confidence), "confidence(inferred.skill)");
  EXPECT_EQ(text(rule("stage"), Op::rule), "segment.handy");
  EXPECT_EQ(text(rule("stage"), Op::less), "now - last(purchase.time) < 30d");
  EXPECT_EQ(explanations.sources[rule("stage")],
            "new: visit.number == 1\n"
            "known: segment.handy or now - last(purchase.time) < 30d\n"
            "other: not exists(search) and profile.age > 1d");
  EXPECT_EQ(explanations.sources[rule("left")],
            "sequence(add_to_cart where price > 5 then no purchase within 1d)");
}

TEST(Compile, CallsARuleByItsNameWhereItHasNoLabel) {
  auto builder = RuleSetBuilder().segment("s", "true");
  builder.set.rules[0].label[1] = "Iedereen";
  const auto program = compile(builder.set).program;
  EXPECT_EQ(program.strings[program.rules[0].label[0]], "s");
  EXPECT_EQ(program.strings[program.rules[0].label[1]], "Iedereen");
}

TEST(Compile, KeepsWhatARuleIsFor) {
  auto builder = RuleSetBuilder().trigger("t", "exists(search)").for_measuring();
  builder.set.rules[0].cap_count = 2;
  builder.set.rules[0].cap_window = 5;
  const auto rule = compile(builder.set).program.rules.at(0);
  EXPECT_EQ(rule.kind, RuleKind::trigger);
  EXPECT_EQ(rule.purpose, rules::Purpose::measure);
  EXPECT_EQ(rule.cap_count, 2U);
  EXPECT_EQ(rule.cap_window, 5);
}

TEST(Compile, RefusesARuleThatNeedsTooDeepAStack) {
  std::string nested = "cart.count";
  for (int i = 0; i < 62; ++i) nested = "cart.count - (" + nested + ")";
  EXPECT_TRUE(compile(RuleSetBuilder().metric("m", nested).set).ok());

  std::string deeper = "cart.count";
  for (int i = 0; i < 31; ++i) deeper = "cart.count - points(1 when cart.count > (" + deeper + "))";
  EXPECT_EQ(
      test::findings(compile(RuleSetBuilder().metric("m", deeper).set).diagnostics),
      "rule-limit metric m a rule that needs too many values at once | less nesting to the right");
}

TEST(Compile, RefusesRulesThatBecomeTooLarge) {
  // Each `in` asks its left side once for every number: four levels of it are 40^4 questions.
  std::string list = "0";
  for (int i = 1; i < 40; ++i) list += "," + std::to_string(i);
  const auto deep = [&](std::string rule) {
    for (int i = 0; i < 4; ++i) rule = "points(1 when " + rule + " in [" + list + "])";
    return rule;
  };
  const std::string expected =
      "rule-limit metric m rules that become too large a program | fewer or shorter rules";
  EXPECT_EQ(
      test::findings(compile(RuleSetBuilder().metric("m", deep("cart.count")).set).diagnostics),
      expected);
  const auto where = "count(view_item where " + deep("price") + " > 0)";
  EXPECT_EQ(test::findings(compile(RuleSetBuilder().metric("m", where).set).diagnostics), expected);
}

TEST(Compile, CompilesAThousandRulesAndRefusesMore) {
  RuleSetBuilder builder;
  for (int i = 0; i < 1000; ++i) {
    const auto number = std::to_string(i);
    builder.metric("m" + number, i == 0
                                     ? "count(purchase)"
                                     : "metric.m" + std::to_string(i - 1) +
                                           " + count(view_item where brand == 'b" + number + "')");
  }
  const auto compiled = compile(builder.set);
  EXPECT_TRUE(compiled.ok());
  EXPECT_EQ(compiled.program.rules.size(), 1000U);
  builder.segment("s", "true");
  EXPECT_EQ(test::findings(compile(builder.set).diagnostics),
            "rule-limit rules more rules than a pack can hold | at most 1000");
}

TEST(Compile, FindsACycleOfAThousandRules) {
  RuleSetBuilder builder;
  for (int i = 0; i < 1000; ++i)
    builder.metric("m" + std::to_string(i), "metric.m" + std::to_string((i + 1) % 1000));
  const auto compiled = compile(builder.set);
  ASSERT_EQ(compiled.diagnostics.size(), 1U);
  EXPECT_EQ(compiled.diagnostics[0].code, "rule-cycle");
}

TEST(Compile, SurvivesEveryBeginningOfARule) {
  for (const auto& source : shop().set.rules) {
    for (const auto& entry : source.cases) {
      for (std::size_t length = 0; length <= entry.expression.size(); ++length) {
        auto builder = shop();
        builder.segment("prefix", entry.expression.substr(0, length));
        const auto compiled = compile(builder.set);
        EXPECT_EQ(compiled.ok(), !compiled.program.rules.empty());
      }
    }
  }
}

TEST(Compile, SurvivesEveryByteInEveryPlace) {
  const std::string rule =
      "count(view_item where category under 'a > b' within 30d) >= 3 and fact.skill in ['pro']";
  for (std::size_t at = 0; at < rule.size(); ++at) {
    for (int byte = 0; byte < 256; byte += 31) {
      auto changed = rule;
      changed[at] = static_cast<char>(byte);
      auto builder = RuleSetBuilder().segment("s", changed);
      builder.fact("skill", Type::text, {"pro"});
      for (const auto& found : compile(builder.set).diagnostics) {
        EXPECT_FALSE(found.what.empty());
        EXPECT_GE(found.line, 1U);
      }
    }
  }
}

TEST(Compile, SurvivesTheLongestRule) {
  std::string rule = "page.type in ['a'";
  while (rule.size() < 9990) rule += ",'a'";
  EXPECT_TRUE(compile(RuleSetBuilder().segment("s", rule + "]").set).ok());
  std::string sum = "cart.count";
  for (int i = 0; i < 500; ++i) sum += " + cart.count";
  EXPECT_TRUE(compile(RuleSetBuilder().metric("m", sum).set).ok());
  std::string conditions = "exists(search)";
  for (int i = 0; i < 500; ++i) conditions += " and exists(search)";
  EXPECT_TRUE(compile(RuleSetBuilder().segment("s", conditions).set).ok());
}

TEST(Compile, SurvivesARetentionOfNothing) {
  RuleSetBuilder builder;
  builder.set.retention = 0;
  EXPECT_EQ(test::findings(compile(builder.set).diagnostics),
            "rule-window retention a retention of no length | at least 1m");
}

}  // namespace
}  // namespace etalage::compile
