// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/needs.h"

#include <gtest/gtest.h>

#include <map>

namespace etalage::recommend {
namespace {

using enum profile::EventKind;
using pack::Strategy;

constexpr std::uint8_t kItems = profile::kFieldItems;
constexpr std::uint8_t kBoth = profile::kFieldItems | profile::kFieldTransaction;

using Manifest = std::map<std::uint8_t, std::uint8_t>;

Manifest manifest(const std::vector<pack::Slot>& slots) {
  Manifest result;
  for (const auto& entry : manifest_for(slots)) result.emplace(entry.event, entry.fields);
  return result;
}
Manifest manifest(Strategy strategy) { return manifest({{"slot", strategy, 4, {}}}); }

TEST(Needs, OfNoSlotOrOfBestsellersAreNothing) {
  EXPECT_TRUE(manifest(std::vector<pack::Slot>{}).empty());
  EXPECT_TRUE(manifest(Strategy::bestsellers).empty());
}

TEST(Needs, OfLookingBackAreViewsAlone) {
  EXPECT_EQ(manifest(Strategy::recently_viewed), (Manifest{{1, kItems}}));
}

TEST(Needs, OfTheCartAreWhatChangesIt) {
  EXPECT_EQ(manifest(Strategy::bought_together), (Manifest{{2, kItems}, {3, kItems}, {4, kBoth}}));
}

TEST(Needs, OfASlotAreThoseOfItsFallbacksToo) {
  EXPECT_EQ(
      manifest(
          {{"slot", Strategy::bestsellers, 4, {Strategy::bestsellers, Strategy::recently_viewed}}}),
      (Manifest{{1, kItems}}));
  EXPECT_EQ(
      fields_needed({"slot", Strategy::recently_viewed, 4, {Strategy::bought_together}}, purchase),
      kBoth);
  EXPECT_EQ(fields_needed({"slot", Strategy::recently_viewed, 4, {}}, purchase), 0);
}

TEST(Needs, OfSeveralSlotsAddUp) {
  EXPECT_EQ(
      manifest({{"a", Strategy::bought_together, 4, {}}, {"b", Strategy::recently_viewed, 4, {}}}),
      manifest(Strategy::for_you));
}

TEST(Needs, AreListedByTheNumbersOfTheEvents) {
  const std::vector<pack::Slot> slots{{"slot", Strategy::for_you, 4, {}}};
  const auto entries = manifest_for(slots);
  ASSERT_EQ(entries.size(), 4u);
  for (std::size_t i = 0; i < entries.size(); ++i) EXPECT_EQ(entries[i].event, i + 1);
}

TEST(Needs, OfAStrategyThatThisReleaseDoesNotKnowAreNothing) {
  EXPECT_TRUE(manifest(static_cast<Strategy>(77)).empty());
}

}  // namespace
}  // namespace etalage::recommend
