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
  EXPECT_EQ(profile.text(profile.events()[0].products[0]), "b");
  EXPECT_EQ(profile.events()[0].products[1], profile.events()[1].products[0]);
  EXPECT_EQ(profile.dictionary().size(), 4u);  // and the empty text
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
  EXPECT_TRUE(profile.cart().products.empty());
  EXPECT_FALSE(profile.empty());
}

TEST(ProfileCart, NeverGrowsBeyondItsLimit) {
  Profile profile;
  for (int n = 0; n < 30; ++n) {
    Ids items;
    for (int i = 0; i < 50; ++i) items.push_back(std::to_string(n) + "-" + std::to_string(i));
    profile.apply(event(kNow + n, add_to_cart, items));
  }
  EXPECT_EQ(profile.cart().products.size(), kMaxItems);
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
  ASSERT_EQ(profile.events().size(), kMaxEvents - kEvicted + 10);
  EXPECT_EQ(profile.text(profile.events().front().products[0]), std::to_string(kEvicted));
  EXPECT_EQ(profile.text(profile.events().back().products[0]), std::to_string(kMaxEvents + 9));
}

TEST(Profile, ForgetsEventsThatMayNotStay) {
  auto profile = folded({event(kNow, view_item, {"a"}), event(kNow - 1, view_item, {"b"}),
                         event(kNow + 1, view_item, {"c"})});
  EXPECT_TRUE(profile.retain(test::From{kNow}));
  ASSERT_EQ(profile.events().size(), 2u);
  EXPECT_EQ(profile.events()[0].time, kNow);
  EXPECT_EQ(profile.events()[1].time, kNow + 1);
  EXPECT_FALSE(profile.retain(test::From{kNow}));
}

TEST(Profile, ForgetsACartThatNobodyTouched) {
  auto profile = folded({event(kNow, add_to_cart, {"a"}), event(kNow + kDay, view_item, {"b"})});
  profile.retain(test::From{kNow});
  EXPECT_EQ(cart_of(profile), Ids{"a"});
  profile.retain(test::From{kNow + 1});
  EXPECT_TRUE(profile.cart().products.empty());
  profile.retain(test::From{kNow + 2 * kDay});
  EXPECT_TRUE(profile.empty());
}

TEST(Profile, RemembersWhoseTransactionIsForgottenNoMore) {
  auto profile = folded({event(kNow, purchase, {"a"}, 7)});
  profile.retain(test::From{kNow + 1});
  EXPECT_FALSE(profile.knows_transaction(7));
}

TEST(Profile, ForgetsFieldsThatMayNotStay) {
  auto bought = event(kNow, purchase, {"a"}, 7);
  bought.items[0].fields = {test::number("price", 5), test::text("brand", "Gaard")};
  auto profile = folded({bought});
  struct NothingButPrices : test::From {
    bool field(std::string_view, std::string_view name) const { return name == "price"; }
  };
  EXPECT_TRUE(profile.retain(NothingButPrices{{0}}));
  const auto& left = profile.events()[0];
  ASSERT_EQ(left.cells.size(), 1u);
  EXPECT_EQ(profile.text(left.cells[0].field), "price");
  EXPECT_EQ(profile.text(left.products[0]), "");
  EXPECT_EQ(left.transaction, 0u);
  const auto data = profile.snapshot();
  EXPECT_EQ(std::string(data.begin(), data.end()).find("Gaard"), std::string::npos);
}

TEST(ProfileCart, AddsUpTheQuantitiesOfAProduct) {
  const auto line = [](EventKind kind, double quantity, double price) {
    auto record = event(kNow, kind, {"a"});
    record.items[0].fields = {test::number("quantity", quantity), test::number("price", price)};
    return record;
  };
  auto profile = folded({line(add_to_cart, 2, 5), line(add_to_cart, 1, 4)});
  ASSERT_EQ(profile.cart().cells.size(), 2u);
  EXPECT_EQ(profile.cart().cells[0].value, 3 * kUnit);
  EXPECT_EQ(profile.cart().cells[1].value, 4 * kUnit);
  profile.apply(line(remove_from_cart, 1, 4));
  EXPECT_EQ(profile.cart().cells[0].value, 2 * kUnit);
  profile.apply(line(remove_from_cart, 2, 4));
  EXPECT_TRUE(profile.cart().products.empty());
  EXPECT_TRUE(profile.cart().cells.empty());
}

TEST(ProfileCart, KeepsWhatItsLinesSayWhenOneIsTakenOut) {
  auto record = cart(kNow, {"a", "b", "c"});
  for (auto& item : record.items) item.fields = {test::text("brand", "of " + item.id)};
  const auto profile = folded({record, event(kNow, remove_from_cart, {"b"})});
  EXPECT_EQ(cart_of(profile), (Ids{"a", "c"}));
  for (const auto& cell : profile.cart().cells) {
    const auto& product = profile.text(profile.cart().products[cell.item]);
    EXPECT_EQ(profile.text(static_cast<std::uint32_t>(cell.value)), "of " + product);
  }
}

TEST(ProfileAnswers, HoldTheLastThatWasSaid) {
  using test::answer;
  using test::text;
  const auto profile = folded({answer(kNow, "skill", {text("", "beginner")}),
                               answer(kNow, "styles", {text("", "modern"), text("", "rustic")}),
                               answer(kNow + 1, "skill", {text("", "handy")})});
  ASSERT_EQ(profile.answers().size(), 2u);
  EXPECT_EQ(profile.text(profile.answers()[1].fact), "skill");
  EXPECT_EQ(profile.answers()[1].time, kNow + 1);
  EXPECT_EQ(profile.text(static_cast<std::uint32_t>(profile.answers()[1].values[0].value)),
            "handy");
  EXPECT_TRUE(folded({answer(kNow, "skill", {text("", "handy")}), answer(kNow, "skill", {})})
                  .answers()
                  .empty());
}

TEST(ProfileFirings, RememberWhenATriggerFiredAndWhetherItMayAgain) {
  const auto profile =
      folded({test::trigger(kNow, "left", true), test::trigger(kNow, "left", false),
              test::trigger(kNow + 5, "left", true)});
  ASSERT_EQ(profile.firings().size(), 1u);
  EXPECT_FALSE(profile.firings()[0].armed);
  EXPECT_EQ(profile.firings()[0].times, (std::vector<std::int64_t>{kNow, kNow + 5}));
}

}  // namespace
}  // namespace etalage::profile
