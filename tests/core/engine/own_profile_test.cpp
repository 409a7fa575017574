// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What shoppers do with their own profile: forget one fact, object to a use, bring a profile from elsewhere.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/ruled_shoppers.h"

namespace etalage::engine {
namespace {

using recommend::Language;
using rules::Type;
using test::Bytes;
using test::given;
using test::holds;
using test::Ids;
using test::Json;
using test::kDay;
using test::kNow;
using test::RuledShopper;
using test::RuleSetBuilder;
using test::Shopper;

Ids ids_of(const Json& facts) {
  Ids ids;
  for (const auto& fact : facts.items) ids.push_back(fact["id"].text);
  return ids;
}

const Json* find(const Json& list, const std::string& key, const std::string& value) {
  for (const auto& one : list.items) {
    if (one[key].text == value) return &one;
  }
  return nullptr;
}

TEST(Forget, TakesAFactOutOfTheProfileAndItsBytes) {
  Shopper shopper;
  shopper.track("view_item", {"CANARY"}, "", kNow);
  shopper.track("view_item", {"t1"}, "", kNow + 1);
  shopper.track("view_item", {"CANARY"}, "", kNow + 2);
  ASSERT_TRUE(holds(shopper.snapshot(kNow + 2.0), "CANARY"));
  EXPECT_EQ(shopper.engine->forget("view_item:CANARY"), "true");
  EXPECT_EQ(ids_of(shopper.view()["facts"]), Ids{"view_item:t1"});
  EXPECT_FALSE(holds(shopper.snapshot(kNow + 2.0), "CANARY"));
  EXPECT_EQ(shopper.engine->forget("view_item:CANARY"), "false")
      << "there is no such fact any more";
}

TEST(Forget, OfOneProductLeavesTheOthersOfTheSameEvent) {
  Shopper shopper;
  shopper.track("purchase", {"g1", "CANARY", "t1"}, "T-1", kNow);
  EXPECT_EQ(shopper.engine->forget("purchase:CANARY"), "true");
  EXPECT_EQ(ids_of(shopper.view()["facts"]), (Ids{"purchase:g1", "purchase:t1"}));
  EXPECT_TRUE(shopper.track("purchase", {"g1"}, "T-1").empty()) << "still the same transaction";
  EXPECT_EQ(shopper.engine->forget("purchase:g1"), "true");
  EXPECT_EQ(shopper.engine->forget("purchase:t1"), "true");
  EXPECT_TRUE(shopper.view()["facts"].items.empty());
}

TEST(Forget, OfALineOfTheCartLeavesTheOthers) {
  Shopper shopper;
  shopper.cart({"t1", "g1"});
  EXPECT_EQ(shopper.engine->forget("cart:t1"), "true");
  EXPECT_EQ(ids_of(shopper.view()["facts"]), Ids{"cart:g1"});
  EXPECT_EQ(shopper.engine->forget("cart:g1"), "true");
  EXPECT_TRUE(shopper.view()["facts"].items.empty());
}

TEST(Forget, TakesTextsAndAnswersAndEventsThatSayNothingElse) {
  RuledShopper shopper(RuleSetBuilder()
                           .fact("skill", Type::text, {"beginner", "pro"})
                           .segment("a", "exists(search where search_term == \"drill\")")
                           .segment("b", "stated.skill == \"pro\"")
                           .segment("c", "exists(login)"));
  shopper.tell("search", {given("search_term", "drill")});
  shopper.tell("search", {given("search_term", "saw")});
  shopper.tell("login", {});
  shopper.say("skill", {given("", "pro")});
  EXPECT_EQ(shopper.segments(), (Ids{"a", "b", "c"}));
  EXPECT_EQ(shopper.engine->forget("search:search_term=drill"), "true");
  EXPECT_EQ(shopper.segments(), (Ids{"b", "c"}));
  EXPECT_EQ(shopper.engine->forget("stated:skill"), "true");
  EXPECT_EQ(shopper.engine->forget("login:"), "true");
  EXPECT_TRUE(shopper.segments().empty());
  EXPECT_EQ(ids_of(shopper.view()["facts"]), Ids{"search:search_term=saw"});
}

TEST(Forget, OfWhatIsNotThereChangesNothing) {
  Shopper shopper;
  shopper.look_at({"t1"});
  const auto before = shopper.snapshot();
  for (const auto* id : {"", ":", "view_item", "view_item:", "view_item:t",
                         "cart:", "stated:", "purchase:t1", "observed:t1"}) {
    EXPECT_EQ(shopper.engine->forget(id), "false") << id;
  }
  EXPECT_EQ(shopper.snapshot(), before);
  auto stranger = Shopper::without_profile();
  EXPECT_EQ(stranger.engine->forget("view_item:t1"), "false");
}

// Whatever there is, forgetting one fact takes that one and no other.
TEST(Forget, OfAnyFactLeavesExactlyTheOthers) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    test::Random random(seed);
    RuledShopper shopper(RuleSetBuilder()
                             .segment("a", "exists(search where search_term == \"drill\")")
                             .segment("b", "count(view_item where brand == \"x\") > 1")
                             .segment("c", "sum(purchase.value) > 1 and cart.value > 3"));
    const Ids names = {"g1", "t1", "t2", "unknown"};
    const auto any = [&] { return names[random.below(4)]; };
    for (int i = 0; i < 12; ++i) {
      const double now = static_cast<double>(kNow) + i;
      switch (random.below(4)) {
        case 0: shopper.tell("search", {given("search_term", any())}, {}, now); break;
        case 1: shopper.track("view_item", {any()}, "", now); break;
        case 2: shopper.track("purchase", {any(), any()}, "", now); break;
        default: shopper.cart({any(), any()}, now);
      }
    }
    auto facts = ids_of(shopper.view()["facts"]);
    while (!facts.empty()) {
      const auto gone = facts[random.below(static_cast<std::uint32_t>(facts.size()))];
      EXPECT_EQ(shopper.engine->forget(gone), "true") << gone;
      std::erase(facts, gone);
      EXPECT_EQ(ids_of(shopper.view()["facts"]), facts) << seed << ' ' << gone;
      ASSERT_TRUE(shopper.engine->restore(shopper.snapshot(kNow + 20.0)));
      EXPECT_EQ(ids_of(shopper.view()["facts"]), facts) << seed << ' ' << gone;
    }
  }
}

