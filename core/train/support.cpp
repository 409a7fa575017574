// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/support.h"

namespace etalage::train {

std::vector<std::uint32_t> support(const History& history) {
  const CustomerOrder order = by_customer(history);
  std::vector<std::uint32_t> counts(history.products, 0);
  std::vector<std::uint32_t> last_group(history.products, 0);
  for (std::size_t i = 0; i < order.sessions.size(); ++i) {
    for (const std::uint32_t product : history.session(order.sessions[i])) {
      if (last_group[product] == order.groups[i]) continue;
      last_group[product] = order.groups[i];
      ++counts[product];
    }
  }
  return counts;
}

}  // namespace etalage::train
