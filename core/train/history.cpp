// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/history.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace etalage::train {
namespace {

std::unexpected<Error> broken(const char* detail, std::size_t where) {
  return fail(Code::invalid_argument, detail, static_cast<std::uint32_t>(where));
}

}  // namespace

Result<void> validate(const History& history) {
  const auto& [items, offsets, customers, products] = history;
  if (items.size() > std::numeric_limits<std::int32_t>::max()) {
    return fail(Code::too_large, "history: at most 2^31 - 1 events");
  }
  if (offsets.size() != customers.size() + 1) {
    return broken("history: expected one offset more than sessions; offsets", offsets.size());
  }
  if (offsets.front() != 0)
    return broken("history: expected 0 as the first offset", offsets.front());
  for (std::size_t s = 1; s < offsets.size(); ++s) {
    if (offsets[s] < offsets[s - 1]) return broken("history: expected offsets in order; offset", s);
  }
  if (offsets.back() != items.size()) {
    return broken("history: expected the number of events as the last offset", offsets.back());
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i] >= products)
      return broken("history: expected products of the catalogue; event", i);
  }
  return {};
}

CustomerOrder by_customer(const History& history) {
  CustomerOrder order;
  order.sessions.resize(history.sessions());
  std::iota(order.sessions.begin(), order.sessions.end(), 0U);
  std::ranges::sort(order.sessions, {},
                    [&](std::uint32_t s) { return std::pair(history.customers[s], s); });
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
