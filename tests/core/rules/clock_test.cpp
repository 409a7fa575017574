// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/clock.h"

#include <gtest/gtest.h>

namespace etalage::rules {
namespace {

constexpr std::int64_t kLeapDay = 1709164800000;  // 29 February 2024, a Thursday, midnight UTC

TEST(Clock, ShowsTheShoppersOwnTime) {
  const Clock utc{kLeapDay + 23 * kHour, 0};
  EXPECT_EQ(utc.show(Context::hour), 23);
  EXPECT_EQ(utc.show(Context::weekday), 4);
  EXPECT_EQ(utc.show(Context::month), 2);
  EXPECT_EQ(utc.show(Context::day), 29);
  const Clock amsterdam{kLeapDay + 23 * kHour, 60};
  EXPECT_EQ(amsterdam.show(Context::hour), 0);
  EXPECT_EQ(amsterdam.show(Context::weekday), 5);
  EXPECT_EQ(amsterdam.show(Context::month), 3);
  EXPECT_EQ(amsterdam.show(Context::day), 1);
  const Clock new_york{kLeapDay, -300};
  EXPECT_EQ(new_york.show(Context::hour), 19);
  EXPECT_EQ(new_york.show(Context::day), 28);
}

TEST(Clock, ShowsTheFirstDayOfAll) {
  const Clock clock{0, -60};
  EXPECT_EQ(clock.show(Context::hour), 23);
  EXPECT_EQ(clock.show(Context::weekday), 3);
  EXPECT_EQ(clock.show(Context::month), 12);
  EXPECT_EQ(clock.show(Context::day), 31);
}

TEST(Clock, KnowsWhenItWillShowAnotherHour) {
  EXPECT_EQ((Clock{kLeapDay, 0}.next_hour()), kLeapDay + kHour);
  EXPECT_EQ((Clock{kLeapDay + kHour - 1, 0}.next_hour()), kLeapDay + kHour);
  EXPECT_EQ((Clock{kLeapDay, 30}.next_hour()), kLeapDay + kHour / 2);
}

}  // namespace
}  // namespace etalage::rules
