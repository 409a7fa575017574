// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Histories for tests: one that owns its arrays, and random ones.
#pragma once

#include <cstdint>
#include <vector>

#include "train/history.h"
#include "train/random.h"

namespace etalage::train {

struct OwnedHistory {
  std::vector<std::uint32_t> items;
  std::vector<std::uint32_t> offsets = {0};
  std::vector<std::uint32_t> customers;
  std::uint32_t products = 0;

  void add(std::uint32_t customer, const std::vector<std::uint32_t>& session) {
    items.insert(items.end(), session.begin(), session.end());
    offsets.push_back(static_cast<std::uint32_t>(items.size()));
    customers.push_back(customer);
  }
  [[nodiscard]] History view() const { return {items, offsets, customers, products}; }
};

// Short sessions with repeats, some empty, of few customers, one in four unknown.
inline OwnedHistory random_history(std::uint64_t seed, std::uint32_t products,
                                   std::uint32_t sessions) {
  Random random(seed);
  OwnedHistory history;
  history.products = products;
  for (std::uint32_t s = 0; s < sessions; ++s) {
    std::vector<std::uint32_t> session(random.below(13));
    for (std::uint32_t& product : session) product = random.below(1 + random.below(products));
    history.add(random.below(4) == 0 ? unknown_customer : random.below(8), session);
  }
  return history;
}

}  // namespace etalage::train
