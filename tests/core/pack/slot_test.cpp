// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "pack/slot.h"

#include <gtest/gtest.h>

namespace etalage::pack {
namespace {

// Stored in packs, written in configurations.
TEST(Strategy, KeepsItsNumberAndItsName) {
  EXPECT_EQ(name(static_cast<Strategy>(1)), "bestsellers");
  EXPECT_EQ(name(static_cast<Strategy>(2)), "for-you");
  EXPECT_EQ(name(static_cast<Strategy>(3)), "similar");
  EXPECT_EQ(name(static_cast<Strategy>(4)), "bought-together");
  EXPECT_EQ(name(static_cast<Strategy>(5)), "recently-viewed");
  EXPECT_EQ(name(static_cast<Strategy>(6)), "alternatives");
  EXPECT_EQ(name(static_cast<Strategy>(7)), "complement");
  EXPECT_EQ(name(static_cast<Strategy>(8)), "cart-complement");
  EXPECT_EQ(name(static_cast<Strategy>(9)), "buy-again");
  EXPECT_EQ(name(static_cast<Strategy>(10)), "continue-browsing");
  EXPECT_EQ(name(static_cast<Strategy>(11)), "trending");
  EXPECT_EQ(name(static_cast<Strategy>(12)), "new");
  EXPECT_EQ(name(static_cast<Strategy>(13)), "new-for-you");
  EXPECT_EQ(name(static_cast<Strategy>(14)), "up-sell");
  EXPECT_EQ(name(static_cast<Strategy>(15)), "cross-sell");
  EXPECT_EQ(name(static_cast<Strategy>(16)), "more-from-series");
  EXPECT_EQ(name(static_cast<Strategy>(17)), "explore");
  EXPECT_EQ(name(static_cast<Strategy>(18)), "contextual");
  EXPECT_EQ(name(static_cast<Strategy>(19)), "segment-bestsellers");
}

TEST(Strategy, IsFoundByItsName) {
  for (unsigned number = 1; number <= kStrategies; ++number) {
    const auto strategy = static_cast<Strategy>(number);
    EXPECT_NE(name(strategy), "");
    EXPECT_EQ(strategy_named(name(strategy)), strategy);
  }
  EXPECT_EQ(name(static_cast<Strategy>(kStrategies + 1)), "");
}

TEST(Strategy, OfAnUnknownNameOrNumberIsNone) {
  EXPECT_FALSE(strategy_named("for_you"));
  EXPECT_FALSE(strategy_named("For-you"));
  EXPECT_FALSE(strategy_named(""));
  EXPECT_EQ(name(static_cast<Strategy>(0)), "");
  EXPECT_EQ(name(static_cast<Strategy>(200)), "");
}

}  // namespace
}  // namespace etalage::pack
