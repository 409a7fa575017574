// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/text.h"

#include <gtest/gtest.h>

namespace etalage::rules {
namespace {

TEST(TextUnder, HoldsForThePathAndAllBelowIt) {
  EXPECT_TRUE(matches(Match::under, "tools", "tools"));
  EXPECT_TRUE(matches(Match::under, "tools > drills", "tools"));
  EXPECT_TRUE(matches(Match::under, "tools>drills > bits", "tools > drills"));
  EXPECT_FALSE(matches(Match::under, "toolsets", "tools"));
  EXPECT_FALSE(matches(Match::under, "tools", "tools > drills"));
  EXPECT_FALSE(matches(Match::under, "garden > tools", "tools"));
  EXPECT_FALSE(matches(Match::under, "Tools", "tools"));
}

TEST(TextUnder, OfAnEmptyPathHoldsForItAlone) {
  EXPECT_TRUE(matches(Match::under, "", ""));
  EXPECT_TRUE(matches(Match::under, " ", ""));
  EXPECT_FALSE(matches(Match::under, "tools", ""));
  EXPECT_FALSE(matches(Match::under, "", "tools"));
}

TEST(TextMatches, ComparesBytes) {
  EXPECT_TRUE(matches(Match::contains, "hammer drill", "mer d"));
  EXPECT_TRUE(matches(Match::starts_with, "hammer", "ham"));
  EXPECT_TRUE(matches(Match::ends_with, "hammer", "mer"));
  EXPECT_FALSE(matches(Match::starts_with, "ham", "hammer"));
  EXPECT_FALSE(matches(Match::equals, "Ham", "ham"));
}

TEST(TextLower, MakesCapitalsOfWesternEuropeSmall) {
  EXPECT_EQ(lower("VERF & Kwast"), "verf & kwast");
  EXPECT_EQ(lower("\u00c9CLAT \u00c0\u00d6\u00d8\u00de"), "\u00e9clat \u00e0\u00f6\u00f8\u00fe");
  EXPECT_EQ(lower("\u0100\u0132\u0141\u0160\u0178\u017d"), "\u0101\u0133\u0142\u0161\u00ff\u017e");
  EXPECT_EQ(lower("\u00d7\u00df\u00f7\u0131\u0138"), "\u00d7\u00df\u00f7\u0131\u0138");
  EXPECT_EQ(lower("\u6f22\u0410"), "\u6f22\u0410") << "other scripts stay";
}

TEST(TextLower, LeavesWhatIsNoUtf8AsItIs) {
  for (const std::string text : {"\xC3", "\xC3\x41", "\xFF\xC5", "a\xC4\xC4"}) {
    EXPECT_EQ(lower(text).size(), text.size());
  }
}

TEST(TextFirstElement, IsTheBeginningOfAPath) {
  EXPECT_EQ(first_element("tools > drills"), "tools");
  EXPECT_EQ(first_element("tools"), "tools");
  EXPECT_EQ(first_element(""), "");
}

}  // namespace
}  // namespace etalage::rules