RuleSetBuilder three_uses() {
  auto rules = RuleSetBuilder()
                   .segment("diy", "exists(view_item where category under \"tools\")")
                   .segment("reader", "exists(search)")
                   .decision("window", {{"tools", "segment.diy", 1}, {"none", "true", 1}})
                   .trigger("greet", "segment.diy")
                   .inferred("handy", "count(view_item where category under \"tools\") * 2");
  for (auto& rule : rules.set.rules) {
    if (rule.kind == rules::RuleKind::trigger) {
      rule.cap_count = 1;
      rule.cap_window = kDay;
    }
  }
  return rules;
}

TEST(Objection, ToASegmentTakesItsValueAndThatOfWhatFollows) {
  RuledShopper shopper(three_uses());
  shopper.look_at({"t1"});
  auto values = shopper.values();
  EXPECT_EQ(values["segments"].texts(), Ids{"diy"});
  EXPECT_EQ(values["decisions"]["window"].text, "tools");
  shopper.engine->refuse({"segment diy"});
  values = shopper.values();
  EXPECT_TRUE(values["segments"].items.empty());
  EXPECT_EQ(values["decisions"]["window"].text, "none");
  shopper.engine->refuse({});
  EXPECT_EQ(shopper.segments(), Ids{"diy"});
}

TEST(Objection, ToATriggerKeepsItFromFiring) {
  RuledShopper shopper(three_uses());
  shopper.engine->refuse({"trigger greet", "fact handy", "decision window"});
  shopper.look_at({"t1"});
  EXPECT_TRUE(shopper.update()["triggers"].items.empty());
  const auto values = shopper.values();
  EXPECT_TRUE(values["inferred"].items.empty());
  EXPECT_TRUE(values["decisions"].items.empty());
  shopper.engine->refuse({});
  EXPECT_EQ(shopper.update()["triggers"].texts(), Ids{"greet"});
}

