// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Before consent, slots are filled from the current page alone, and nothing is remembered.
#include <gtest/gtest.h>

#include "engine/shoppers.h"
#include "support/code.h"

namespace etalage::engine {
namespace {

using test::code_of;
using test::Ids;
using test::kNow;
using test::Shopper;

TEST(WithoutAProfile, NothingIsKept) {
  auto shopper = Shopper::without_profile();
  EXPECT_TRUE(shopper.track("view_item", {"t1"}).empty());
  EXPECT_TRUE(shopper.track("purchase", {"t1"}, "T-1").empty());
  EXPECT_TRUE(shopper.cart({"t1"}).empty());
  EXPECT_TRUE(shopper.view()["since"].is_null());
  EXPECT_TRUE(shopper.view()["facts"].items.empty());
  const auto exported = *test::Json::parse(shopper.engine->export_profile());
  EXPECT_TRUE(exported["events"].items.empty());
  EXPECT_TRUE(exported["cart"].items.empty());
  shopper.engine->begin_profile(1);
  EXPECT_TRUE(shopper.view()["since"].is_null());
  EXPECT_TRUE(shopper.recommended("recent").empty());
}

TEST(WithoutAProfile, WhatNeedsOneIsRefused) {
  Shopper other;
  const auto record = other.track("view_item", {"t1"});
  const auto snapshot = other.snapshot();
  auto shopper = Shopper::without_profile();
  const auto refuses = [&] {
    EXPECT_EQ(code_of(shopper.engine->restore(snapshot)), Code::invalid_argument);
    EXPECT_EQ(code_of(shopper.engine->fold(record)), Code::invalid_argument);
    EXPECT_EQ(code_of(shopper.engine->snapshot(kNow)), Code::invalid_argument);
    EXPECT_FALSE(shopper.engine->has_profile());
  };
  refuses();
  shopper.engine->begin_profile(test::kSecret);
  EXPECT_EQ(code_of(shopper.engine->restore(snapshot)), Code::ok);
  shopper.engine->end_profile();
  refuses();
}

TEST(WithoutAProfile, WhatWasTrackedChangesNoAnswer) {
  auto shopper = Shopper::without_profile();
  const auto before = shopper.engine->recommend({"home", 0, "", {}, {}});
  shopper.look_at({"t1", "t2"});
  EXPECT_EQ(shopper.engine->recommend({"home", 0, "", {}, {}}), before);
}

TEST(WithoutAProfile, AnswersFollowFromThePagesProduct) {
  auto shopper = Shopper::without_profile();
  shopper.engine->set_page({"product", "t1", "", ""});
  const auto answer = shopper.recommend("home");
  EXPECT_EQ(answer["strategy"].text, "for-you");
  EXPECT_FALSE(answer["personal"].boolean);
  EXPECT_EQ(answer["items"].items.at(0)["id"].text, "t2");
  EXPECT_EQ(answer["items"].items.at(0)["reason"]["code"].text, "similar");
  shopper.engine->set_page({"product", "g1", "", ""});
  EXPECT_EQ(shopper.recommended("home").at(0), "g2");
}

TEST(WithoutAProfile, AnswersFollowFromThePagesCategory) {
  auto shopper = Shopper::without_profile();
  shopper.engine->set_page({"category", "", "tools", ""});
  const auto answer = shopper.recommend("home", 3);
  EXPECT_EQ(answer["strategy"].text, "bestsellers");
  EXPECT_EQ(shopper.recommended("home", 3), (Ids{"t1", "t2", "t3"}));
  shopper.engine->set_page({"home", "", "", ""});
  EXPECT_EQ(shopper.recommended("home", 3), (Ids{"g1", "t1", "g2"}));
}

TEST(WithoutAProfile, AnswersFollowFromTheCartThatThePageTells) {
  auto shopper = Shopper::without_profile();
  shopper.cart({"g4", "t1"});
  const auto answer = shopper.recommend("cart", 2);
  EXPECT_EQ(shopper.recommended("cart", 2), (Ids{"t2", "g1"}));
  EXPECT_FALSE(answer["personal"].boolean);
  shopper.cart({});
  EXPECT_EQ(shopper.recommend("cart", 2)["strategy"].text, "bestsellers");
}

}  // namespace
}  // namespace etalage::engine
