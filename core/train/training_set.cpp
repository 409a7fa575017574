// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/training_set.h"

#include <algorithm>
#include <limits>

namespace etalage::train {
namespace {

constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();

// Per product, the customers behind it in sessions that still have two events or more.
std::vector<std::uint32_t> teaching_support(const History& history, const CustomerOrder& order,
                                            const std::vector<std::uint8_t>& takes_part) {
  std::vector<std::uint32_t> counts(history.products, 0);
  std::vector<std::uint32_t> last_group(history.products, 0);
  for (std::size_t i = 0; i < order.sessions.size(); ++i) {
    const auto session = history.session(order.sessions[i]);
    if (std::ranges::count_if(session, [&](std::uint32_t p) { return takes_part[p] != 0; }) < 2)
      continue;
    for (const std::uint32_t product : session) {
      if (takes_part[product] == 0 || last_group[product] == order.groups[i]) continue;
      last_group[product] = order.groups[i];
      ++counts[product];
    }
  }
  return counts;
}

std::vector<std::uint8_t> participants(const History& history, std::uint32_t min_support) {
  const CustomerOrder order = by_customer(history);
  const std::uint32_t floor = std::max(min_support, 1U);
  std::vector<std::uint8_t> takes_part(history.products, 1);
  for (bool changed = true; changed;) {
    changed = false;
    const std::vector<std::uint32_t> counts = teaching_support(history, order, takes_part);
    for (std::size_t p = 0; p < takes_part.size(); ++p) {
      if (takes_part[p] == 0 || counts[p] >= floor) continue;
      takes_part[p] = 0;
      changed = true;
    }
  }
  return takes_part;
}

}  // namespace

TrainingSet make_training_set(const History& history, std::uint32_t min_support,
                              std::uint32_t positions) {
  const std::vector<std::uint8_t> takes_part = participants(history, min_support);
  TrainingSet set;
  std::vector<std::uint32_t> row_of(history.products, no_row);
  for (std::uint32_t p = 0; p < history.products; ++p) {
    if (takes_part[p] == 0) continue;
    row_of[p] = static_cast<std::uint32_t>(set.products.size());
    set.products.push_back(p);
  }
  set.frequency.assign(set.products.size(), 0);
  for (std::uint32_t s = 0; s < history.sessions(); ++s) {
    const std::size_t first = set.items.size();
    for (const std::uint32_t product : history.session(s)) {
      if (row_of[product] == no_row) continue;
      set.context.push_back(
          static_cast<std::uint8_t>(std::min<std::size_t>(set.items.size() - first, positions)));
      set.items.push_back(row_of[product]);
    }
    if (set.items.size() - first == 1) {  // nothing to learn from
      set.items.pop_back();
      set.context.pop_back();
      continue;
    }
    for (std::size_t e = first; e < set.items.size(); ++e) ++set.frequency[set.items[e]];
  }
  return set;
}

}  // namespace etalage::train
