// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/training_set.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "histories.h"

namespace etalage::train {
namespace {

using Sessions = std::vector<std::vector<std::uint32_t>>;

// Naively: throw out products below the floor and sessions below two events, one round after
// another, until nothing changes.
Sessions naive_sessions(const History& history, std::uint32_t floor) {
  Sessions sessions;
  for (std::uint32_t s = 0; s < history.sessions(); ++s) {
    const auto session = history.session(s);
    sessions.emplace_back(session.begin(), session.end());
  }
  for (bool changed = true; changed;) {
    changed = false;
    std::map<std::uint32_t, std::set<std::uint64_t>> customers;
    for (std::uint32_t s = 0; s < sessions.size(); ++s) {
      if (sessions[s].size() < 2) sessions[s].clear();
      const bool unknown = history.customers[s] == unknown_customer;
      for (const std::uint32_t p : sessions[s]) {
        customers[p].insert(unknown ? (std::uint64_t{1} << 40) + s : history.customers[s]);
      }
    }
    for (auto& session : sessions) {
      changed |=
          std::erase_if(session, [&](std::uint32_t p) { return customers[p].size() < floor; }) > 0;
    }
  }
  std::erase_if(sessions, [](const auto& session) { return session.size() < 2; });
  return sessions;
}

Sessions sessions_of(const TrainingSet& set) {
  Sessions sessions;
  for (std::size_t e = 0; e < set.items.size(); ++e) {
    if (set.context[e] == 0) sessions.emplace_back();
    sessions.back().push_back(set.products[set.items[e]]);
  }
  return sessions;
}

TEST(TrainingSet, IsWhatIsLeftWhenEveryProductHasItsCustomers) {
  std::size_t events = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const OwnedHistory owned = random_history(seed, 25, 30);
    const Sessions expected = naive_sessions(owned.view(), 4);
    const TrainingSet set = make_training_set(owned.view(), 4, 9);
    EXPECT_EQ(sessions_of(set), expected) << seed;
    events += set.items.size();
  }
  EXPECT_GT(events, 1000U);  // or the test would show little
}

TEST(TrainingSet, ContextIsCappedAndFrequencyCountsEvents) {
  OwnedHistory history;
  history.products = 5;
  history.add(1, {4, 4, 2, 4, 4});
  const TrainingSet set = make_training_set(history.view(), 1, 3);
  EXPECT_EQ(set.products, (std::vector<std::uint32_t>{2, 4}));
  EXPECT_EQ(set.items, (std::vector<std::uint32_t>{1, 1, 0, 1, 1}));
  EXPECT_EQ(set.context, (std::vector<std::uint8_t>{0, 1, 2, 3, 3}));
  EXPECT_EQ(set.frequency, (std::vector<std::uint32_t>{1, 4}));
}

TEST(TrainingSet, AProductSeenOnlyAloneTeachesNothing) {
  OwnedHistory history;
  history.products = 3;
  for (std::uint32_t customer = 0; customer < 5; ++customer) {
    history.add(customer, {0, 1});
    history.add(customer, {2});
  }
  EXPECT_EQ(make_training_set(history.view(), 3, 9).products, (std::vector<std::uint32_t>{0, 1}));
}

TEST(TrainingSet, FallsApartWholeWhenOneProductHeldItTogether) {
  OwnedHistory
      history;  // product 0 has but two customers; without it product 1 has one that teaches
  history.products = 3;
  history.add(1, {0, 1});
  history.add(2, {0, 1});
  history.add(3, {1, 1});
  EXPECT_TRUE(make_training_set(history.view(), 3, 9).products.empty());
}

}  // namespace
}  // namespace etalage::train
