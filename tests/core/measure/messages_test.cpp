// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "measure/messages.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "measure/questions.h"
#include "support/json.h"

namespace etalage {
namespace {

using measure::Channel;
using measure::Tally;
using measure::Trial;
using test::Json;
using Bytes = std::vector<std::uint8_t>;
using enum pack::Mechanism;

const Channel kOfFour{randomised_response, 4, 3, 1};
const Tally kTally{kOfFour, 1000, {400, 300, 200, 100}};
const Trial kTrial{{kOfFour, 10000, {3500, 3000, 1600, 1900}}, {false, true}, 0.5};

Json parsed(const Result<std::string>& text) {
  EXPECT_TRUE(text);
  const auto json = Json::parse(text ? *text : "");
  EXPECT_TRUE(json);
  return json ? *json : Json{};
}

TEST(MeasureMessages, GiveEstimatesByBucket) {
  const auto json = parsed(measure::estimates(test::message(kTally)));
  EXPECT_EQ(json["reports"].number, 1000);
  EXPECT_EQ(json["p"].number, 0.5);
  EXPECT_EQ(json["q"].number, 0.166667);
  EXPECT_EQ(json["perReport"].number, 3);
  EXPECT_EQ(json["allBits"].number, 6);
  ASSERT_EQ(json["estimates"].items.size(), 4u);
  const auto& first = json["estimates"].items[0];
  EXPECT_EQ(first["count"].number, 700);
  EXPECT_EQ(first["share"].number, 0.7);
  EXPECT_NEAR(first["se"].number, std::sqrt((1.25 + 0.7) / 1000), 1e-6);
  EXPECT_LT(first["low"].number, 0.62);
  EXPECT_GT(first["high"].number, 0.78);
  EXPECT_EQ(first["display"].number, 0.633333);
  EXPECT_TRUE(first["different"].boolean);
}

TEST(MeasureMessages, GiveAnUpliftAComparisonAndWhatIsNeeded) {
  const auto json = parsed(measure::uplift_of(test::message(kTrial)));
  ASSERT_EQ(json["arms"].items.size(), 2u);
  const auto found = measure::uplift(kTrial);
  EXPECT_NEAR(json["uplift"].number, found.uplift, 1e-6);
  EXPECT_NEAR(json["low"].number, found.fixed.low, 1e-6);
  EXPECT_NEAR(json["anytimeHigh"].number, found.anytime.high, 1e-6);
  EXPECT_NEAR(json["relative"].number, found.relative, 1e-6);
  EXPECT_NEAR(json["ratio"]["found"].number, found.held_out, 1e-6);
  EXPECT_EQ(json["ratio"]["expected"].number, 0.5);
  EXPECT_EQ(json["ratio"]["suspect"].boolean, found.is_suspect());
  EXPECT_NEAR(json["arms"].items[0]["reports"].number, found.arms[0].reports, 1e-5);
  EXPECT_NEAR(json["arms"].items[1]["rateHigh"].number, found.arms[1].rate_range.high, 1e-6);
  const auto comparison = parsed(measure::comparison(test::message(kTrial, kTrial)));
  EXPECT_EQ(comparison["difference"].number, 0);
  EXPECT_NEAR(comparison["low"].number, -comparison["high"].number, 2e-6);
  const auto needed = parsed(measure::needed(test::question(kOfFour, 0.05, 0.01)));
  EXPECT_EQ(needed["reports"].number, 49941);
  EXPECT_EQ(needed["truth"].number, 0.5);
}

TEST(MeasureMessages, WhatIsNotDefinedIsNull) {
  const Tally none{kOfFour, 0, {0, 0, 0, 0}};
  const auto json = parsed(measure::estimates(test::message(none)));
  EXPECT_EQ(json["reports"].number, 0);
  EXPECT_TRUE(json["estimates"].items.at(0)["share"].is_null());
  const auto uplift = parsed(measure::uplift_of(test::message(Trial{none, {false, true}, 0.1})));
  EXPECT_TRUE(uplift["uplift"].is_null());
  EXPECT_TRUE(uplift["arms"].items.at(1)["rateLow"].is_null());
}

TEST(MeasureMessages, RefuseWhatNoReportsCanAddUpTo) {
  const auto refuses = [](const std::function<void(Trial&)>& change) {
    auto trial = kTrial;
    change(trial);
    const auto one = measure::uplift_of(test::message(trial));
    const auto both = measure::comparison(test::message(kTrial, trial));
    return !one && one.error().code == Code::malformed && !both;
  };
  EXPECT_FALSE(refuses([](Trial&) {}));
  const double undefined = std::numeric_limits<double>::quiet_NaN();
  EXPECT_TRUE(
      refuses([](Trial& it) { it.tally.channel.mechanism = static_cast<pack::Mechanism>(3); }));
  EXPECT_TRUE(refuses([](Trial& it) { it.tally.channel.a = 1; }));
  EXPECT_TRUE(refuses([](Trial& it) { it.tally.channel.b = 0; }));
  EXPECT_TRUE(refuses([](Trial& it) { it.tally.channel.a = pack::kMaxRatio + 1; }));
  EXPECT_TRUE(refuses([](Trial& it) { it.tally.channel.buckets = 0; }));
  EXPECT_TRUE(refuses([](Trial& it) { it.tally.channel.buckets = 2; }));
  EXPECT_TRUE(refuses([](Trial& it) { it.tally.channel.buckets = 258; }));
  EXPECT_TRUE(refuses([](Trial& it) { it.tally.reports = 9999; }));
  EXPECT_TRUE(refuses([](Trial& it) { it.tally.reports = -1; }));
  EXPECT_TRUE(refuses([&](Trial& it) { it.tally.reports = undefined; }));
  EXPECT_TRUE(refuses([](Trial& it) { it.tally.counts = {3500.5, 2999.5, 1600, 1900}; }));
  EXPECT_TRUE(refuses([](Trial& it) { it.tally.counts = {3500, -3000, 7600, 1900}; }));
  EXPECT_TRUE(refuses([](Trial& it) { it.tally.counts.push_back(0); }));
  EXPECT_TRUE(refuses([](Trial& it) { it.tally.counts.pop_back(); }));
  EXPECT_TRUE(refuses([](Trial& it) { it.is_success = {false, false, true}; }));
  EXPECT_TRUE(refuses([](Trial& it) { it.holdout = 0; }));
  EXPECT_TRUE(refuses([](Trial& it) { it.holdout = 1; }));
  EXPECT_TRUE(refuses([&](Trial& it) { it.holdout = undefined; }));
  auto three_columns = test::message(kTrial);
  three_columns[5] = 1;
  three_columns[1] = 4;
  EXPECT_FALSE(measure::uplift_of(three_columns));
  // Under unary encoding a report supports any number of buckets, but each once.
  const Channel bits{unary_encoding, 4, 3, 1};
  EXPECT_TRUE(measure::estimates(test::message(Tally{bits, 10, {10, 10, 0, 3}})));
  EXPECT_FALSE(measure::estimates(test::message(Tally{bits, 10, {11, 10, 0, 3}})));
  EXPECT_FALSE(measure::needed(test::question(kOfFour, 1.5, 0.01)));
  EXPECT_FALSE(measure::needed(test::question(kOfFour, 0.5, 0)));
  EXPECT_FALSE(measure::needed(test::question({randomised_response, 1, 3, 1}, 0.5, 0.1)));
}

TEST(MeasureMessages, RefuseWhatIsShorterOrLonger) {
  const auto refuses_all_but = [](const Bytes& whole, auto call) {
    for (std::size_t size = 0; size < whole.size(); ++size) {
      EXPECT_FALSE(call({whole.data(), size})) << size;
    }
    auto longer = whole;
    longer.push_back(0);
    EXPECT_FALSE(call(longer));
    EXPECT_TRUE(call(whole));
  };
  refuses_all_but(test::message(kTally), measure::estimates);
  refuses_all_but(test::message(kTrial), measure::uplift_of);
  refuses_all_but(test::message(kTrial, kTrial), measure::comparison);
  refuses_all_but(test::question(kOfFour, 0.05, 0.01), measure::needed);
}

}  // namespace
}  // namespace etalage
