// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/history.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

namespace etalage::train {
namespace {

std::unexpected<Error> broken(std::string detail) {
  return fail(Code::invalid_argument, "history: " + std::move(detail));
}

}  // namespace

Result<void> validate(const History& history) {
  const auto& [items, offsets, customers, products] = history;
  if (items.size() > std::numeric_limits<std::int32_t>::max()) {
    return fail(Code::too_large, "history: " + std::to_string(items.size()) + " events; at most 2^31 - 1");
  }
  if (offsets.size() != customers.size() + 1) {
    return broken(std::to_string(offsets.size()) + " offsets for " + std::to_string(customers.size()) +
                  " sessions; expected one more than sessions");
  }
  if (offsets.front() != 0) {
    return broken("offset 0 is " + std::to_string(offsets.front()) + "; expected 0");
  }
  for (std::size_t s = 1; s < offsets.size(); ++s) {
    if (offsets[s] < offsets[s - 1]) {
      return broken("offset " + std::to_string(s) + " is " + std::to_string(offsets[s]) +
                    ", below the one before it; expected them in order");
    }
  }
  if (offsets.back() != items.size()) {
    return broken("the last offset is " + std::to_string(offsets.back()) + "; expected the number of events, " +
                  std::to_string(items.size()));
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i] >= products) {
      return broken("event " + std::to_string(i) + " is of product " + std::to_string(items[i]) +
                    "; expected an index below " + std::to_string(products));
    }
  }
  return {};
}

CustomerOrder by_customer(const History& history) {
  CustomerOrder order;
  order.sessions.resize(history.sessions());
  std::iota(order.sessions.begin(), order.sessions.end(), 0U);
  std::ranges::sort(order.sessions, {}, [&](std::uint32_t s) { return std::pair(history.customers[s], s); });
  order.groups.reserve(order.sessions.size());
  std::uint32_t group = 0;
  std::uint32_t previous = unknown_customer;
  for (const std::uint32_t s : order.sessions) {
    const std::uint32_t customer = history.customers[s];
    if (group == 0 || customer != previous || customer == unknown_customer) ++group;
    previous = customer;
    order.groups.push_back(group);
  }
  return order;
}

}  // namespace etalage::train
