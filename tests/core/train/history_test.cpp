// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/history.h"

#include <gtest/gtest.h>

#include "histories.h"

namespace etalage::train {
namespace {

OwnedHistory two_sessions() {
  OwnedHistory history;
  history.products = 3;
  history.add(7, {0, 1});
  history.add(9, {2});
  return history;
}

std::string refusal(const OwnedHistory& history) {
  const Result<void> result = validate(history.view());
  if (result) return "accepted";
  EXPECT_EQ(result.error().code, Code::invalid_argument);
  return describe(result.error());
}

TEST(History, AcceptsSessionsEndToEnd) { EXPECT_TRUE(validate(two_sessions().view())); }

TEST(History, AcceptsNoSessionsAndEmptySessions) {
  OwnedHistory history;
  EXPECT_TRUE(validate(history.view()));
  history.add(unknown_customer, {});
  EXPECT_TRUE(validate(history.view()));
}

TEST(History, RefusesAMissingOffset) {
  OwnedHistory history = two_sessions();
  history.offsets.pop_back();
  EXPECT_EQ(refusal(history),
            "invalid-argument: history: expected one offset more than sessions; offsets (2)");
  history.offsets.clear();
  EXPECT_EQ(refusal(history),
            "invalid-argument: history: expected one offset more than sessions; offsets (0)");
}

TEST(History, RefusesAFirstOffsetThatIsNotZero) {
  OwnedHistory history = two_sessions();
  history.offsets[0] = 1;
  EXPECT_EQ(refusal(history), "invalid-argument: history: expected 0 as the first offset (1)");
}

TEST(History, RefusesOffsetsThatFall) {
  OwnedHistory history = two_sessions();
  history.offsets = {0, 4, 3};
  EXPECT_EQ(refusal(history), "invalid-argument: history: expected offsets in order; offset (2)");
}

TEST(History, RefusesEventsPastTheLastOffset) {
  OwnedHistory history = two_sessions();
  history.items.push_back(0);
  EXPECT_EQ(refusal(history),
            "invalid-argument: history: expected the number of events as the last offset (3)");
}

TEST(History, RefusesAProductThatIsNotThere) {
  OwnedHistory history = two_sessions();
  history.items[1] = 3;
  EXPECT_EQ(refusal(history),
            "invalid-argument: history: expected products of the catalogue; event (1)");
}

TEST(History, GroupsSessionsByCustomerAndUnknownOnesEachOnTheirOwn) {
  OwnedHistory history;
  history.products = 1;
  for (const std::uint32_t customer : {5U, unknown_customer, 2U, 5U, unknown_customer})
    history.add(customer, {0});
  const CustomerOrder order = by_customer(history.view());
  EXPECT_EQ(order.sessions, (std::vector<std::uint32_t>{2, 0, 3, 1, 4}));
  EXPECT_EQ(order.groups, (std::vector<std::uint32_t>{1, 2, 2, 3, 4}));
}

}  // namespace
}  // namespace etalage::train
