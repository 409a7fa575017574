// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/parser.h"

#include <gtest/gtest.h>

#include "compile/tree_text.h"

namespace etalage::compile {
namespace {

std::string tree(std::string_view text) {
  const auto parsed = parse(text);
  return parsed ? test::tree_text(*parsed) : "! " + parsed.error().what;
}

// "begin-end what; expected": where an expression stops being one.
std::string error(std::string_view text) {
  const auto parsed = parse(text);
  if (parsed) return "none: " + test::tree_text(*parsed);
  const auto& problem = parsed.error();
  EXPECT_EQ(problem.code, "rule-syntax");
  return std::to_string(problem.span.begin) + "-" + std::to_string(problem.span.end) + " " +
         problem.what + (problem.expected.empty() ? "" : "; " + problem.expected);
}

TEST(Parser, BindsOrLooserThanAndLooserThanNotLooserThanComparisons) {
  EXPECT_EQ(tree("true or false and not now.hour > 1 + 2 * 3"),
            "(or true (and false (not (> now.hour (+ 1 (* 2 3))))))");
  EXPECT_EQ(tree("(true or false) and true"), "(and (or true false) true)");
  EXPECT_EQ(tree("not not true"), "(not (not true))");
  EXPECT_EQ(tree("not true and false"), "(and (not true) false)");
}

TEST(Parser, ReadsOperatorsOfOneStrengthFromTheLeft) {
  EXPECT_EQ(tree("8 - 4 - 2"), "(- (- 8 4) 2)");
  EXPECT_EQ(tree("8 / 4 * 2"), "(* (/ 8 4) 2)");
  EXPECT_EQ(tree("true and false and true"), "(and (and true false) true)");
  EXPECT_EQ(tree("- 2 * - 3"), "(* (- 2) (- 3))");
  EXPECT_EQ(tree("--2"), "(- (- 2))");
}

TEST(Parser, ReadsEveryComparison) {
  for (const std::string sign : {"==", "!=", "<", "<=", ">", ">="}) {
    EXPECT_EQ(tree("1 " + sign + " 2"), "(" + sign + " 1 2)");
  }
  EXPECT_EQ(tree("1 in [1, -2]"), "(in 1 1 -2)");
  EXPECT_EQ(tree("brand not in ['a', \"b\"]"), "(not in brand 'a' 'b')");
  EXPECT_EQ(tree("1 between 2 and 3 and true"), "(and (between 1 2 3) true)");
  EXPECT_EQ(tree("1 not between 2 + 1 and 3"), "(not between 1 (+ 2 1) 3)");
  EXPECT_EQ(tree("a contains 'x'"), "(contains a 'x')");
  EXPECT_EQ(tree("a contains any ['x', 'y']"), "(contains a 'x' 'y')");
  EXPECT_EQ(tree("a not contains all ['x', 'y']"), "(not contains all a 'x' 'y')");
  EXPECT_EQ(tree("a starts_with 'x'"), "(starts_with a 'x')");
  EXPECT_EQ(tree("a ends_with 'x'"), "(ends_with a 'x')");
  EXPECT_EQ(tree("a not under 'x > y'"), "(not under a 'x > y')");
  EXPECT_EQ(tree("lower(a) == 'x'"), "(== (lower a) 'x')");
}

TEST(Parser, ReadsAggregates) {
  EXPECT_EQ(tree("count(view_item)"), "(count view_item)");
  EXPECT_EQ(tree("sum(purchase.value within 1y)"), "(sum purchase.value within 525600m)");
  EXPECT_EQ(tree("distinct(view_item.brand where price > 5 and true within 2w)"),
            "(distinct view_item.brand within 20160m (and (> price 5) true))");
  for (const std::string name :
       {"count", "sum", "avg", "min", "max", "distinct", "first", "last", "exists", "days_since"}) {
    EXPECT_EQ(tree(name + "(purchase.value)"), "(" + name + " purchase.value)");
  }
}

TEST(Parser, ReadsSequences) {
  EXPECT_EQ(tree("sequence(search then view_item where price > 5 then purchase within 1h)"),
            "(sequence within 60m (search) (view_item (> price 5)) (purchase))");
  EXPECT_EQ(tree("sequence(add_to_cart then no purchase within 1d)"),
            "(sequence within 1440m (add_to_cart) (not purchase))");
}

TEST(Parser, ReadsCalls) {
  EXPECT_EQ(tree("known(stated.a)"), "(known stated.a)");
  EXPECT_EQ(tree("default(metric.a, 1)"), "(default metric.a 1)");
  EXPECT_EQ(tree("interest(category, 'garden')"), "(interest category 'garden')");
  EXPECT_EQ(tree("strongest(brand)"), "(strongest brand)");
  EXPECT_EQ(tree("confidence(inferred.a)"), "(confidence inferred.a)");
  EXPECT_EQ(tree("points(5 when true, -1.5 when false)"), "(points 5 true -1.5 false)");
  EXPECT_EQ(tree("percentile('orders', 90)"), "(percentile 'orders' 90)");
}

TEST(Parser, ReadsReferencesAndHyphensBehindADot) {
  EXPECT_EQ(tree("segment.diy-starter"), "segment.diy-starter");
  EXPECT_EQ(tree("metric.a-1"), "metric.a-1");
  EXPECT_EQ(tree("metric.a - 1"), "(- metric.a 1)");
  EXPECT_EQ(tree("metric.a -1"), "(- metric.a 1)");
  EXPECT_EQ(tree("price-1"), "(- price 1)");
  EXPECT_EQ(tree("now - 1d"), "(- now 1440m)");
  EXPECT_EQ(tree("now.weekday"), "now.weekday");
}

TEST(Parser, TakesNamesOfFunctionsForFieldsWhereNothingIsCalled) {
  EXPECT_EQ(tree("count(view_item where count > 1)"), "(count view_item (> count 1))");
  EXPECT_EQ(tree("count(no)"), "(count no)");
}

TEST(Parser, PassesOverCommentsAndLines) {
  EXPECT_EQ(tree("# first\n1 # one\n  + 2\r\n\t# end"), "(+ 1 2)");
}

TEST(Parser, KnowsWhereEverythingStands) {
  const auto parsed = parse("1 + count( view_itm.price  within 30d )");
  ASSERT_TRUE(parsed.has_value());
  const auto& node = parsed->children[1];
  const auto is = [](rules::Span span, std::uint32_t begin, std::uint32_t end) {
    return span.begin == begin && span.end == end;
  };
  EXPECT_TRUE(is(parsed->span, 0, 39));
  EXPECT_TRUE(is(node.span, 4, 39));
  EXPECT_TRUE(is(node.event_span, 11, 19));
  EXPECT_TRUE(is(node.text_span, 20, 25));
  EXPECT_TRUE(is(node.number_span, 34, 37));
  EXPECT_TRUE(is(parse("((1))")->span, 0, 5));
}

TEST(Parser, SaysWhereARuleStopsBeingOne) {
  EXPECT_EQ(error(""), "0-0 the rule ends here; a value");
  EXPECT_EQ(error("1 +"), "3-3 the rule ends here; a value");
  EXPECT_EQ(error("1 2"), "2-3 unexpected number; and, or, or the end of the rule");
  EXPECT_EQ(error("(1"), "2-2 the rule ends here; \")\"");
  EXPECT_EQ(error("1)"), "1-2 unexpected \")\"; and, or, or the end of the rule");
  EXPECT_EQ(error("and"), "0-3 unexpected \"and\"; a value");
  EXPECT_EQ(error("1 < 2 < 3"), "6-7 unexpected \"<\"; and, or, or the end of the rule");
  EXPECT_EQ(error("1 not 2"),
            "6-7 unexpected number; in, between, contains, starts_with, ends_with or under");
  EXPECT_EQ(error("1 between 2 or 3"), "12-14 unexpected \"or\"; and");
  EXPECT_EQ(error("1 in 2"), "5-6 unexpected number; \"[\"");
  EXPECT_EQ(error("1 in []"), "6-7 unexpected \"]\"; a text in quotes or a number");
  EXPECT_EQ(error("1 in [1"), "7-7 the rule ends here; \",\" or \"]\"");
  EXPECT_EQ(error("1 in [-'a']"), "7-10 unexpected text; a number");
  EXPECT_EQ(error("a contains any [1]"), "16-17 unexpected number; a text in quotes");
  EXPECT_EQ(error("a under page.category"), "8-12 unexpected \"page\"; a text in quotes");
  EXPECT_EQ(error("stated.1"), "7-8 unexpected number; a name");
  EXPECT_EQ(error("foo.bar").substr(0, 37), "0-3 unknown word \"foo\" before a dot; ");
  EXPECT_EQ(error("cuont(purchase)").substr(0, 30), "0-5 unknown function \"cuont\"; ");
  EXPECT_EQ(parse("cuont(purchase)").error().hint, "did you mean \"count\"?");
}

TEST(Parser, SaysWhatACallLacks) {
  EXPECT_EQ(error("count()"), "6-7 unexpected \")\"; the name of an event");
  EXPECT_EQ(error("count(a.)"), "8-9 unexpected \")\"; the name of a field");
  EXPECT_EQ(error("count(a b)"), "8-9 unexpected \"b\"; \".\" and a field, where, within or \")\"");
  EXPECT_EQ(error("count(a.b c)"), "10-11 unexpected \"c\"; where, within or \")\"");
  EXPECT_EQ(error("count(a within 3)"), "15-16 unexpected number; a duration (30d)");
  EXPECT_EQ(error("count(a within 0d)"), "15-17 a window of no length; at least 1m");
  EXPECT_EQ(error("count(a within 3d where true)"), "18-23 unexpected \"where\"; \")\"");
  EXPECT_EQ(error("count(a where true 1)"), "19-20 unexpected number; and, or, within or \")\"");
  EXPECT_EQ(error("sequence(a)"), "10-11 unexpected \")\"; then and a second event");
  EXPECT_EQ(error("sequence(a then no b)"),
            "20-21 unexpected \")\"; within and a duration: how long nothing must have followed");
  EXPECT_EQ(error("sequence(a then no b then c within 1d)"),
            "16-20 \"no\" before a step that is not the last; it before the last step only");
  EXPECT_EQ(error("sequence(a then b 1)"), "18-19 unexpected number; then, within or \")\"");
  EXPECT_EQ(error("interest(category 'a')"), "18-21 unexpected text; \",\"");
  EXPECT_EQ(error("interest(category, 1)"), "19-20 unexpected number; a text in quotes");
  EXPECT_EQ(error("confidence(stated.a)"),
            "11-17 unexpected \"stated\"; inferred. or observed. and the name of a fact");
  EXPECT_EQ(error("points(a when true)"), "7-8 unexpected \"a\"; a number");
  EXPECT_EQ(error("points(1, true)"), "8-9 unexpected \",\"; when");
  EXPECT_EQ(error("points(1 when true 2)"), "19-20 unexpected number; and, or, \",\" or \")\"");
  EXPECT_EQ(error("percentile('a', 101)"), "16-19 a percentile above 100; a number from 0 to 100");
  EXPECT_EQ(error("known(1"), "7-7 the rule ends here; \")\"");
  EXPECT_EQ(error("default(1)"), "9-10 unexpected \")\"; \",\"");
}

TEST(Parser, SaysWhatToWriteInsteadOfForeignSigns) {
  EXPECT_EQ(error("true && true"), "5-7 unknown sign \"&&\"; and");
  EXPECT_EQ(error("true || true"), "5-7 unknown sign \"||\"; or");
  EXPECT_EQ(error("!true"), "0-1 unknown sign \"!\"; not");
  EXPECT_EQ(error("1 = 2"), "2-3 unknown sign \"=\"; ==");
  EXPECT_EQ(error("1 === 2"), "2-5 unknown sign \"===\"; ==");
  EXPECT_EQ(error("1 <> 2"), "2-4 unknown sign \"<>\"; !=");
  EXPECT_EQ(error("1 \u2265 2"), "2-5 unknown sign \"\u2265\"");
}

TEST(Parser, ReportsTheFirstProblemOnly) {
  EXPECT_EQ(error("1 2 'open"), "2-3 unexpected number; and, or, or the end of the rule");
}

TEST(Parser, RefusesWhatIsNestedTooDeeplyOrTooLong) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "1" + std::string(depth, ')');
  };
  EXPECT_EQ(tree(nested(63)), "1");
  EXPECT_EQ(error(nested(64)), "64-65 nested too deeply; at most 64 levels");
  EXPECT_EQ(error(std::string(9000, '(')), "64-65 nested too deeply; at most 64 levels");
  EXPECT_EQ(error(std::string(9000, '-')), "64-65 nested too deeply; at most 64 levels");
  std::string nots;
  for (int i = 0; i < 2000; ++i) nots += "not ";
  EXPECT_EQ(error(nots).substr(0, 30), "256-259 nested too deeply; at ");

