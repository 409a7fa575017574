// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/needs.h"

#include <gtest/gtest.h>

namespace etalage::recommend {
namespace {

using pack::Strategy;
using Needs = std::vector<Need>;

const Need kViews{"view_item", {"item_id"}};
const Needs kCart{{"add_to_cart", {"item_id"}},
                  {"remove_from_cart", {"item_id"}},
                  {"purchase", {"item_id", "transaction_id"}},
                  {"cart", {"item_id"}}};

Needs needs(Strategy strategy, std::vector<Strategy> fallback = {}) {
  return needs_of({"slot", strategy, 4, std::move(fallback)});
}

TEST(Needs, OfBestsellersAreNothing) { EXPECT_TRUE(needs(Strategy::bestsellers).empty()); }

TEST(Needs, OfLookingBackAreViewsAlone) {
  EXPECT_EQ(needs(Strategy::recently_viewed), Needs{kViews});
  EXPECT_EQ(needs(Strategy::similar), Needs{kViews});
}

TEST(Needs, OfTheCartAreWhatChangesIt) { EXPECT_EQ(needs(Strategy::bought_together), kCart); }

TEST(Needs, OfASlotAreThoseOfItsFallbacksToo) {
  EXPECT_EQ(needs(Strategy::bestsellers, {Strategy::bestsellers, Strategy::recently_viewed}),
            Needs{kViews});
  EXPECT_EQ(needs(Strategy::recently_viewed, {Strategy::bought_together}),
            needs(Strategy::for_you));
}

TEST(Needs, OfAStrategyThatThisReleaseDoesNotKnowAreNothing) {
  EXPECT_TRUE(needs(static_cast<Strategy>(77)).empty());
}

}  // namespace
}  // namespace etalage::recommend
