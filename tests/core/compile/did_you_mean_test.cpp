// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/did_you_mean.h"

#include <gtest/gtest.h>

namespace etalage::compile {
namespace {

constexpr std::string_view kNames[] = {"view_item", "view_item_list", "purchase", "share", "abc"};

TEST(DidYouMean, FindsANameThatIsOneStepAway) {
  EXPECT_EQ(closest("view_itm", kNames), "view_item");   // one too few
  EXPECT_EQ(closest("purchasse", kNames), "purchase");   // one too many
  EXPECT_EQ(closest("purxhase", kNames), "purchase");    // another
  EXPECT_EQ(closest("pruchase", kNames), "purchase");    // two swapped
  EXPECT_EQ(closest("View-Item", kNames), "view_item");  // capitals, and a hyphen for an underscore
}

TEST(DidYouMean, CountsASwapAsOneStep) {
  constexpr std::string_view kOne[] = {"abc"};
  EXPECT_EQ(closest("acb", kOne), "abc");
  EXPECT_EQ(closest("cab", kOne), "");
}

TEST(DidYouMean, KeepsSilentWhereNothingIsClose) {
  EXPECT_EQ(closest("xyzzy", kNames), "");
  EXPECT_EQ(closest("", kNames), "");
  EXPECT_EQ(closest("a", std::vector<std::string_view>{"b"}), "");
  EXPECT_EQ(closest(std::string(10'000, 'a'), kNames), "");
  EXPECT_EQ(closest("purchase", {}), "");
}

TEST(DidYouMean, TakesTheFirstOfEquals) {
  constexpr std::string_view kTwo[] = {"share1", "share2"};
  EXPECT_EQ(closest("share", kTwo), "share1");
}

TEST(DidYouMean, ListsTheFirstFew) {
  EXPECT_EQ(listed(kNames), "view_item, view_item_list, purchase, share, abc");
  EXPECT_EQ(listed(std::vector<std::string_view>(13, "a")),
            "a, a, a, a, a, a, a, a, a, a, a, a, ...");
}

}  // namespace
}  // namespace etalage::compile
