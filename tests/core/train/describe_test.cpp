// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/describe.h"

#include <gtest/gtest.h>

#include "compile/compile.h"
#include "pack/sections.h"
#include "rules/clock.h"
#include "rules/formats.h"
#include "support/code.h"
#include "support/json.h"
#include "support/repair.h"
#include "support/shop.h"

namespace etalage::train {
namespace {

using test::code_of;
using test::Json;

using Texts = std::vector<std::string>;

Json described(const test::Bytes& data) {
  const auto text = describe(data);
  EXPECT_TRUE(text);
  const auto json = Json::parse(text.value_or(""));
  EXPECT_TRUE(json);
  return json.value_or(Json{});
}

TEST(Describe, TellsWhatThePackIs) {
  const auto data = test::written(test::garden_shop());
  const auto json = described(data);
  EXPECT_EQ(json["version"]["major"].number, 1);
  EXPECT_EQ(json["version"]["minor"].number, 0);
  EXPECT_FALSE(json["off"].boolean);
  EXPECT_EQ(json["bytes"].number, static_cast<double>(data.size()));
  EXPECT_EQ(json["products"].number, 8);
  EXPECT_EQ(json["minSupport"].number, 3);
  EXPECT_EQ(json["currency"].text, "EUR");
}

TEST(Describe, ListsEverySectionWithWhatItHolds) {
  const auto data = test::written(test::garden_shop());
  const auto json = described(data);
  const auto sections = *pack::read_sections(data);
  ASSERT_EQ(json["sections"].items.size(), sections.views.size());
  for (std::size_t i = 0; i < sections.views.size(); ++i) {
    const auto& entry = json["sections"].items[i];
    EXPECT_EQ(entry["offset"].number, sections.views[i].offset);
    EXPECT_EQ(entry["bytes"].number, static_cast<double>(sections.views[i].data.size()));
    EXPECT_EQ(entry["count"].number, sections.views[i].count);
    EXPECT_FALSE(entry["content"].text.empty());
    EXPECT_NE(entry["content"].text, "unknown to this release") << entry["tag"].text;
  }
  EXPECT_EQ(json["sections"].items[0]["tag"].text, "META");
}

TEST(Describe, SaysWhereItDoesNotKnowASection) {
  auto data = test::written(test::garden_shop());
  const auto last = pack::kHeaderBytes + 15 * pack::kEntryBytes;
  data[last] = 'X';
  test::repair_pack(data);
  EXPECT_EQ(described(data)["sections"].items.at(15)["content"].text, "unknown to this release");
}

TEST(Describe, TellsWhatMayBeKept) {
  const auto json = described(test::written(test::garden_shop()));
  const auto& manifest = json["manifest"];
  EXPECT_EQ(json["retentionDays"].number, 400);
  EXPECT_EQ(json["audience"].text, "adults");
  Texts events;
  for (const auto& entry : manifest["events"].items) events.push_back(entry["event"].text);
  EXPECT_EQ(events, (Texts{"add_to_cart", "cart", "purchase", "remove_from_cart", "view_item"}));
  const auto& purchase = manifest["events"].items[2];
  EXPECT_EQ(purchase["fields"].texts(), (Texts{"item_id", "transaction_id"}));
  EXPECT_EQ(purchase["purpose"].text, "personalise");
  EXPECT_EQ(purchase["days"].number, 400);
  EXPECT_EQ(purchase["users"].texts(), (Texts{"slot cart", "slot home"}));
  EXPECT_TRUE(json["rules"].items.empty());
}

TEST(Describe, TellsTheSlots) {
  const auto json = described(test::written(test::garden_shop()));
  const auto& home = json["slots"].items.at(0);
  EXPECT_EQ(home["name"].text, "home");
  EXPECT_EQ(home["strategy"].text, "for-you");
  EXPECT_EQ(home["count"].number, 4);
  EXPECT_EQ(home["fallback"].texts(), Texts{"bestsellers"});
}

TEST(Describe, CountsWhatScoringReads) {
  const auto json = described(test::written(test::garden_shop()));
  const auto& scoring = json["scoring"];
  EXPECT_EQ(scoring["vectors"].number, 7);  // the gift card has none
  EXPECT_EQ(scoring["vectorBytes"].number, 8 * (64 + 2));
  EXPECT_EQ(scoring["pairs"].number, 4);
  EXPECT_NEAR(scoring["bytesPerItem"].number,
              (scoring["vectorBytes"].number + scoring["pairBytes"].number) / 8, 1e-6);
}

TEST(Describe, TellsLearnedVectorsFromThoseOfAttributesByTheirLength) {
  auto contents = test::garden_shop();
  // One component of 127 and one of 10 to 24: what the scale has to be for a length of 1.
  contents.scales.assign(8, static_cast<std::uint16_t>(65535 * 0.992));
  contents.scales[test::x1] = 0;
  for (const auto row : {test::g3, test::t3}) {
    contents.scales[row] = static_cast<std::uint16_t>(65535 * 0.992 * 0.9);
  }
  const auto scoring = described(test::written(contents))["scoring"];
  EXPECT_EQ(scoring["vectors"].number, 7);
  EXPECT_EQ(scoring["learned"].number, 5);
  EXPECT_EQ(scoring["ofAttributes"].number, 2);
}

TEST(Describe, CountsWhatIsFilledIn) {
  auto contents = test::garden_shop();
  for (auto& product : contents.products) {
    product.url = product.image = product.brand = "";
    product.price = pack::kPriceUnknown;
  }
  contents.products[test::g1].url = "/g1";
  contents.products[test::t1].image = "t1.png";
  contents.products[test::t1].brand = "Acme";
  contents.products[test::t2].price = 0;
  const auto fields = described(test::written(contents))["fields"];
  EXPECT_EQ(fields["title"].number, 8);
  EXPECT_EQ(fields["url"].number, 1);
  EXPECT_EQ(fields["image"].number, 1);
  EXPECT_EQ(fields["brand"].number, 1);
  EXPECT_EQ(fields["price"].number, 1);
  EXPECT_EQ(fields["category"].number, 7);
  EXPECT_EQ(fields["inStock"].number, 7);
  EXPECT_EQ(fields["aliases"].number, 2);
}

TEST(Describe, TellsTheNumbersOfTheModel) {
  const auto json = described(test::written(test::garden_shop()));
  ASSERT_EQ(json["positions"].items.size(), 3u);
  EXPECT_NEAR(json["positions"].items[1].number, 0.3, 1e-6);
  EXPECT_NEAR(json["blend"]["vectors"].number, 0.6, 1e-6);
  EXPECT_NEAR(json["blend"]["pairDecay"].number, 0.7165313106, 1e-6);
  ASSERT_EQ(json["repeats"].items.size(), 20u);
  ASSERT_EQ(json["repeats"].items[1].items.size(), 3u);
  EXPECT_NEAR(json["repeats"].items[1].items[2].number, 0.2 / 6, 1e-6);
}

compile::CaseSource source(std::string expression, std::string value = {}) {
  compile::CaseSource one;
  one.expression = std::move(expression);
  one.value = std::move(value);
  return one;
}

compile::RuleSet of_every_kind() {
  compile::RuleSet set;
  set.retention = 400 * rules::kDay;
  auto& fact = set.facts.emplace_back();
  fact.name = "skill";
  fact.choices = {"novice", "handy"};
  fact.expires = 30 * rules::kDay;
  const auto add = [&](rules::RuleKind kind, std::string name,
                       std::vector<compile::CaseSource> cases) {
    auto& rule = set.rules.emplace_back();
    rule.kind = kind;
    rule.name = std::move(name);
    rule.cases = std::move(cases);
  };
  add(rules::RuleKind::metric, "bought", {source("count(purchase)")});
  add(rules::RuleKind::segment, "gardener",
      {source("count(view_item where category under \"garden\") >= 7")});
  set.rules.back().label[0] = "Has a garden";
  set.rules.back().label[1] = "Heeft een tuin";
  add(rules::RuleKind::decision, "service",
      {source("metric.bought > 3", "personal"), source("stated.skill == \"handy\"", "self")});
  return set;
}

TEST(Describe, TellsEveryRuleWithItsExpression) {
  const auto compiled = compile::compile(of_every_kind());
  ASSERT_TRUE(compiled.ok());
  auto contents = test::garden_shop();
  contents.program = rules::write_program(compiled.program);
  contents.rules = static_cast<std::uint32_t>(compiled.program.rules.size());
  contents.explanations = rules::write_explanations(compiled.explanations);
  contents.refused = {"zwanger*", "trade union"};
  contents.texts = {{"slot home", {"Front page", "Voorpagina"}}};
  const auto json = described(test::written(contents));

  const auto& segment = json["rules"].items.at(1);
  EXPECT_EQ(segment["kind"].text, "segment");
  EXPECT_EQ(segment["name"].text, "gardener");
  EXPECT_EQ(segment["label"]["en"].text, "Has a garden");
  EXPECT_EQ(segment["label"]["nl"].text, "Heeft een tuin");
  EXPECT_EQ(segment["source"].text, "count(view_item where category under \"garden\") >= 7");
  EXPECT_EQ(json["rules"].items.at(2)["values"].texts(), (Texts{"personal", "self"}));
  EXPECT_EQ(json["rules"].items.at(2)["source"].text,
            "personal: metric.bought > 3\nself: stated.skill == \"handy\"");

  const auto& fact = json["facts"].items.at(0);
  EXPECT_EQ(fact["name"].text, "skill");
  EXPECT_EQ(fact["type"].text, "text");
  EXPECT_EQ(fact["choices"].texts(), (Texts{"novice", "handy"}));
  EXPECT_EQ(fact["expiresDays"].number, 30);

  EXPECT_EQ(json["refused"].texts(), (Texts{"zwanger*", "trade union"}));
  EXPECT_EQ(json["texts"].items.at(0)["key"].text, "slot home");
  EXPECT_EQ(json["texts"].items.at(0)["en"].text, "Front page");
  EXPECT_EQ(json["texts"].items.at(0)["nl"].text, "Voorpagina");
  EXPECT_EQ(json["constants"]["texts"].texts(), compiled.program.strings);
  EXPECT_EQ(json["constants"]["numbers"].items.size(), compiled.program.numbers.size());
  EXPECT_EQ(json["constants"]["events"].texts(), compiled.program.events);
  EXPECT_EQ(json["constants"]["fields"].texts(), compiled.program.fields);
  ASSERT_EQ(json["sentences"].items.size(), compiled.explanations.sentences.size());
  ASSERT_FALSE(json["sentences"].items.empty());
  EXPECT_EQ(json["sentences"].items[0].texts()[0], compiled.explanations.sentences[0].forms[0][0]);
  EXPECT_EQ(json["sentences"].items[0].texts()[5], compiled.explanations.sentences[0].forms[1][2]);
}

TEST(Describe, DescribesAPackThatIsSwitchedOffOrEmpty) {
  auto contents = test::garden_shop();
  contents.off = true;
  EXPECT_TRUE(described(test::written(contents))["off"].boolean);
  const auto empty = described(test::written({}));
  EXPECT_EQ(empty["scoring"]["bytesPerItem"].number, 0);
  EXPECT_TRUE(empty["positions"].items.empty());
  EXPECT_TRUE(empty["repeats"].items.empty());
  EXPECT_TRUE(empty["facts"].items.empty());
  EXPECT_TRUE(empty["refused"].items.empty());
}

TEST(Describe, RefusesWhatDoesNotOpen) {
  auto data = test::written(test::garden_shop());
  data.back() ^= 1;
  EXPECT_EQ(code_of(describe(data)), Code::bad_checksum);
  EXPECT_EQ(code_of(describe({})), Code::truncated);
}

}  // namespace
}  // namespace etalage::train
