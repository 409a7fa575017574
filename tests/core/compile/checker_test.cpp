// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/checker.h"

#include <gtest/gtest.h>

#include "compile/findings.h"
#include "compile/rule_set_builder.h"

namespace etalage::compile {
namespace {

using rules::RuleKind;
using rules::Type;
using test::RuleSetBuilder;

RuleSetBuilder shop() {
  RuleSetBuilder builder;
  builder.fact("skill", Type::text, {"beginner", "handy", "pro"})
      .fact("city", Type::text)
      .fact("budget", Type::number)
      .fact("newsletter", Type::boolean)
      .fact("rooms", Type::list, {"bath", "garden"});
  builder.set.attributes = {{"colour", Type::text}, {"watt", Type::number}};
  builder.set.events = {{"workshop", {{"topic", Type::text}, {"seats", Type::number}}}};
  builder.set.distributions.push_back({"orders", {5, 1, 3, 2, 4}});
  return builder;
}

std::string found(const RuleSetBuilder& builder) {
  return test::findings(check(builder.set).diagnostics);
}

// What is found in one segment (metric) of that expression, without the words that are the same everywhere.
std::string cut(std::string text, const std::string& words) {
  return text.starts_with(words) ? text.substr(words.size()) : text;
}
std::string segment(std::string expression) {
  return cut(found(shop().segment("s", std::move(expression))), "rule-type segment s ");
}
std::string metric(std::string expression) {
  return cut(found(shop().metric("m", std::move(expression))), "rule-type metric m ");
}
std::string where(const std::string& condition) {
  return segment("exists(view_item where " + condition + ")");
}

TEST(Checker, AcceptsEveryConstruct) {
  for (const std::string expression :
       {"count(view_item where category under 'tools' within 30d) >= 3",
        "days_since(purchase) between 20 and 40",
        "sum(purchase.value within 365d) / count(purchase within 365d) > 80",
        "sequence(add_to_cart then no purchase within 1d)",
        "interest(category, 'garden') > 0.4",
        "page.type == 'product' and visit.channel == 'email' and cart.value >= 50",
        "stated.rooms contains any ['bath', 'garden']",
        "now - last(purchase.time) < 30d",
        "now > 2026-01-01",
        "now.hour between 9 and 17 and now.weekday in [6, 7]",
        "first(view_item.brand) == 'Acme' or strongest(brand) == 'Acme'",
        "default(stated.budget, 100) > percentile('orders', 90)",
        "2 * profile.age > 1d / 2 + 1h",
        "profile.age / 1h > 3",
        "visit.duration > 5m and visit.number == 1",
        "profile.age > 30d",
        "lower(page.query) contains 'saw'",
        "exists(workshop where topic == 'tiles' and seats > 2)",
        "exists(view_item where colour == 'red' and watt > 500)",
        "avg(view_item.watt) > 3 and distinct(view_item.colour) > 2",
        "exists(cart where price > 5) and min(cart.price) > 1",
        "points(1 when stated.newsletter, 2 when true) > 2",
        "stated.newsletter == false or not stated.newsletter",
        "exists(purchase where time > 2026-01-01)",
        "exists(purchase where known(coupon) and -price < 3)"}) {
    EXPECT_EQ(segment(expression), "") << expression;
  }
}

TEST(Checker, RefusesArithmeticThatHasNoMeaning) {
  EXPECT_EQ(metric("1 + 'a'"),
            "1:1+7 a number + a text | two numbers, two durations, or a time and a duration");
  EXPECT_EQ(segment("now + now > now"),
            "1:1+9 a time + a time | two numbers, two durations, or a time and a duration");
  EXPECT_EQ(segment("1d - now > now"),
            "1:1+8 a duration - a time | two numbers, two durations, or a time and a duration");
  EXPECT_EQ(segment("1d * 1d > 1d"),
            "1:1+7 a duration * a duration | two numbers, or a duration and a number");
  EXPECT_EQ(segment("1 / 1d > 1"),
            "1:1+6 a number / a duration | two numbers, or a duration and a number");
  EXPECT_EQ(metric("-true"), "1:2+4 a minus before true or false | a number or a duration");
  EXPECT_EQ(segment("now + 1d > 2026-01-01 and 1d + now > now and 3 * 1d > 1d and now - 1d < now "
                    "and now - now > 1d"),
            "warning rule-constant segment s 1:46+11 a condition that always holds");
}

TEST(Checker, RefusesToCompareDifferentTypes) {
  EXPECT_EQ(segment("count(purchase) == '3'"),
            "1:1+22 a number and a text compared | two of the same type");
  EXPECT_EQ(segment("profile.age > 30"),
            "1:1+16 a duration and a number compared | two of the same type");
  EXPECT_EQ(segment("stated.city < 'b'"),
            "1:1+17 a text put in order | numbers, durations or times");
  EXPECT_EQ(segment("stated.newsletter > false"),
            "1:1+25 true or false put in order | numbers, durations or times");
  EXPECT_EQ(segment("stated.rooms == stated.rooms"),
            "1:1+12 a list compared | contains, contains any or contains all");
  EXPECT_EQ(segment("stated.city between 'a' and 'b'"),
            "1:1+11 a text in between | numbers, durations or times");
  EXPECT_EQ(segment("profile.age between 1 and 2"),
            "1:21+1 a duration and a number compared | three of the same type");
  EXPECT_EQ(segment("stated.city in [1]"), "1:17+1 a text and a number compared | a text");
  EXPECT_EQ(segment("profile.age in [1]"), "1:1+11 a duration before \"in\" | a number or a text");
  EXPECT_EQ(segment("stated.rooms in ['bath']"),
            "1:1+12 a list before \"in\" | a number or a text | a list has contains any [...]");
  EXPECT_EQ(segment("stated.budget contains 'a'"),
            "1:1+13 a number where a text is looked into | a text");
  EXPECT_EQ(segment("stated.rooms under 'bath'"),
            "1:1+12 a list where a text is looked into | a text | a list has contains");
  EXPECT_EQ(segment("default(stated.city, 1) == 'a'"),
            "1:1+23 default() of a text and a number | two of the same type, no lists");
}

TEST(Checker, WantsConditionsWhereThingsAreTrueOrFalse) {
  EXPECT_EQ(segment("count(purchase)"),
            "1:1+15 a number as a condition | a condition: something that is true or false");
  EXPECT_EQ(segment("true and 1"),
            "1:10+1 a number beside \"and\" | a condition: something that is true or false");
  EXPECT_EQ(segment("'a' or true"),
            "1:1+3 a text beside \"or\" | a condition: something that is true or false");
  EXPECT_EQ(segment("not 1d"),
            "1:5+2 a duration after \"not\" | a condition: something that is true or false");
  EXPECT_EQ(where("price"),
            "1:24+5 a number after \"where\" | a condition: something that is true or false");
  EXPECT_EQ(metric("points(1 when 2)"),
            "1:15+1 a number after \"when\" | a condition: something that is true or false");
  EXPECT_EQ(found(shop().trigger("t", "1")).substr(0, 31), "rule-type trigger t 1:1+1 a num");
  EXPECT_EQ(found(shop().filter("f", "price")).substr(0, 27), "rule-type slot f 1:1+5 a nu");
}

TEST(Checker, WantsAMetricToBeANumber) {
  EXPECT_EQ(metric("profile.age"),
            "1:1+11 a duration as the value of a metric | a number | divide it by 1d");
  EXPECT_EQ(metric("last(purchase.time)"),
            "1:1+19 a time as the value of a metric | a number | (now - it) / 1d");
  EXPECT_EQ(metric("exists(purchase)"), "1:1+16 true or false as the value of a metric | a number");
  EXPECT_EQ(metric("profile.age / 1d"), "");
}

TEST(Checker, WantsFunctionsToFitTheirField) {
  EXPECT_EQ(metric("sum(purchase)"), "1:5+8 sum() of an event | sum(purchase.field)");
  EXPECT_EQ(metric("sum(view_item.brand)"), "1:15+5 sum() of a text | a number");
  EXPECT_EQ(metric("max(purchase.time)"), "1:14+4 max() of a time | a number");
  EXPECT_EQ(metric("distinct(purchase.time)"), "1:19+4 distinct() of a time | a number or a text");
  EXPECT_EQ(metric("count(purchase.value)"),
            "1:16+5 count() of a field | count(purchase) | distinct counts the values of a field");
  EXPECT_EQ(segment("exists(purchase.value)"), "1:17+5 exists() of a field | exists(purchase)");
  EXPECT_EQ(segment("interest(price, 'a') > 1"),
            "1:10+5 an interest in a number | one of item_id, item_name, category, brand, variant, "
            "coupon, list, colour");
}

TEST(Checker, KnowsWhatTheCartHasNot) {
  EXPECT_EQ(metric("count(cart within 1d)"),
            "rule-window metric m 1:19+2 a window on the cart | none: the cart is as it is now");
  EXPECT_EQ(metric("days_since(cart)"),
            "1:1+16 days_since() of the cart | count, sum, avg, min, max, distinct or exists");
  EXPECT_EQ(segment("last(cart.brand) == 'a'"),
            "1:1+16 last() of the cart | count, sum, avg, min, max, distinct or exists");
  EXPECT_EQ(segment("sequence(cart then purchase)"),
            "1:10+4 the cart in a sequence | an event: add_to_cart, purchase");
  EXPECT_EQ(metric("sum(cart.value)").substr(0, 57),
            "rule-unknown-name metric m 1:10+5 unknown field \"value\" |");
}

TEST(Checker, ComparesTextsWithoutCaseOnlyWithSmallLetters) {
  EXPECT_EQ(where("lower(brand) == 'Acme'"),
            "rule-never-matches segment s 1:40+6 capitals that lower() never gives | \"acme\"");
  EXPECT_EQ(where("lower(brand) in ['a', '\u00c9']"),
            "rule-never-matches segment s 1:46+3 capitals that lower() never gives | \"\u00e9\"");
  EXPECT_EQ(where("lower(brand) contains 'A'").substr(0, 30), "rule-never-matches segment s 1");
  EXPECT_EQ(where("'acme' == lower(brand)").substr(0, 40),
            "1:34+12 lower() that is not compared | l");
  EXPECT_EQ(where("known(lower(brand))").substr(0, 40), "1:30+12 lower() that is not compared | l");
  EXPECT_EQ(where("lower(brand) == colour"),
            "1:40+6 lower() compared with what is no text in quotes | a text in quotes");
  EXPECT_EQ(where("lower(price) == 'a'"), "1:30+5 a number in lower() | a text");
}

TEST(Checker, RefusesToLookForNothing) {
  EXPECT_EQ(
      where("brand contains ''"),
      "rule-never-matches segment s 1:39+2 an empty text to look for | at least one character");
}

TEST(Checker, SaysWhatAnUnknownNameMayHaveMeant) {
  const auto hint = [](const std::string& text) { return text.substr(text.rfind(" | ") + 3); };
  EXPECT_EQ(segment("exists(view_itm)").substr(0, 63),
            "rule-unknown-name segment s 1:8+8 unknown event \"view_itm\" | on");
  EXPECT_EQ(hint(segment("exists(view_itm)")), "did you mean \"view_item\"?");
  EXPECT_EQ(hint(segment("exists(add_to_crat)")), "did you mean \"add_to_cart\"?");
  EXPECT_EQ(hint(where("item_category == 'a'")), "did you mean \"category\"?");
  EXPECT_EQ(hint(where("item_brand == 'a'")), "did you mean \"brand\"?");
  EXPECT_EQ(hint(metric("sum(purchase.item_price)")), "did you mean \"price\"?");
  EXPECT_EQ(hint(where("barnd == 'a'")), "did you mean \"brand\"?");
  EXPECT_EQ(hint(where("topic == 'a'")).substr(0, 7), "one of ");
  EXPECT_EQ(hint(segment("stated.skil == 'pro'")), "did you mean \"skill\"?");
  EXPECT_EQ(hint(segment("page.typ == 'product'")), "did you mean \"type\"?");
  EXPECT_EQ(hint(segment("cart.valeu > 3")), "did you mean \"value\"?");
  EXPECT_EQ(metric("percentile('order', 5)"),
            "rule-unknown-name metric m 1:12+7 unknown distribution \"order\" | one of orders | "
            "did you mean \"orders\"?");
  EXPECT_EQ(found(shop().segment("loyal", "true").segment("s", "segment.loyl")),
            "rule-unknown-name segment s 1:9+4 unknown segment \"loyl\" | one of loyal, s | did "
            "you mean \"loyal\"?");
  EXPECT_EQ(segment("decision.stage == 'a'"),
            "rule-unknown-name segment s 1:10+5 unknown decision \"stage\" | there is none");
  EXPECT_EQ(segment("known(inferred.skill)"),
            "rule-unknown-name segment s 1:16+5 unknown inferred fact \"skill\" | there is none");
  EXPECT_EQ(segment("confidence(observed.skill) > 0.5"),
            "rule-unknown-name segment s 1:21+5 unknown observed fact \"skill\" | there is none");
  EXPECT_EQ(found(shop().filter("home", "title == 'a'")),
            "rule-unknown-name slot home 1:1+5 unknown field of a product \"title\" | "
            "one of item_id, item_name, category, brand, price, in_stock, colour, watt | "
            "did you mean \"item_name\"?");
}

TEST(Checker, SuggestsNothingForWhatIsLikeNothing) {
  EXPECT_EQ(found(shop().segment("s", "segment.xyzzy")),
            "rule-unknown-name segment s 1:9+5 unknown segment \"xyzzy\" | one of s");
}

TEST(Checker, SaysThatAMinusNeedsSpaces) {
  EXPECT_EQ(found(shop().metric("spent", "1").metric("m", "metric.spent-5")),
            "rule-unknown-name metric m 1:8+7 unknown metric \"spent-5\" | one of m, spent | "
            "a minus needs a space on both sides: metric.spent - 5");
  EXPECT_EQ(metric("now.hour-3"),
            "rule-unknown-name metric m 1:5+6 unknown now value \"hour-3\" | "
            "one of hour, weekday, month, day | a minus needs a space on both sides: now.hour - 3");
}

TEST(Checker, KnowsThatAFieldNeedsAnEvent) {
  EXPECT_EQ(segment("price > 3"),
            "rule-where segment s 1:1+5 \"price\" is a field: only an event has one | "
            "fields inside where, or in a function: sum(purchase.value)");
  EXPECT_EQ(segment("purchase"),
            "rule-where segment s 1:1+8 \"purchase\" is an event, not a value | "
            "a function of it: count(purchase), exists(purchase)");
  EXPECT_EQ(segment("xyzzy"), "rule-unknown-name segment s 1:1+5 unknown word \"xyzzy\" | a value");
}

TEST(Checker, KeepsAWhereToItsEvent) {
  for (const std::string beyond : {"price > stated.budget", "price > metric.m", "exists(purchase)",
                                   "now.hour > 3", "interest(brand, 'a') > 1", "price < cart.value",
                                   "brand == strongest(brand)", "sequence(search then purchase)"}) {
    const auto text = where(beyond);
    EXPECT_NE(text.find("a where that looks beyond its event"), std::string::npos) << text;
  }
}

TEST(Checker, RefusesAWindowThatIsLongerThanTheRetention) {
  EXPECT_EQ(segment("exists(purchase within 401d)"),
            "rule-window segment s 1:24+4 a window longer than anything is kept | "
            "at most the retention, 400d | privacy: { retention } says how long events are kept");
  EXPECT_EQ(segment("exists(purchase within 400d)"), "");
  EXPECT_EQ(segment("sequence(search then purchase within 2y)").substr(0, 36),
            "rule-window segment s 1:38+2 a windo");
}

TEST(Checker, RefusesTextsThatNeverCome) {
  EXPECT_EQ(segment("stated.skill == 'begginer'"),
            "rule-unknown-name segment s 1:17+10 stated.skill is never \"begginer\" | "
            "one of beginner, handy, pro | did you mean \"beginner\"?");
  EXPECT_EQ(segment("stated.skill in ['pro', 'x']").substr(0, 56),
            "rule-unknown-name segment s 1:25+3 stated.skill is never");
  EXPECT_EQ(segment("'x' != fact.skill").substr(0, 33), "rule-unknown-name segment s 1:1+3");
  EXPECT_EQ(segment("stated.rooms contains 'kitchen'").substr(0, 35),
            "rule-unknown-name segment s 1:23+9 ");
  EXPECT_EQ(segment("stated.city == 'anything'"), "");
  auto builder = shop().decision("stage", {{"new", "visit.number == 1", 1}, {"loyal", "true", 1}});
  EXPECT_EQ(found(builder.segment("s", "decision.stage == 'loyl'")),
            "rule-unknown-name segment s 1:19+6 decision.stage is never \"loyl\" | "
            "one of new, loyal | did you mean \"loyal\"?");
}

TEST(Checker, NamesAWholeCycle) {
  EXPECT_EQ(found(shop()
                      .segment("b", "metric.c > 1")
                      .metric("c", "points(1 when segment.d)")
                      .segment("d", "true and segment.b")),
            "rule-cycle segment b 1:1+8 rules that need each other: segment b -> metric c -> "
            "segment d -> segment b\n"
            "warning rule-constant segment d 1:1+4 a condition that always holds");
  EXPECT_EQ(found(shop().segment("a", "not segment.a")),
            "rule-cycle segment a 1:5+9 a rule that needs itself: segment a -> segment a");
  auto fact = shop();
  fact.cases(RuleKind::inferred, "skill",
             {{"pro", "stated.skill == 'pro'", 1}, {"handy", "fact.skill == 'pro'", 1}});
  EXPECT_EQ(found(fact),
            "rule-cycle inferred skill[1] 1:1+10 a rule that needs itself: inferred skill -> "
            "inferred skill");
}

TEST(Checker, RefusesTwoOfOneName) {
  auto builder = shop().segment("a", "true").segment("a", "false").metric("a", "1");
  builder.fact("skill", Type::text);
  builder.set.attributes.push_back({"colour", Type::text});
  EXPECT_EQ(found(builder),
            "rule-duplicate fact skill a second fact skill | one of each name\n"
            "rule-duplicate attribute colour a second attribute colour | one of each name\n"
            "rule-duplicate segment a a second segment a | one of each name");
}

TEST(Checker, RefusesAFieldOfTwoTypes) {
  auto builder = shop();
  builder.set.events.push_back({"tour", {{"topic", Type::number}, {"price", Type::text}}});
  EXPECT_EQ(
      found(builder),
      "rule-duplicate field tour.topic \"topic\" as a number beside one of that name that is not | "
      "another name, or the same type\n"
      "rule-duplicate field tour.price \"price\" as a text beside one of that name that is not | "
      "another name, or the same type");
}

TEST(Checker, RefusesNamesThatNoRuleCouldSay) {
  EXPECT_EQ(found(shop().segment("my segment", "true")),
            "rule-name segment my segment \"my segment\" as a name | a letter, then letters, "
            "digits, _ and single hyphens");
  for (const std::string name : {"", "1a", "a-", "-a", "a--b", "a-_b", "\u00e9"}) {
    EXPECT_EQ(found(shop().segment(name, "true")).substr(0, 9), "rule-name") << name;
  }
  for (const std::string name : {"a", "_a", "diy-starter", "a-1", "A_b-c-d"}) {
    EXPECT_EQ(found(shop().segment(name, "true")), "") << name;
  }
}

TEST(Checker, RefusesFactsThatTheirRulesContradict) {
  EXPECT_EQ(found(shop().cases(RuleKind::observed, "skill", {{"amateur", "true", 1}})),
            "rule-unknown-name observed skill[0] \"amateur\" is no choice of fact skill | one of "
            "beginner, handy, pro");
  EXPECT_EQ(found(shop().cases(RuleKind::inferred, "budget",
                               {{"100", "now.hour > 12", 1}, {"lots", "true", 1}})),
            "rule-type inferred budget[1] \"lots\" for a fact that is a number | a number");
  EXPECT_EQ(found(shop().cases(RuleKind::inferred, "city", {{"x", "true", 1.5}})),
            "rule-type inferred city[0] a confidence out of range | above 0, at most 1");
  EXPECT_EQ(found(shop().inferred("budget", "strongest(brand)")),
            "rule-type inferred budget 1:1+16 a text as the value of a fact | a number");
  EXPECT_EQ(found(shop().inferred("age", "profile.age")),
            "rule-type inferred age 1:1+11 a duration as the value of a fact | true or false, a "
            "number or a text | divide it by 1d");
  EXPECT_EQ(
      found(shop().cases(RuleKind::inferred, "newsletter", {{"true", "true", 1}})),
      "rule-type inferred newsletter cases for a fact that is true or false | one expression");
  EXPECT_EQ(
      found(shop().cases(RuleKind::inferred, "rooms", {{"bath", "true", 1}})),
      "rule-type inferred rooms cases for a fact that is a list | a list is only ever stated");
}

TEST(Checker, KnowsTheTypeOfAFactByItsRule) {
  auto builder = shop()
                     .segment("s", "inferred.spender > 3 and inferred.keen")
                     .inferred("spender", "sum(purchase.value)")
                     .inferred("keen", "exists(purchase)");
  EXPECT_EQ(found(builder), "");
  EXPECT_EQ(found(shop().segment("s", "inferred.x > 3").inferred("x", "nonsense")),
            "rule-unknown-name inferred x 1:1+8 unknown word \"nonsense\" | a value");
}

TEST(Checker, RefusesARuleWithoutExpressions) {
  auto builder = shop().decision("d", {});
  EXPECT_EQ(found(builder), "rule-limit decision d 0 expressions | 1 to 1000 cases");
  builder = shop().segment("s", "true");
  builder.set.rules[0].cases.push_back({"", "true", 1});
  EXPECT_EQ(found(builder),
            "rule-limit segment s 2 expressions | one expression\n"
            "rule-unreachable segment s[1] 1:1+4 case 1 () before it always holds | a case that "
            "can be the first to hold");
}

TEST(Checker, RefusesRulesForChildren) {
  auto builder = shop().segment("s", "exists(purchase)");
  builder.set.children = true;
  EXPECT_EQ(found(builder),
            "audience-children segment s a rule in a shop for children | none: nothing is "
            "personalised for them | "
            "privacy: { audience } says whom the shop is for");
}

TEST(Checker, WarnsOfAQuestionWhoseAnswerNobodyReads) {
  auto builder = shop().segment("s", "stated.skill == 'pro'");
  builder.set.facts[0].ask[0] = "How handy are you?";
  builder.set.facts[1].ask[1] = "Waar woont u?";
  EXPECT_EQ(found(builder),
            "warning fact-unused fact city a question whose answer no rule uses: it is not kept | "
            "a rule that reads stated.city");
  EXPECT_TRUE(check(builder.set).ok());
}

TEST(Checker, PointsAtCharactersNotBytes) {
  const auto checked = check(
      shop()
          .segment(
              "s",
              "# \u00e9\u00e9n\nstated.city == '\u20ac' or\n  stated.city == '\u00e9\u00e9' and 1")
          .set);
  ASSERT_EQ(checked.diagnostics.size(), 1U);
  const auto& found = checked.diagnostics[0];
  EXPECT_EQ(found.line, 3U);
  EXPECT_EQ(found.source, "  stated.city == '\u00e9\u00e9' and 1");
  EXPECT_EQ(found.column, 27U);
  EXPECT_EQ(found.length, 1U);
}

TEST(Checker, UnderlinesNoMoreThanOneLine) {
  const auto checked = check(shop().segment("s", "count(purchase)\n  == 'a'").set);
  ASSERT_EQ(checked.diagnostics.size(), 1U);
  EXPECT_EQ(checked.diagnostics[0].source, "count(purchase)");
  EXPECT_EQ(checked.diagnostics[0].length, 15U);
}

TEST(Checker, ReportsEveryRuleInItsOrder) {
  EXPECT_EQ(found(shop().segment("a", "metric.b > 'x'").metric("b", "1 +").segment("c", "zzz")),
            "rule-type segment a 1:1+14 a number and a text compared | two of the same type\n"
            "rule-syntax metric b 1:4+1 the rule ends here | a value\n"
            "rule-unknown-name segment c 1:1+3 unknown word \"zzz\" | a value");
}

TEST(Checker, GivesTheTreesOfRightRules) {
  auto builder =
      shop().segment("a", "metric.b > percentile('orders', 50)").metric("b", "count(purchase)");
  const auto checked = check(builder.set);
  ASSERT_TRUE(checked.ok());
  ASSERT_EQ(checked.rules.size(), 2U);
  EXPECT_EQ(checked.rules[0].source, &builder.set.rules[0]);
  EXPECT_EQ(checked.rules[0].uses, std::vector<std::uint32_t>{1});
  EXPECT_EQ(checked.order, (std::vector<std::uint32_t>{1, 0}));
  const auto& tree = checked.rules[0].cases.at(0);
  EXPECT_EQ(tree.children.at(1).kind, NodeKind::number);
  EXPECT_EQ(tree.children.at(1).number, 3);
  EXPECT_EQ(tree.children.at(0).type, Type::number);
}

TEST(Checker, TakesTheNearestRankForAPercentile) {
  const auto value = [](const std::string& percent) {
    const auto checked = check(shop().metric("m", "percentile('orders', " + percent + ")").set);
    return checked.rules.at(0).cases.at(0).number;
  };
  EXPECT_EQ(value("0"), 1);
  EXPECT_EQ(value("20"), 1);
  EXPECT_EQ(value("20.1"), 2);
  EXPECT_EQ(value("60"), 3);
  EXPECT_EQ(value("100"), 5);
}

}  // namespace
}  // namespace etalage::compile
