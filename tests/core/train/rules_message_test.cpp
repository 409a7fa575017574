// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/rules_message.h"

#include <gtest/gtest.h>

#include <limits>
#include <string_view>

#include "bytes/reader.h"
#include "support/code.h"
#include "support/damage.h"

namespace etalage::train {
namespace {

using test::Bytes;
using test::code_of;

// As js/build writes: a string is a u32 length and its bytes.
struct Message {
  bytes::Writer out;

  Message& number(auto value) {
    out.number(value);
    return *this;
  }
  Message& u32(std::uint32_t value) { return number(value); }
  Message& u8(std::uint8_t value) { return number(value); }
  Message& f64(double value) { return number(value); }
  Message& string(std::string_view text) {
    u32(static_cast<std::uint32_t>(text.size()));
    out.append({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    return *this;
  }
};

// A retention of a day and one rule of a measure; what follows is up to the test.
Message beginning() {
  Message message;
  message.f64(86'400'000).u8(0).u32(0);
  message.u32(1).u8(8).string("stage").string("Stage").string("Fase").u8(2).u8(0).u32(0).f64(0);
  message.u32(1).string("yes").string("true").f64(1);
  for (int lists = 0; lists < 6; ++lists) message.u32(0);
  return message;
}

Bytes whole(double from = 1e12, double to = 2e12) {
  auto message = beginning();
  message.u32(2);
  message.string("stage").string("decision.stage").u8(0).u8(1).string("");
  message.u32(5).u32(2).u32(28).u8(1).f64(0).f64(0);
  message.string("consent").string("personalise").u8(1).u8(0).string("home");
  message.u32(3).u32(1).u32(7).u8(0).f64(from).f64(to);
  message.u32(1).string("home").string("slot").u32(500).f64(from).f64(to).string("before");
  message.f64(3.3).f64(86);
  return test::exact(message.out.take());
}

TEST(RulesMessage, HasMeasuresExperimentsAndBudgets) {
  const auto read = read_rules(whole());
  ASSERT_TRUE(read) << read.error().detail;
  ASSERT_EQ(read->rules.size(), 1u);
  EXPECT_EQ(read->rules[0].kind, rules::RuleKind::measure);
  EXPECT_EQ(read->rules[0].purpose, rules::Purpose::measure);
  ASSERT_EQ(read->measures.size(), 2u);
  const auto& stage = read->measures[0];
  EXPECT_EQ(stage.name, "stage");
  EXPECT_EQ(stage.of, "decision.stage");
  EXPECT_FALSE(stage.personalise);
  EXPECT_TRUE(stage.by_rule);
  EXPECT_EQ(stage.by_experiment, "");
  EXPECT_EQ(stage.a, 5u);
  EXPECT_EQ(stage.b, 2u);
  EXPECT_EQ(stage.days, 28u);
  EXPECT_TRUE(stage.at_epoch);
  EXPECT_EQ(stage.from, 0);
  EXPECT_EQ(stage.to, 0);
  const auto& consent = read->measures[1];
  EXPECT_TRUE(consent.personalise);
  EXPECT_FALSE(consent.by_rule);
  EXPECT_EQ(consent.by_experiment, "home");
  EXPECT_FALSE(consent.at_epoch);
  EXPECT_EQ(consent.from, 1'000'000'000'000);
  EXPECT_EQ(consent.to, 2'000'000'000'000);
  ASSERT_EQ(read->experiments.size(), 1u);
  const auto& home = read->experiments[0];
  EXPECT_EQ(home.name, "home");
  EXPECT_EQ(home.slot, "slot");
  EXPECT_EQ(home.holdout, 500u);
  EXPECT_EQ(home.from, 1'000'000'000'000);
  EXPECT_EQ(home.to, 2'000'000'000'000);
  EXPECT_EQ(home.compare, "before");
  EXPECT_EQ(read->budget_week, 3.3);
  EXPECT_EQ(read->budget_lifetime, 86);
}

TEST(RulesMessage, ATimeThatNoClockShowsIsNoBound) {
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  for (const auto time : {-1.0, 9e15, kInfinite, std::numeric_limits<double>::quiet_NaN()}) {
    const auto read = read_rules(whole(time, 1e12));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->measures[1].from, 0) << time;
    EXPECT_EQ(read->experiments[0].from, 0) << time;
  }
}

TEST(RulesMessage, EveryPartOfItIsMalformed) {
  test::every_prefix(whole(), [](const Bytes& part) {
    EXPECT_EQ(code_of(read_rules(part)), Code::malformed) << part.size();
  });
}

TEST(RulesMessage, OneByteMoreIsMalformed) {
  auto message = whole();
  message.push_back(0);
  EXPECT_EQ(code_of(read_rules(message)), Code::malformed);
}

TEST(RulesMessage, ACountThatCannotFollowIsMalformed) {
  auto message = beginning();
  message.u32(0xFFFFFFFF);
  EXPECT_EQ(code_of(read_rules(test::exact(message.out.take()))), Code::malformed);
}

}  // namespace
}  // namespace etalage::train
