// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/support.h"

#include <gtest/gtest.h>

#include <set>
#include <utility>

#include "histories.h"

namespace etalage::train {
namespace {

TEST(Support, CountsDifferentCustomersAsANaiveCountDoes) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const OwnedHistory owned = random_history(seed, 20, 40);
    const History history = owned.view();
    std::vector<std::set<std::pair<std::uint32_t, std::uint32_t>>> holders(history.products);
    for (std::uint32_t s = 0; s < history.sessions(); ++s) {
      const std::uint32_t customer = history.customers[s];
      for (const std::uint32_t p : history.session(s)) {
        holders[p].insert({customer, customer == unknown_customer ? s : 0});
      }
    }
    const std::vector<std::uint32_t> counts = support(history);
    ASSERT_EQ(counts.size(), history.products);
    for (std::uint32_t p = 0; p < history.products; ++p)
      EXPECT_EQ(counts[p], holders[p].size()) << seed << " " << p;
  }
}

TEST(Support, OneCustomerCountsOnceHoweverOften) {
  OwnedHistory history;
  history.products = 2;
  history.add(4, {0, 0, 0});
  history.add(4, {0});
  EXPECT_EQ(support(history.view()), (std::vector<std::uint32_t>{1, 0}));
}

TEST(Support, OfNothingIsNothing) { EXPECT_TRUE(support(OwnedHistory{}.view()).empty()); }

}  // namespace
}  // namespace etalage::train