  std::string sum = "1";
  for (int i = 0; i < 500; ++i) sum += "+1";
  EXPECT_TRUE(parse(sum).has_value());
  EXPECT_EQ(error(sum + "+1"), "1001-1002 too many operators in one rule; at most 500");

  const auto padded = [](std::size_t characters) { return "1" + std::string(characters - 1, ' '); };
  EXPECT_EQ(tree(padded(10'000)), "1");
  EXPECT_EQ(error(padded(10'001)), "0-1 a rule that is too long; at most 10000 characters");
}

TEST(Parser, RefusesWhatIsNoUtf8) {
  EXPECT_EQ(error("'a\xff'"), "2-3 a byte that is no UTF-8; UTF-8");
  EXPECT_EQ(error("'\xc3'"), "1-2 a byte that is no UTF-8; UTF-8");
  EXPECT_EQ(error("'\xc0\xaf'"), "1-2 a byte that is no UTF-8; UTF-8");
  EXPECT_EQ(error("'\xed\xa0\x80'"), "1-2 a byte that is no UTF-8; UTF-8");
  EXPECT_EQ(error("'\xf4\x90\x80\x80'"), "1-2 a byte that is no UTF-8; UTF-8");
  EXPECT_EQ(tree("'\u00e9\u20ac\U0001f600'"), "'\u00e9\u20ac\U0001f600'");
  EXPECT_EQ(error(std::string_view("1\0", 2)).substr(0, 3), "1-2");
}

}  // namespace
}  // namespace etalage::compile
