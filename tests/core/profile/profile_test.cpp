// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "profile/profile.h"

#include <gtest/gtest.h>

#include "profile/histories.h"

namespace etalage::profile {
namespace {

using enum EventKind;
using test::cart;
using test::cart_of;
using test::event;
using test::folded;
using test::Ids;
using test::kDay;
using test::kNow;

TEST(Profile, OfNothingIsEmptyAndHasNeverBeen) {
  const Profile profile;
  EXPECT_TRUE(profile.empty());
  EXPECT_FALSE(profile.since());
  EXPECT_FALSE(profile.knows_transaction(1));
}

TEST(Profile, KeepsEventsInTheOrderOfTheJournalWhateverTheirTimes) {
  const auto profile =
      folded({event(kNow, view_item, {"b", "a"}), event(kNow - kDay, view_item, {"a"}),
              event(kNow, view_item, {"c"})});
  ASSERT_EQ(profile.events().size(), 3u);
  EXPECT_EQ(profile.events()[0].time, kNow);
  EXPECT_EQ(profile.events()[1].time, kNow - kDay);
  EXPECT_EQ(profile.id(profile.events()[0].products[0]), "b");
  EXPECT_EQ(profile.events()[0].products[1], profile.events()[1].products[0]);
  EXPECT_EQ(profile.dictionary_size(), 3u);
}

TEST(Profile, IsAsOldAsItsEarliestRecord) {
  EXPECT_EQ(folded({event(kNow, view_item, {"a"}), event(kNow + 1, view_item, {"a"})}).since(),
            kNow);
  EXPECT_EQ(folded({event(kNow, view_item, {"a"}), event(kNow - 1, view_item, {"a"})}).since(),
            kNow - 1);
  EXPECT_EQ(folded({cart(kNow, {})}).since(), kNow);
}

TEST(ProfileCart, FollowsWhatIsAddedAndRemoved) {
  EXPECT_EQ(
      cart_of(folded({event(kNow, add_to_cart, {"a", "b"}), event(kNow, add_to_cart, {"c"})})),
      (Ids{"a", "b", "c"}));
  EXPECT_EQ(cart_of(folded(
                {event(kNow, add_to_cart, {"a", "b"}), event(kNow, remove_from_cart, {"a", "x"})})),
            Ids{"b"});
}

TEST(ProfileCart, HoldsAProductOnce) {
  EXPECT_EQ(
      cart_of(folded({event(kNow, add_to_cart, {"a", "a"}), event(kNow, add_to_cart, {"a"})})),
      Ids{"a"});
  EXPECT_EQ(cart_of(folded({cart(kNow, {"a", "b", "a"})})), (Ids{"a", "b"}));
}

TEST(ProfileCart, IsNotTouchedByLooking) {
  EXPECT_EQ(cart_of(folded({event(kNow, add_to_cart, {"a"}), event(kNow, view_item, {"b"})})),
            Ids{"a"});
}

TEST(ProfileCart, IsWhatACartRecordSays) {
  const auto profile = folded({event(kNow, add_to_cart, {"a", "b"}), cart(kNow, {"c", "b"})});
  EXPECT_EQ(cart_of(profile), (Ids{"c", "b"}));
  EXPECT_EQ(profile.events().size(), 1u);  // it tells a state, nothing that happened
  EXPECT_TRUE(cart_of(folded({event(kNow, add_to_cart, {"a"}), cart(kNow, {})})).empty());
}

TEST(ProfileCart, IsEmptyAfterAPurchase) {
  const auto profile =
      folded({event(kNow, add_to_cart, {"a", "b"}), event(kNow, purchase, {"a"}, 7)});
  EXPECT_TRUE(profile.cart().empty());
  EXPECT_FALSE(profile.empty());
}

TEST(ProfileCart, NeverGrowsBeyondItsLimit) {
  Profile profile;
  for (int n = 0; n < 30; ++n) {
    Ids items;
    for (int i = 0; i < 50; ++i) items.push_back(std::to_string(n) + "-" + std::to_string(i));
    profile.apply(event(kNow + n, add_to_cart, items));
  }
  EXPECT_EQ(profile.cart().size(), kMaxItems);
  const auto ids = cart_of(profile);
  EXPECT_EQ(ids.front(), "0-0");
}

TEST(ProfilePurchase, OfAKnownTransactionChangesNothing) {
  const std::vector<Record> once{event(kNow, purchase, {"a"}, 7), event(kNow, add_to_cart, {"b"})};
  auto twice = once;
  twice.push_back(event(kNow + 1, purchase, {"a"}, 7));
  EXPECT_EQ(folded(twice).snapshot(), folded(once).snapshot());
  EXPECT_TRUE(folded(once).knows_transaction(7));
}

TEST(ProfilePurchase, OfAnotherTransactionOrOfNoneCounts) {
  const auto profile = folded({event(kNow, purchase, {"a"}, 7), event(kNow, purchase, {"a"}, 8),
                               event(kNow, purchase, {"a"}), event(kNow, purchase, {"a"})});
  EXPECT_EQ(profile.events().size(), 4u);
  EXPECT_FALSE(profile.knows_transaction(0));
}

TEST(Profile, ForgetsTheOldestEventsBeyondItsLimit) {
  Profile profile;
  for (std::size_t i = 0; i < kMaxEvents + 10; ++i) {
    profile.apply(event(kNow - static_cast<std::int64_t>(i), view_item, {std::to_string(i)}));
    EXPECT_LE(profile.events().size(), kMaxEvents);
  }
  ASSERT_EQ(profile.events().size(), kMaxEvents);
  EXPECT_EQ(profile.id(profile.events().front().products[0]), "10");
  EXPECT_EQ(profile.id(profile.events().back().products[0]), std::to_string(kMaxEvents + 9));
}

TEST(Profile, ExpiresEventsFromBeforeATime) {
  auto profile = folded({event(kNow, view_item, {"a"}), event(kNow - 1, view_item, {"b"}),
                         event(kNow + 1, view_item, {"c"})});
  profile.expire(kNow);
  ASSERT_EQ(profile.events().size(), 2u);
  EXPECT_EQ(profile.events()[0].time, kNow);
  EXPECT_EQ(profile.events()[1].time, kNow + 1);
}

TEST(Profile, ExpiresACartThatNobodyTouched) {
  auto profile = folded({event(kNow, add_to_cart, {"a"}), event(kNow + kDay, view_item, {"b"})});
  profile.expire(kNow);
  EXPECT_EQ(cart_of(profile), Ids{"a"});
  profile.expire(kNow + 1);
  EXPECT_TRUE(profile.cart().empty());
  profile.expire(kNow + 2 * kDay);
  EXPECT_TRUE(profile.empty());
}

TEST(Profile, RemembersWhoseTransactionIsForgottenNoMore) {
  auto profile = folded({event(kNow, purchase, {"a"}, 7)});
  profile.expire(kNow + 1);
  EXPECT_FALSE(profile.knows_transaction(7));
}

}  // namespace
}  // namespace etalage::profile
