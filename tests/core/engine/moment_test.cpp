// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "bytes/reader.h"
#include "engine/describe_measures.h"
#include "engine/ruled_shoppers.h"
#include "measure/experiment.h"
#include "support/code.h"

namespace etalage::engine {
namespace {

using test::Bytes;
using test::Json;
using test::kDay;
using test::kNow;
using test::Random;
using test::RuledShopper;
using test::RuleSetBuilder;

constexpr double kLater = 700'000;  // after the moment of a visit, wherever that is

RuleSetBuilder looking() {
  RuleSetBuilder rules;
  rules.measure("looked", {{"much", "count(view_item) >= 2", 1},
                           {"little", "exists(view_item)", 1},
                           {"none", "true", 1}});
  return rules;
}

// What a page does at its moments: keeps the ledger, and queues the reports.
struct Respondent : RuledShopper {
  explicit Respondent(const RuleSetBuilder& rules, std::uint64_t seed = 1)
      : RuledShopper(rules), random(seed) {}

  std::vector<std::string> moment(bool hidden, double now, std::size_t bytes = 4096) {
    const auto pool = test::random_bytes(random, bytes);
    const auto out = engine->moment({hidden, spent_until, ledger, pool}, now, 0).value();
    std::vector<std::string> reports;
    for (auto text = engine->next_report(); !text.empty(); text = engine->next_report()) {
      reports.push_back(text);
    }
    if (out.empty()) {
      EXPECT_TRUE(reports.empty());
      return {};
    }
    bytes::Reader in(out);
    until = static_cast<std::uint32_t>(in.varint());
    const auto rest = in.take(in.remaining());
    ledger.assign(rest.begin(), rest.end());
    return reports;
  }
  // A visit from its beginning to when the page is hidden.
  std::vector<std::string> visit(double now = kNow) {
    (void)moment(false, now);
    return moment(true, now + kLater);
  }

