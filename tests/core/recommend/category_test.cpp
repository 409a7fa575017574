// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/category.h"

#include <gtest/gtest.h>

namespace etalage::recommend {
namespace {

TEST(Category, LiesUnderItselfAndEverythingAboveIt) {
  EXPECT_TRUE(under("tools > drills", "tools > drills"));
  EXPECT_TRUE(under("tools > drills", "tools"));
  EXPECT_TRUE(under("tools > drills > hammer drills", "tools > drills"));
}

TEST(Category, DoesNotLieUnderWhatOnlyBeginsLikeIt) {
  EXPECT_FALSE(under("tools > drills", "tool"));
  EXPECT_FALSE(under("toolsets", "tools"));
  EXPECT_FALSE(under("tools > drills and bits", "tools > drills"));
  EXPECT_FALSE(under("tools", "tools > drills"));
  EXPECT_FALSE(under("tools", "drills"));
}

TEST(Category, LiesUnderNothing) {
  EXPECT_FALSE(under("tools", ""));
  EXPECT_FALSE(under("", ""));
  EXPECT_FALSE(under("", "tools"));
}

TEST(Category, IsCalledByItsLastStep) {
  EXPECT_EQ(leaf("tools > drills > hammer drills"), "hammer drills");
  EXPECT_EQ(leaf("tools"), "tools");
  EXPECT_EQ(leaf(""), "");
  EXPECT_EQ(leaf("a>b"), "a>b");
}

}  // namespace
}  // namespace etalage::recommend
