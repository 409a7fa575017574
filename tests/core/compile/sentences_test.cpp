// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/sentences.h"

#include <gtest/gtest.h>

#include "compile/compile.h"
#include "compile/findings.h"
#include "compile/rule_set_builder.h"

namespace etalage::compile {
namespace {

using rules::Op;
using rules::Say;
using rules::Type;
using test::RuleSetBuilder;

RuleSetBuilder shop() {
  RuleSetBuilder builder;
  builder.fact("skill", Type::text)
      .fact("budget", Type::number)
      .fact("newsletter", Type::boolean)
      .fact("rooms", Type::list);
  builder.set.facts[0].ask[0] = "How handy are you?";
  builder.set.facts[0].ask[1] = "Hoe handig bent u?";
  builder.set.events = {{"workshop", {{"topic", Type::text}}}};
  return builder;
}

std::vector<rules::Sentence> sentences(const RuleSetBuilder& builder) {
  const auto compiled = compile(builder.set);
  EXPECT_TRUE(compiled.ok()) << test::findings(compiled.diagnostics);
  return compiled.explanations.sentences;
}

// The forms of the only sentence of a segment, "none | one | other".
std::string forms(const std::string& expression, int language) {
  const auto list = sentences(shop().segment("s", expression));
  EXPECT_EQ(list.size(), 1U) << expression;
  if (list.empty()) return "";
  const auto& [none, one, other] = list[0].forms[language];
  return one == other ? none + " | " + other : none + " | " + one + " | " + other;
}
std::string english(const std::string& expression) { return forms(expression, 0); }
std::string dutch(const std::string& expression) { return forms(expression, 1); }

TEST(Sentences, SayHowOftenSomethingWasDone) {
  const std::string rule = "count(view_item where category under 'garden' within 30d) > 3";
  EXPECT_EQ(english(rule),
            "You looked at no products in \u2018garden\u2019 in the last 30 days | "
            "You looked at one product in \u2018garden\u2019 in the last 30 days | "
            "You looked at {} products in \u2018garden\u2019 in the last 30 days");
  EXPECT_EQ(dutch(rule),
            "U bekeek in de laatste 30 dagen geen producten in \u2018garden\u2019 | "
            "U bekeek in de laatste 30 dagen \u00e9\u00e9n product in \u2018garden\u2019 | "
            "U bekeek in de laatste 30 dagen {} producten in \u2018garden\u2019");
}

TEST(Sentences, SayWhetherSomethingWasDone) {
  EXPECT_EQ(english("exists(purchase)"), "You placed no orders | You placed one or more orders");
  EXPECT_EQ(dutch("exists(purchase)"),
            "U plaatste geen bestellingen | U plaatste een of meer bestellingen");
}

TEST(Sentences, SayWindowsInTheLargestUnit) {
  const auto window = [](const std::string& duration) {
    const auto text = english("exists(search within " + duration + ")");
    return text.substr(text.rfind(" in the last"));
  };
  EXPECT_EQ(window("365d"), " in the last year");
  EXPECT_EQ(window("1y"), " in the last year");
  EXPECT_EQ(window("2w"), " in the last 14 days");
  EXPECT_EQ(window("1d"), " in the last day");
  EXPECT_EQ(window("24h"), " in the last day");
  EXPECT_EQ(window("12h"), " in the last 12 hours");
  EXPECT_EQ(window("90m"), " in the last 90 minutes");
  EXPECT_EQ(dutch("exists(search within 1y)"),
            "U deed in het laatste jaar geen zoekopdrachten | U deed in het laatste jaar een of "
            "meer zoekopdrachten");
  EXPECT_EQ(dutch("exists(search within 3h)").substr(0, 28), "U deed in de laatste 3 uur g");
}

TEST(Sentences, PutSimpleConditionsIntoWords) {
  const auto condition = [](const std::string& event, const std::string& where, int language) {
    auto text = forms("exists(" + event + " where " + where + ")", language);
    text = text.substr(0, text.find(" | "));
    const auto begin = text.find(language == 0 ? " no " : " geen ");
    return text.substr(begin + (language == 0 ? 4 : 6));
  };
  EXPECT_EQ(condition("view_item", "category in ['a', 'b', 'c']", 0),
            "products in \u2018a\u2019, \u2018b\u2019 or \u2018c\u2019");
  EXPECT_EQ(condition("view_item", "category in ['a', 'b']", 1),
            "producten in \u2018a\u2019 of \u2018b\u2019");
  EXPECT_EQ(condition("view_item", "brand == 'A' and price > 50", 0),
            "products of the brand \u2018A\u2019 that cost more than 50");
  EXPECT_EQ(condition("view_item", "brand == 'A' and price <= 49.5", 1),
            "producten van het merk \u2018A\u2019 van hoogstens 49,5");
  EXPECT_EQ(condition("view_item", "price between 10 and 20", 0), "products that cost 10 to 20");
  EXPECT_EQ(condition("view_item", "lower(item_name) contains 'saw'", 0),
            "products with \u2018saw\u2019 in the name");
  EXPECT_EQ(condition("search", "search_term == 'saw'", 0), "searches for \u2018saw\u2019");
  EXPECT_EQ(condition("search", "search_term == 'zaag'", 1),
            "zoekopdrachten naar \u2018zaag\u2019");
  EXPECT_EQ(condition("purchase", "value >= 100 and category under 'a'", 0),
            "orders worth at least 100 with products in \u2018a\u2019");
  EXPECT_EQ(condition("purchase", "category under 'a'", 1),
            "bestellingen met producten in \u2018a\u2019");
  EXPECT_EQ(condition("contact", "reason == 'delivery'", 0),
            "contacts about \u2018delivery\u2019 with the shop");
}

TEST(Sentences, QuoteConditionsThatAreNotSimple) {
  EXPECT_EQ(
      english("exists(view_item where category under 'a' or  price > 5)"),
      "You looked at no products where \u201ccategory under 'a' or  price > 5\u201d | "
      "You looked at one or more products where \u201ccategory under 'a' or  price > 5\u201d");
  EXPECT_EQ(dutch("exists(view_item where not (brand == 'a'))"),
            "U bekeek geen producten waarvoor geldt \u201cnot (brand == 'a')\u201d | "
            "U bekeek een of meer producten waarvoor geldt \u201cnot (brand == 'a')\u201d");
}

TEST(Sentences, SayWhenSomethingWasDoneLast) {
  EXPECT_EQ(english("days_since(purchase) > 3"),
            "The last time that you placed an order was just now, or there was none | "
            "The last time that you placed an order was 1 day ago | "
            "The last time that you placed an order was {} days ago");
  EXPECT_EQ(
      dutch("days_since(add_to_cart) > 3"),
      "De laatste keer dat u een product in uw winkelwagen legde was zojuist, of was er niet | "
      "De laatste keer dat u een product in uw winkelwagen legde was 1 dag geleden | "
      "De laatste keer dat u een product in uw winkelwagen legde was {} dagen geleden");
}

TEST(Sentences, SayWhatFieldsCameTo) {
  EXPECT_EQ(english("sum(purchase.value within 1y) > 3"),
            "The value of the orders that you placed in the last year is in total 0 | "
            "The value of the orders that you placed in the last year is in total {}");
  EXPECT_EQ(dutch("avg(view_item.price) > 3"),
            "De gemiddelde prijs van de producten die u bekeek is 0 of niet bekend | "
            "De gemiddelde prijs van de producten die u bekeek is {}");
  EXPECT_EQ(dutch("max(purchase.revenue) > 3").substr(0, 21), "Het hoogste bedrag va");
  EXPECT_EQ(english("distinct(view_item.brand) > 3"),
            "There is no brand among the products that you looked at | "
            "There is one brand among the products that you looked at | "
            "There are {} different brands among the products that you looked at");
  EXPECT_EQ(english("last(view_item.brand) == 'A'"),
            "The last brand among the products that you looked at is not known | "
            "The last brand among the products that you looked at is \u2018{}\u2019");
  EXPECT_EQ(english("cart.value > 3"),
            "The amount of the products that you have in your cart is in total 0 | "
            "The amount of the products that you have in your cart is in total {}");
}

TEST(Sentences, CallWhatAShopDeclaresByItsName) {
  EXPECT_EQ(
      english("distinct(workshop.topic) > 3"),
      "There is no value of \u2018topic\u2019 among the events \u2018workshop\u2019 that you had | "
      "There is one value of \u2018topic\u2019 among the events \u2018workshop\u2019 that you had "
      "| "
      "There are {} different values of \u2018topic\u2019 among the events \u2018workshop\u2019 "
      "that you had");
  EXPECT_EQ(dutch("exists(workshop)"),
            "U had geen gebeurtenissen \u2018workshop\u2019 | U had een of meer gebeurtenissen "
            "\u2018workshop\u2019");
}

TEST(Sentences, TellSequences) {
  EXPECT_EQ(
      english("sequence(search then view_item then purchase within 1h)"),
      "It is not so that you did a search and then looked at a product and then placed an order, "
      "within 1 hour | "
      "You did a search and then looked at a product and then placed an order, within 1 hour");
  EXPECT_EQ(
      dutch("sequence(add_to_cart then purchase)"),
      "Het is niet zo dat u een product in uw winkelwagen legde en daarna een bestelling plaatste "
      "| "
      "Het is zo dat u een product in uw winkelwagen legde en daarna een bestelling plaatste");
  EXPECT_EQ(english("sequence(add_to_cart then no purchase within 1d)"),
            "It is not so that you put a product in your cart, or after that you placed an order, "
            "or it is not yet 1 day later | "
            "You put a product in your cart, and within 1 day it did not happen that you placed an "
            "order");
  EXPECT_EQ(dutch("sequence(add_to_cart then no purchase within 2d)"),
            "Het is niet zo dat u een product in uw winkelwagen legde, of het gebeurde daarna dat "
            "u een bestelling plaatste, "
            "of 2 dagen daarna is het nog niet | "
            "Het is zo dat u een product in uw winkelwagen legde, en dat het binnen 2 dagen daarna "
            "niet gebeurde dat u een bestelling plaatste");
}

TEST(Sentences, TellInterests) {
  EXPECT_EQ(english("interest(category, 'garden') > 0.5"),
            "You showed no interest in \u2018garden\u2019 (category) | {} of your interest goes to "
            "\u2018garden\u2019 (category)");
  EXPECT_EQ(dutch("strongest(brand) == 'A'"),
            "Er is geen merk waar uw belangstelling het meest naar uitgaat | "
            "Het merk waar uw belangstelling het meest naar uitgaat is \u2018{}\u2019");
}

TEST(Sentences, TellAnswers) {
  EXPECT_EQ(english("stated.skill == 'pro'"),
            "You did not answer \u2018How handy are you?\u2019 | You answered \u2018How handy are "
            "you?\u2019 with \u2018{}\u2019");
  EXPECT_EQ(dutch("stated.skill == 'pro'"),
            "U gaf geen antwoord op \u2018Hoe handig bent u?\u2019 | U antwoordde op \u2018Hoe "
            "handig bent u?\u2019: \u2018{}\u2019");
  EXPECT_EQ(
      english("stated.newsletter"),
      "You did not say yes to \u2018newsletter\u2019 | You said yes to \u2018newsletter\u2019");
  EXPECT_EQ(
      english("stated.budget > 5"),
      "You did not answer \u2018budget\u2019, or with 0 | You answered \u2018budget\u2019 with {}");
  EXPECT_EQ(english("known(stated.rooms)"),
            "You did not answer \u2018rooms\u2019 | You answered \u2018rooms\u2019");
}

TEST(Sentences, TellOtherRulesByTheirLabels) {
  auto builder = shop().segment("loyal", "visit.number > 5");
  builder.set.rules[0].label[0] = "Loyal customers";
  builder.set.rules[0].label[1] = "Vaste klanten";
  const auto list = sentences(builder.segment("s", "segment.loyal"));
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[1].op, Op::rule);
  EXPECT_EQ(list[1].index, 0U);
  EXPECT_EQ(list[1].forms[0][0], "You do not belong to \u2018Loyal customers\u2019");
  EXPECT_EQ(list[1].forms[0][1], "You belong to \u2018Loyal customers\u2019");
  EXPECT_EQ(list[1].forms[1][0], "U hoort niet bij \u2018Vaste klanten\u2019");
  EXPECT_EQ(list[1].forms[1][2], "U hoort bij \u2018Vaste klanten\u2019");
}

TEST(Sentences, TellAMetricThatIsOneQuestionByTheQuestion) {
  const auto of = [](const std::string& metric) {
    const auto list = sentences(shop().metric("m", metric).segment("s", "metric.m > 3"));
    return list.empty() ? "" : list.back().forms[0][2];
  };
  EXPECT_EQ(of("count(view_item where category under 'garden' within 30d)"),
            "You looked at {} products in \u2018garden\u2019 in the last 30 days");
  EXPECT_EQ(of("count(view_item) + 1"), "\u2018m\u2019 is {}");
}

TEST(Sentences, SayHowTheValueIsSaid) {
  const auto say = [](const std::string& expression) {
    const auto list = sentences(shop().segment("s", expression));
    return list.empty() ? Say{} : list[0].say;
  };
  EXPECT_EQ(say("count(purchase) > 1"), Say::number);
  EXPECT_EQ(say("sum(purchase.value) > 1"), Say::money);
  EXPECT_EQ(say("sum(purchase.quantity) > 1"), Say::number);
  EXPECT_EQ(say("distinct(purchase.price) > 1"), Say::number);
  EXPECT_EQ(say("days_since(purchase) > 1"), Say::days);
  EXPECT_EQ(say("interest(brand, 'a') > 0.1"), Say::percent);
  EXPECT_EQ(say("last(view_item.brand) == 'a'"), Say::text);
  EXPECT_EQ(say("stated.skill == 'pro'"), Say::text);
}

TEST(Sentences, ComeInTheOrderOfWhatTheySpeakOf) {
  const auto list = sentences(shop().segment("s",
                                             "stated.skill == 'x' and exists(search) and "
                                             "exists(purchase) and interest(brand, 'a') > 0.1"));
  ASSERT_EQ(list.size(), 4U);
  for (std::size_t i = 1; i < list.size(); ++i) {
    EXPECT_LT(std::pair(list[i - 1].op, list[i - 1].index), std::pair(list[i].op, list[i].index));
  }
}

}  // namespace
}  // namespace etalage::compile