TEST(Objection, ToAllThatNeedAnEventKeepsItOutAndForgetsIt) {
  RuledShopper shopper(three_uses());
  shopper.tell("search", {});
  shopper.engine->refuse({"segment diy"});
  EXPECT_EQ(*shopper.engine->tidy(kNow), "false") << "others need what it needs";
  shopper.engine->refuse({"segment reader"});
  EXPECT_TRUE(shopper.tell("search", {}).empty());
  EXPECT_EQ(*shopper.engine->tidy(kNow), "true");
  EXPECT_TRUE(shopper.view()["facts"].items.empty());
}

TEST(Objection, ToASlotFillsItAsForAStranger) {
  Shopper shopper;
  shopper.look_at({"g1", "g2"});
  const auto personal = shopper.recommend("home");
  ASSERT_TRUE(personal["personal"].boolean);
  shopper.begin_page();
  shopper.engine->refuse({"slot home"});
  const auto impersonal = shopper.recommend("home");
  EXPECT_FALSE(impersonal["personal"].boolean);
  auto stranger = Shopper::without_profile();
  EXPECT_EQ(impersonal["items"].items.size(), stranger.recommend("home")["items"].items.size());
  EXPECT_EQ(shopper.recommended("home"), stranger.recommended("home"));
}

TEST(Objection, ToASlotKeepsTheProfileOutOfItsFilterToo) {
  auto rules = RuleSetBuilder().segment("diy", "exists(view_item where category under \"tools\")");
  rules.filter("home", "not segment.diy or category under \"tools\"");
  auto contents = test::ruled_shop(rules.set);
  contents.slots = test::garden_shop().slots;
  Shopper shopper(contents);
  shopper.look_at({"t1"});
  (void)*shopper.engine->update(kNow, 0);
  const auto with = shopper.recommended("home");
  shopper.begin_page();
  shopper.engine->refuse({"slot home"});
  const auto without = shopper.recommended("home");
  Shopper stranger(contents);
  EXPECT_NE(with, without);
  EXPECT_EQ(without, stranger.recommended("home"));
}

TEST(Consent, ThatIsUnknownFreezesWhatOnlyItsPurposeNeeds) {
  RuledShopper shopper(RuleSetBuilder()
                           .fact("skill", Type::text, {"pro"})
                           .segment("a", "exists(view_item)")
                           .segment("b", "exists(search) and stated.skill == \"pro\"")
                           .for_measuring());
  shopper.look_at({"t1"});
  shopper.tell("search", {});
  shopper.say("skill", {given("", "pro")});
  const auto before = shopper.snapshot();
  shopper.engine->allow(true, false);
  shopper.engine->freeze(false, true);
  EXPECT_EQ(*shopper.engine->tidy(kNow), "false");
  EXPECT_EQ(shopper.snapshot(), before);
  EXPECT_TRUE(shopper.tell("search", {}).empty()) << "nothing comes in";
  EXPECT_EQ(shopper.segments(), Ids{"a"}) << "nor is it used";
  shopper.engine->allow(true, false);
  EXPECT_EQ(*shopper.engine->tidy(kNow), "true") << "refused, it goes";
}

