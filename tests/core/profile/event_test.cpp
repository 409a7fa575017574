// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "profile/event.h"

#include <gtest/gtest.h>

namespace etalage::profile {
namespace {

// Stored in packs and profiles.
TEST(EventKind, KeepsItsNumberAndItsGa4Name) {
  EXPECT_EQ(name(static_cast<EventKind>(1)), "view_item");
  EXPECT_EQ(name(static_cast<EventKind>(2)), "add_to_cart");
  EXPECT_EQ(name(static_cast<EventKind>(3)), "remove_from_cart");
  EXPECT_EQ(name(static_cast<EventKind>(4)), "purchase");
}

TEST(EventKind, IsFoundByItsName) {
  for (const auto kind : kEventKinds) EXPECT_EQ(event_named(name(kind)), kind);
}

TEST(EventKind, OfAnUnknownNameOrNumberIsNone) {
  for (const auto* other : {"", "view_item ", "View_item", "select_item", "view_item_list"}) {
    EXPECT_EQ(event_named(other), EventKind::other) << other;
  }
  EXPECT_EQ(name(static_cast<EventKind>(0)), "");
  EXPECT_EQ(name(static_cast<EventKind>(5)), "");
}

}  // namespace
}  // namespace etalage::profile