  Random random;
  Bytes ledger;
  std::uint32_t spent_until = 0, until = 0;
};

Json parsed(const std::string& text) { return Json::parse(text).value(); }

// The bucket of a report that supports one.
std::uint32_t bucket(const std::string& report) {
  const auto answer = parsed(report)["answer"].text;
  for (std::uint32_t i = 0; i < 256; ++i) {
    const auto byte = std::stoul(answer.substr(i / 8 * 2, 2), nullptr, 16);
    if ((byte >> (i % 8) & 1U) != 0) return i;
  }
  return 256;
}

TEST(Moment, ReportsOnceAnEpochWhenThePageIsHiddenAfterARandomMoment) {
  Respondent shopper(looking());
  EXPECT_TRUE(shopper.moment(false, kNow).empty());
  EXPECT_TRUE(shopper.moment(true, kNow + 29'999).empty());
  const auto reports = shopper.moment(true, kNow + kLater);
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_TRUE(shopper.moment(true, kNow + kLater + 1).empty());
  EXPECT_TRUE(shopper.visit(kNow + 3.6e6).empty());
  EXPECT_EQ(shopper.visit(kNow + 7.0 * kDay).size(), 1U);
}

TEST(Moment, ReportsInOneFormOfOneLength) {
  std::set<std::size_t> lengths;
  std::set<std::string> ids;
  auto rules = looking();
  std::vector<compile::CaseSource> many;
  for (int i = 0; i < 100; ++i) {
    many.push_back({"a" + std::to_string(i), "count(view_item) == " + std::to_string(i), 1});
  }
  many.push_back({"more", "true", 1});
  rules.measure("many", many);
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Respondent shopper(rules, seed);
    const auto reports = shopper.visit(kNow + static_cast<double>(seed) * 1e10);
    ASSERT_EQ(reports.size(), 2U);
    for (const auto& report : reports) {
      lengths.insert(report.size());
      const auto json = parsed(report);
      ids.insert(json["id"].text);
      EXPECT_EQ(json["id"].text.size(), 32U);
      EXPECT_EQ(json["series"].text.size(), 16U);
      EXPECT_EQ(json["epoch"].text.size(), 10U);
      EXPECT_EQ(json["answer"].text.size(), 64U);
    }
  }
  EXPECT_EQ(lengths.size(), 1U);
  EXPECT_EQ(ids.size(), 100U);
}

TEST(Moment, AnswersTruthfullyAsOftenAsEpsilonSays) {
  // k = 3 at ln 3: the truth in 3 of 5 cases, each other answer in 1 of 5.
  std::map<std::uint32_t, int> found;
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    Respondent shopper(looking(), seed + 1);
    shopper.look_at({"g1"});
    const auto reports = shopper.visit();
    ASSERT_EQ(reports.size(), 1U);
    ++found[bucket(reports[0])];
  }
  EXPECT_NEAR(found[1], 1800, 110);
  EXPECT_NEAR(found[0], 600, 90);
  EXPECT_NEAR(found[2], 600, 90);
}

TEST(Moment, AsksTheStateAsItIsThen) {
  Respondent shopper(looking());
  (void)shopper.moment(false, kNow);
  shopper.look_at({"g1", "g2"});
  (void)shopper.moment(true, kNow + kLater);
  EXPECT_EQ(parsed(shopper.engine->truth())["looked"].number, 0);
}

TEST(Moment, DoesNotTakeFromThePageWhatItsRulesSayNext) {
  auto rules = looking();
  rules.segment("looker", "exists(view_item)").trigger("hello", "exists(view_item)");
  Respondent shopper(rules);
  (void)shopper.moment(false, kNow);
  (void)shopper.update(kNow);
  shopper.look_at({"g1"});
  (void)shopper.moment(true, kNow + kLater);
  const auto update = shopper.update(kNow + kLater);
  EXPECT_EQ(update["entered"].texts(), test::Ids{"looker"});
  EXPECT_TRUE(update["changed"].boolean);
}

TEST(Moment, AsksNobodyWhoDoesNotLetTheShopMeasure) {
  Respondent shopper(looking());
  shopper.engine->allow(true, false);
  EXPECT_TRUE(shopper.visit().empty());
  EXPECT_TRUE(shopper.ledger.empty());
}

TEST(Moment, AsksNoMeasureThatTheShopperObjectsTo) {
  Respondent shopper(looking());
  shopper.engine->refuse({"measure looked"});
  EXPECT_TRUE(shopper.visit().empty());
}

TEST(Moment, AsksNothingOfARuleThatTheShopperObjectsTo) {
  RuleSetBuilder rules;
  rules.segment("looker", "exists(view_item)").segment("both", "segment.looker");
  rules.measure("both", {{"yes", "segment.both", 1}, {"no", "true", 1}});
  Respondent shopper(rules);
  shopper.engine->refuse({"segment looker"});
  EXPECT_TRUE(shopper.visit().empty());
  shopper.engine->refuse({});
  EXPECT_EQ(shopper.visit(kNow + 3.6e6).size(), 1U);
}

TEST(Moment, AsksOfRulesThatPersonaliseOnlyThoseWhoAllowThat) {
  RuleSetBuilder rules;
  rules.segment("looker", "exists(view_item)");
  rules.measure("looker", {{"yes", "segment.looker", 1}, {"no", "true", 1}});
  {
    Respondent shopper(rules);
    EXPECT_EQ(shopper.visit().size(), 1U);
  }
  Respondent shopper(rules);
  shopper.engine->allow(false, true);
  EXPECT_TRUE(shopper.visit().empty());
}

TEST(Moment, KeepsForMeasuringAloneWhatOnlyAMeasureNeeds) {
  auto rules = looking();
  rules.segment("buyer", "exists(purchase)");
  Respondent shopper(rules);
  shopper.engine->allow(false, true);
  EXPECT_FALSE(shopper.track("view_item", {"g1"}).empty());
  EXPECT_TRUE(shopper.track("purchase", {"g1"}).empty());
  EXPECT_EQ(shopper.visit().size(), 1U);
  EXPECT_EQ(parsed(shopper.engine->truth())["looked"].number, 1);
  // What is kept for measuring makes no segment.
  EXPECT_TRUE(shopper.segments(kNow + kLater).empty());
}

TEST(Moment, AsksWhetherTheShopMayPersonalise) {
  RuleSetBuilder rules;
  rules.segment("looker", "exists(view_item)");
  rules.measure("personalise", {{"", "true", 1}});
  rules.set.rules.pop_back();
  rules.set.measures[0].personalise = true;
  for (const bool allows : {false, true}) {
    Respondent shopper(rules);
    shopper.engine->allow(allows, true);
    EXPECT_EQ(shopper.visit().size(), 1U);
    EXPECT_EQ(parsed(shopper.engine->truth())["personalise"].number, allows ? 1 : 0);
  }
}

RuleSetBuilder held_out(std::uint32_t holdout, std::int64_t from = 0, std::int64_t to = 0) {
  auto rules = looking();
  rules.set.experiments.push_back({"package", "", holdout, from, to, ""});
  rules.set.measures[0].by_experiment = "package";
  return rules;
}

// A shopper who looked at plants, of a shop with slots.
test::Shopper plant_lover(RuleSetBuilder rules) {
  rules.segment("looker", "exists(view_item where item_id == \"g1\")");
  auto contents = test::ruled_shop(rules.set);
  contents.slots = test::garden_shop().slots;
  test::Shopper shopper(contents);
  shopper.look_at({"g1", "g2"});
  return shopper;
}

TEST(Moment, FillsSlotsOfWhoeverIsHeldOutAsForAStranger) {
  const auto shown = [](std::uint32_t holdout, bool measures, double now) {
    auto shopper = plant_lover(held_out(holdout, 0, kNow + 1000));
    shopper.engine->allow(true, measures);
    return parsed(shopper.engine->recommend({"home", 0, "", {}, {}}, now, 0))["personal"].boolean;
  };
  EXPECT_TRUE(shown(0, true, kNow));
  EXPECT_FALSE(shown(10000, true, kNow));
  // Only those who let the shop measure are in an experiment, and only while it lasts.
  EXPECT_TRUE(shown(10000, false, kNow));
  EXPECT_TRUE(shown(10000, true, kNow + 1000));
}

TEST(Moment, FillsNoSlotWithWhatIsKeptForMeasuringAlone) {
  auto shopper = plant_lover(looking());
  EXPECT_TRUE(shopper.recommend("home")["personal"].boolean);
  shopper.engine->allow(false, true);
  EXPECT_FALSE(shopper.recommend("home")["personal"].boolean);
}

TEST(Moment, DividesAnswersByTheArmOfAnExperiment) {
  for (const std::uint32_t holdout : {0U, 10000U}) {
    Respondent shopper(held_out(holdout));
    shopper.look_at({"g1"});
    EXPECT_EQ(shopper.visit().size(), 1U);
    EXPECT_EQ(parsed(shopper.engine->truth())["looked"].number, 1 * 2 + (holdout == 0 ? 0 : 1));
  }
}

TEST(Moment, LeavesWhoeverIsHeldOutOfEverythingOutOfWhatComesAfter) {
  auto rules = held_out(10000);
  rules.set.experiments.push_back({"home", "home", 5000, 0, 0, ""});
  rules.set.measures[0].by_experiment = "home";
  Respondent shopper(rules);
  EXPECT_TRUE(shopper.visit().empty());
}

TEST(Moment, FailsClosedWhereRandomBytesAreShort) {
  for (std::size_t bytes = 0; bytes < 40; ++bytes) {
    Respondent shopper(looking());
    (void)shopper.moment(false, kNow);
    const auto before = shopper.ledger;
    const auto reports = shopper.moment(true, kNow + kLater, bytes);
    // Four words of an id, and one or more for the answer.
    if (bytes < 20) {
      EXPECT_TRUE(reports.empty()) << bytes;
    }
    if (reports.empty() && bytes < 16) {
      EXPECT_EQ(shopper.ledger, before) << bytes;
    }
  }
}

TEST(Moment, AsksNothingThatAnErasedProfileMayHaveAnswered) {
  Respondent shopper(looking());
  ASSERT_EQ(shopper.visit().size(), 1U);
  shopper.ledger.clear();
  shopper.spent_until = shopper.until;
  EXPECT_TRUE(shopper.visit(kNow + 3.6e6).empty());
  EXPECT_EQ(shopper.visit(kNow + 7.0 * kDay).size(), 1U);
}

TEST(Moment, TakesADamagedLedgerForOneThatIsSpent) {
  Respondent shopper(looking());
  (void)shopper.moment(false, kNow);
  shopper.ledger.back() ^= 1;
  EXPECT_TRUE(shopper.moment(true, kNow + kLater).empty());
  EXPECT_EQ(shopper.until, kNow / (7 * kDay));
  EXPECT_TRUE(shopper.visit(kNow + 3.6e6).empty());
  EXPECT_EQ(shopper.visit(kNow + 7.0 * kDay).size(), 1U);
}

TEST(Moment, LeavesALedgerOfANewerReleaseAlone) {
  Respondent shopper(looking());
  (void)shopper.moment(false, kNow);
  shopper.ledger[1] = 2;
  const auto before = shopper.ledger;
  EXPECT_TRUE(shopper.visit().empty());
  EXPECT_EQ(shopper.ledger, before);
}

TEST(Moment, TellsTheShopperWhatWasReported) {
  auto rules = looking();
  rules.set.texts.push_back({"measure looked", {"Looking", "Kijken"}});
  rules.set.texts.push_back({"answer looked=much", {"A lot", "Veel"}});
  auto contents = test::ruled_shop(rules.set);
  for (const auto& [key, words] : rules.set.texts)
    contents.texts.push_back({key, {words[0], words[1]}});
  const auto engine = Engine::open(test::written(contents)).value();
  Respondent shopper(rules);
  const auto reports = shopper.visit();
  ASSERT_EQ(reports.size(), 1U);
  const auto told = parsed(engine->reports(shopper.ledger, recommend::Language::nl).value());
  ASSERT_EQ(told.items.size(), 1U);
  const auto& one = told.items[0];
  const std::string answers[] = {"Veel", "little", "none"};
  EXPECT_EQ(one["measure"].text, "looked");
  EXPECT_EQ(one["label"].text, "Kijken");
  EXPECT_EQ(one["answer"].text, answers[bucket(reports[0])]);
  EXPECT_EQ(one["trueIn100"].number, 60);
  EXPECT_NEAR(one["epsilon"].number, 1.098612, 1e-6);
  EXPECT_EQ(one["time"].number, kNow + kLater);
}

TEST(Moment, ShowsTheShopperEachMeasureAsOneUse) {
  auto rules = looking();
  rules.cases(rules::RuleKind::measure, "looked by", {{"any", "true", 1}}).for_measuring();
  rules.set.measures[0].by_rule = true;
  Respondent shopper(rules);
  shopper.engine->refuse({"measure looked"});
  const auto view = parsed(shopper.engine->view());
  std::vector<std::string> uses;
  for (const auto& use : view["uses"].items) {
    uses.push_back(use["use"].text);
    EXPECT_FALSE(use["allowed"].boolean);
  }
  EXPECT_EQ(uses, std::vector<std::string>{"measure looked"});
}

std::string series_of(const RuleSetBuilder& rules) {
  const auto text = describe_measures(test::written(test::ruled_shop(rules.set))).value();
  return parsed(text)["measures"].items[0]["series"].text;
}

TEST(Moment, BeginsANewSeriesAsSoonAsAnAnswerMeansSomethingElse) {
  RuleSetBuilder rules;
  rules.segment("looker", "exists(view_item)");
  rules.measure("looker", {{"yes", "segment.looker", 1}, {"no", "true", 1}});
  const auto series = series_of(rules);
  EXPECT_EQ(series_of(rules), series);
  std::set<std::string> all{series};
  const auto differs = [&](auto change) {
    auto other = rules;
    change(other.set);
    EXPECT_TRUE(all.insert(series_of(other)).second);
  };
  differs([](auto& set) { set.rules[0].cases[0].expression = "exists(view_item within 30d)"; });
  differs([](auto& set) { set.rules[1].cases[0].value = "ja"; });
  differs([](auto& set) { set.measures[0].a = 5; });
  differs([](auto& set) { set.measures[0].days = 28; });
  differs([](auto& set) { set.measures[0].at_epoch = true; });
  differs([](auto& set) { set.measures[0].from = 1; });
  auto same = rules;
  same.set.texts.push_back({"measure looker", {"Looks", "Kijkt"}});
  same.segment("other", "exists(purchase)");
  EXPECT_EQ(series_of(same), series);
}

TEST(Moment, NeverOpensAPackWhoseMeasuresNoRuleAnswers) {
  const auto rules = looking();
  auto contents = test::ruled_shop(rules.set);
  auto measures = measure::read_measures(contents.measures).value();
  measures.measures[0].rule = 99;
  contents.measures = measure::write_measures(measures);
  EXPECT_EQ(test::code_of(Engine::open(test::written(contents))), Code::malformed);
  measures.measures[0].rule = 0;
  measures.measures[0].rows = 4;
  contents.measures = measure::write_measures(measures);
  EXPECT_EQ(test::code_of(Engine::open(test::written(contents))), Code::malformed);
  for (std::size_t size = 0; size < contents.measures.size(); ++size) {
    EXPECT_FALSE(measure::read_measures(std::span(contents.measures).first(size)));
  }
}

}  // namespace
}  // namespace etalage::engine
