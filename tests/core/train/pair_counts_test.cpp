// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/pair_counts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "histories.h"

namespace etalage::train {
namespace {

using Key = std::pair<std::uint32_t, std::uint32_t>;

// The definition in the header, word for word, with maps and std::exp.
struct Naive {
  std::map<Key, double> together, next;
  std::map<Key, std::set<std::uint64_t>> customers;
  std::map<std::uint32_t, double> sessions_with, followed;

  explicit Naive(const History& history) {
    for (std::uint32_t s = 0; s < history.sessions(); ++s) {
      const auto session = history.session(s);
      const std::set<std::uint32_t> distinct(session.begin(), session.end());
      if (distinct.size() < 2 || distinct.size() > 60) continue;
      const bool unknown = history.customers[s] == unknown_customer;
      const std::uint64_t customer = unknown ? (std::uint64_t{1} << 40) + s : history.customers[s];
      for (const std::uint32_t i : distinct) {
        ++sessions_with[i];
        for (const std::uint32_t j : distinct) {
          if (i == j) continue;
          ++together[{i, j}];
          customers[{i, j}].insert(customer);
        }
      }
      for (std::size_t a = 0; a < session.size(); ++a) {
        if (a + 1 < session.size()) ++followed[session[a]];
        for (std::size_t b = a + 1; b < session.size() && b - a <= 10; ++b) {
          next[{session[a], session[b]}] += std::exp(-static_cast<double>(b - a - 1));
        }
      }
    }
  }

  double weight(std::uint32_t i, std::uint32_t j) {
    return together[{i, j}] / std::sqrt((sessions_with[i] + 20) * (sessions_with[j] + 20)) +
           0.3 * next[{i, j}] / (followed[i] + 10);
  }
};

TEST(PairCounts, AreThoseOfANaiveCount) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const OwnedHistory owned = random_history(seed, 12, 60);
    for (const std::uint32_t floor : {1U, 3U}) {
      Naive naive(owned.view());
      const PairLists lists =
          count_pairs(owned.view(), {.min_support = floor, .per_product = 1000});
      ASSERT_EQ(lists.offsets.size(), owned.products + 1);
      for (std::uint32_t i = 0; i < owned.products; ++i) {
        std::set<std::uint32_t> listed;
        for (const Pair& pair : lists.row(i)) {
          listed.insert(pair.product);
          EXPECT_NEAR(pair.weight, naive.weight(i, pair.product), 1e-6);
        }
        std::set<std::uint32_t> expected;
        for (std::uint32_t j = 0; j < owned.products; ++j) {
          if (naive.customers[{i, j}].size() >= floor) expected.insert(j);
        }
        EXPECT_EQ(listed, expected) << "seed " << seed << " row " << i;
      }
    }
  }
}

TEST(PairCounts, KeepTheStrongestFirstAndTiesByProduct) {
  const OwnedHistory owned = random_history(3, 12, 200);
  const PairLists all = count_pairs(owned.view(), {.min_support = 1, .per_product = 1000});
  const PairLists few = count_pairs(owned.view(), {.min_support = 1, .per_product = 4});
  for (std::uint32_t i = 0; i < owned.products; ++i) {
    const auto row = all.row(i);
    EXPECT_TRUE(std::ranges::is_sorted(row, [](const Pair& a, const Pair& b) {
      return a.weight > b.weight || (a.weight == b.weight && a.product < b.product);
    }));
    EXPECT_TRUE(std::ranges::equal(few.row(i), row.first(std::min<std::size_t>(4, row.size()))));
  }
}

OwnedHistory pair_held_by(const std::vector<std::uint32_t>& customers) {
  OwnedHistory history;
  history.products = 2;
  for (const std::uint32_t customer : customers) history.add(customer, {0, 1});
  return history;
}

TEST(PairCounts, FloorIsOfDifferentCustomersNotOfSessions) {
  EXPECT_TRUE(count_pairs(pair_held_by({1, 2, 1, 1, 2}).view(), {}).pairs.empty());
  EXPECT_EQ(count_pairs(pair_held_by({1, 2, 1, 3}).view(), {}).pairs.size(), 2U);
}

TEST(PairCounts, AnUnknownCustomerIsOneOfItsOwn) {
  EXPECT_TRUE(count_pairs(pair_held_by({1, unknown_customer}).view(), {}).pairs.empty());
  EXPECT_EQ(
      count_pairs(pair_held_by({unknown_customer, 1, unknown_customer}).view(), {}).pairs.size(),
      2U);
}

TEST(PairCounts, LeaveOutSessionsOfMoreThanSixtyProducts) {
  for (const std::uint32_t distinct : {60U, 61U}) {
    OwnedHistory history;
    history.products = distinct;
    std::vector<std::uint32_t> session(distinct);
    std::iota(session.begin(), session.end(), 0U);
    for (std::uint32_t customer = 0; customer < 3; ++customer) history.add(customer, session);
    EXPECT_EQ(count_pairs(history.view(), {}).pairs.size(),
              distinct == 60 ? 60U * PairOptions{}.per_product : 0U);
  }
}

TEST(PairCounts, OfDegenerateHistoriesAreEmpty) {
  OwnedHistory history;
  EXPECT_EQ(count_pairs(history.view(), {}).offsets, (std::vector<std::uint32_t>{0}));
  history.products = 2;
  for (std::uint32_t customer = 0; customer < 3; ++customer) {
    history.add(customer, std::vector<std::uint32_t>(1000, 0));
  }
  history.add(3, {});
  EXPECT_TRUE(count_pairs(history.view(), {}).pairs.empty());
}

}  // namespace
}  // namespace etalage::train
