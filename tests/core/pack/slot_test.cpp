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
}

TEST(Strategy, IsFoundByItsName) {
  for (const auto strategy : kStrategies) EXPECT_EQ(strategy_named(name(strategy)), strategy);
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
