// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/lint.h"

#include <gtest/gtest.h>

#include "compile/findings.h"
#include "compile/rule_set_builder.h"

namespace etalage::compile {
namespace {

using rules::Type;
using test::RuleSetBuilder;

std::string found(const RuleSetBuilder& builder) {
  return test::findings(check(builder.set).diagnostics);
}

std::string segment(std::string expression) {
  return found(RuleSetBuilder().segment("s", std::move(expression)));
}

// The cases of a decision, whose values are a, b, c, ...
std::string cases(const std::vector<std::string>& conditions) {
  RuleSetBuilder builder;
  builder.fact("budget", Type::number).metric("m", "count(purchase)");
  std::vector<CaseSource> list;
  for (const auto& condition : conditions) {
    list.push_back({std::string(1, static_cast<char>('a' + list.size())), condition, 1});
  }
  return found(builder.decision("d", std::move(list)));
}

std::string implied(int length, const std::string& earlier) {
  return "rule-unreachable decision d[1] 1:1+" + std::to_string(length) + " wherever this holds, " +
         earlier + " before it does | a case that can be the first to hold";
}

TEST(Lint, FindsNothingWrongWithCasesThatCanAllBeReached) {
  EXPECT_EQ(cases({"metric.m > 500", "metric.m > 100", "true"}), "");
  EXPECT_EQ(cases({"metric.m > 5 and exists(search)", "metric.m > 5"}), "");
  EXPECT_EQ(cases({"metric.m > 5", "count(search) > 5", "metric.m < 3"}), "");
  EXPECT_EQ(cases({"metric.m >= 5", "metric.m > 4"}), "");
  EXPECT_EQ(cases({"metric.m > 5", "metric.m >= 5"}), "");
  EXPECT_EQ(cases({"page.type == 'a'", "page.type in ['a', 'b']"}), "");
  EXPECT_EQ(cases({"page.category under 'a > b'", "page.category under 'a'"}), "");
  EXPECT_EQ(cases({"metric.m not between 1 and 5", "metric.m > 7"}), "");
  EXPECT_EQ(cases({"page.type != 'a'", "page.type != 'b'"}), "");
}

TEST(Lint, FindsACaseBehindOneThatAlwaysHolds) {
  EXPECT_EQ(cases({"true", "metric.m > 5"}),
            "rule-unreachable decision d[1] 1:1+12 case 1 (a) before it always holds | a case that "
            "can be the first to hold");
  EXPECT_NE(cases({"2 > 1", "metric.m > 5"}).find("rule-unreachable decision d[1]"),
            std::string::npos);
}

TEST(Lint, FindsACaseThatNeverHolds) {
  EXPECT_EQ(cases({"false", "true"}),
            "rule-unreachable decision d[0] 1:1+5 a case that never holds | a case that can be the "
            "first to hold");
}

TEST(Lint, FindsACaseThatSaysWhatAnEarlierOneSaid) {
  EXPECT_EQ(cases({"metric.m > 5", "metric.m>5"}), implied(10, "case 1 (a)"));
  EXPECT_EQ(cases({"exists(search)", "exists( search )", "true"}), implied(16, "case 1 (a)"));
}

TEST(Lint, FindsACaseThatAnEarlierOneImplies) {
  EXPECT_EQ(cases({"metric.m > 100", "metric.m > 500 and exists(search)"}),
            implied(33, "case 1 (a)"));
  EXPECT_EQ(cases({"metric.m >= 5", "metric.m > 5"}), implied(12, "case 1 (a)"));
  EXPECT_EQ(cases({"100 < metric.m", "metric.m == 500"}), implied(15, "case 1 (a)"));
  EXPECT_EQ(cases({"metric.m between 1 and 9", "metric.m in [2, 3]"}), implied(18, "case 1 (a)"));
  EXPECT_EQ(cases({"metric.m < 9", "metric.m between 1 and 5"}), implied(24, "case 1 (a)"));
  EXPECT_EQ(cases({"page.type in ['a', 'b']", "page.type == 'b'"}), implied(16, "case 1 (a)"));
  EXPECT_EQ(cases({"page.category under 'a'", "page.category under 'a > b'"}),
            implied(27, "case 1 (a)"));
  EXPECT_EQ(cases({"page.query contains 'a'", "page.query == 'bar'"}), implied(19, "case 1 (a)"));
  EXPECT_EQ(cases({"exists(search) or metric.m > 1", "metric.m > 3"}), implied(12, "case 1 (a)"));
  EXPECT_EQ(cases({"metric.m > 1", "metric.m > 3 or metric.m == 2"}), implied(29, "case 1 (a)"));
  EXPECT_EQ(cases({"exists(search) and metric.m > 1",
                   "metric.m > 3 and page.type == 'a' and exists(search)"}),
            implied(52, "case 1 (a)"));
}

TEST(Lint, WarnsOfConditionsThatAreTheSameForEverybody) {
  const std::string always = " a condition that always holds",
                    never = " a condition that never holds";
  const std::string begin = "warning rule-constant segment s ";
  EXPECT_EQ(segment("1 < 2"), begin + "1:1+5" + always);
  EXPECT_EQ(segment("exists(search) and true"), begin + "1:20+4" + always);
  EXPECT_EQ(segment("exists(search) or not false"), begin + "1:19+9" + always);
  EXPECT_EQ(segment("count(search) >= 0"), begin + "1:1+18" + always);
  EXPECT_EQ(segment("count(search) < 0"), begin + "1:1+17" + never);
  EXPECT_EQ(segment("now.hour == 24"), begin + "1:1+14" + never);
  EXPECT_EQ(segment("now.weekday in [0, 8]"), begin + "1:1+21" + never);
  EXPECT_EQ(segment("now.month between 13 and 14"), begin + "1:1+27" + never);
  EXPECT_EQ(segment("cart.value between 3 and 1"), begin + "1:1+26" + never);
  EXPECT_EQ(segment("interest(brand, 'a') > 1"), begin + "1:1+24" + never);
  EXPECT_EQ(segment("days_since(purchase) < 0"), begin + "1:1+24" + never);
  EXPECT_EQ(segment("'a' == 'b'"), begin + "1:1+10" + never);
  EXPECT_EQ(segment("exists(view_item where 1 == 1)"), begin + "1:24+6" + always);
}

TEST(Lint, KnowsThatOfAMissingValueNothingHolds) {
  EXPECT_EQ(segment("days_since(purchase) >= 0"), "");
  EXPECT_EQ(segment("interest(brand, 'a') >= 0"), "");
}

TEST(Lint, AcceptsARuleThatIsJustTrue) {
  EXPECT_EQ(segment("true"), "");
  EXPECT_EQ(cases({"metric.m > 3", "true"}), "");
  EXPECT_EQ(found(RuleSetBuilder().metric("m", "points(5 when true, 1 when exists(search))")), "");
}

TEST(Lint, WarnsOfAnAbsenceThatAForgottenShopperHasToo) {
  const auto absence = [](int begin, int length) {
    return "warning rule-absence segment s 1:" + std::to_string(begin) + "+" +
           std::to_string(length) +
           " also true for a shopper who was forgotten | profile.age asked beside it | and "
           "profile.age > 30d";
  };
  EXPECT_EQ(segment("not exists(purchase)"), absence(5, 16));
  EXPECT_EQ(segment("exists(search) and not (exists(share) or exists(purchase))"), absence(25, 13));
  EXPECT_EQ(segment("count(purchase) == 0"), absence(1, 20));
  EXPECT_EQ(segment("count(purchase) < 1"), absence(1, 19));
  EXPECT_EQ(segment("not (count(purchase) > 0)"), absence(5, 21));
  EXPECT_EQ(segment("not sequence(search then purchase)"), absence(5, 30));
}

TEST(Lint, DoesNotWarnWhereTheAgeIsAskedOrNothingIsAbsent) {
  EXPECT_EQ(segment("not exists(purchase) and profile.age > 30d"), "");
  EXPECT_EQ(segment("exists(purchase) and count(search) < 3"), "");
  EXPECT_EQ(segment("not not exists(purchase)"), "");
  EXPECT_EQ(segment("not exists(cart)"), "");
  EXPECT_EQ(segment("sequence(add_to_cart then no purchase within 1d)"), "");
  EXPECT_EQ(found(RuleSetBuilder()
                      .segment("old", "profile.age > 30d")
                      .segment("middle", "segment.old")
                      .segment("s", "segment.middle and not exists(purchase)")),
            "");
}

}  // namespace
}  // namespace etalage::compile