TEST(View, TellsWhatCameOfEachUseAndWhy) {
  auto rules = three_uses();
  rules.set.rules[0].label[0] = "Does it themselves";
  rules.set.rules[0].label[1] = "Klust zelf";
  auto contents = test::ruled_shop(rules.set);
  contents.slots = test::garden_shop().slots;
  contents.texts = {{"slot home", {"Front page", "Voorpagina"}}};
  Shopper shopper(contents);
  shopper.look_at({"t1"});
  (void)*shopper.engine->update(kNow, 0);
  shopper.engine->refuse({"segment reader"});
  const auto view = *Json::parse(shopper.engine->view(Language::nl));
  const auto* diy = find(view["uses"], "use", "segment diy");
  ASSERT_NE(diy, nullptr);
  EXPECT_EQ((*diy)["kind"].text, "segment");
  EXPECT_EQ((*diy)["label"].text, "Klust zelf");
  EXPECT_TRUE((*diy)["allowed"].boolean);
  EXPECT_TRUE((*diy)["value"].boolean);
  EXPECT_NE((*diy)["text"].text.find("U bekeek"), std::string::npos) << (*diy)["text"].text;
  EXPECT_FALSE((*find(view["uses"], "use", "segment reader"))["allowed"].boolean);
  EXPECT_EQ((*find(view["uses"], "use", "decision window"))["value"].text, "tools");
  const auto* home = find(view["uses"], "use", "slot home");
  ASSERT_NE(home, nullptr);
  EXPECT_EQ((*home)["label"].text, "Voorpagina");
  const auto* handy = find(view["facts"], "id", "inferred:handy");
  ASSERT_NE(handy, nullptr);
  EXPECT_EQ((*handy)["tier"].text, "inferred");
  EXPECT_EQ((*handy)["value"].number, 2);
}

TEST(View, TellsWhatWasAskedAndWhatMayBeAnswered) {
  RuleSetBuilder rules;
  rules.fact("skill", Type::text, {"beginner", "pro"}).segment("b", "stated.skill == \"pro\"");
  auto contents = test::ruled_shop(rules.set);
  contents.texts = {{"fact skill", {"How handy are you?", "Hoe handig bent u?"}},
                    {"choice skill=pro", {"A professional", "Een vakman"}}};
  Shopper shopper(contents);
  ASSERT_FALSE(shopper.engine->answer({"skill", {given("", "pro")}}, kNow)->empty());
  const auto facts = (*Json::parse(shopper.engine->view(Language::nl)))["facts"];
  const auto* skill = find(facts, "id", "stated:skill");
  ASSERT_NE(skill, nullptr);
  EXPECT_EQ((*skill)["label"].text, "Hoe handig bent u?");
  EXPECT_EQ((*skill)["choices"].texts(), (Ids{"beginner", "pro"}));
  EXPECT_EQ((*skill)["labels"]["pro"].text, "Een vakman");
  EXPECT_FALSE((*skill)["many"].boolean);
}

TEST(Evict, DropsTheOldestEventsUntilASnapshotIsSmallEnough) {
  Shopper shopper;
  for (int i = 0; i < 500; ++i) {
    shopper.track("view_item", {"product " + std::to_string(i)}, "", static_cast<double>(kNow) + i);
  }
  const auto whole = shopper.snapshot(kNow + 500.0).size();
  shopper.engine->evict(static_cast<double>(whole) / 2);
  const auto half = shopper.snapshot(kNow + 500.0).size();
  EXPECT_LE(half, whole / 2);
  EXPECT_GT(half, whole / 4);
  const auto ids = ids_of(shopper.view()["facts"]);
  EXPECT_EQ(ids.front(), "view_item:product 499") << "the newest stay";
  shopper.engine->evict(0);
  EXPECT_TRUE(shopper.view()["facts"].items.empty());
  Shopper::without_profile().engine->evict(0);
}

TEST(Import, PutsEventsInTheirPlaceAndEachOnce) {
  Shopper shopper;
  shopper.track("view_item", {"g1"}, "", kNow);
  shopper.track("view_item", {"t1"}, "", kNow + 2);
  for (int twice = 0; twice < 2; ++twice) {
    shopper.track("view_item", {"g2"}, "", kNow + 1);
    shopper.track("view_item", {"g1"}, "", kNow);
    shopper.engine->put_in_order();
  }
  const auto events = (*Json::parse(shopper.engine->export_profile()))["events"];
  Ids seen;
  for (const auto& event : events.items) seen.push_back(event["items"].items[0]["item_id"].text);
  EXPECT_EQ(seen, (Ids{"g1", "g2", "t1"}));
}

}  // namespace
}  // namespace etalage::engine
