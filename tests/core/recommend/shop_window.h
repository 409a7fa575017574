// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// ShopWindow: a shop's pack, its offers, and who fills its slots.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "recommend/recommender.h"
#include "support/shop.h"

namespace etalage::recommend {

using Rows = std::vector<std::uint32_t>;

struct ShopWindow {
  explicit ShopWindow(const pack::Contents& contents = test::garden_shop())
      : bytes(test::written(contents)),
        pack(*pack::Pack::open(bytes)),
        offers(pack),
        recommender(pack, offers) {}

  Picks fill(pack::Strategy strategy, const Context& context, std::size_t count = 8,
             const std::vector<pack::Strategy>& fallback = {}, const Rows& exclude = {}) {
    return fill(pack::Slot{"slot", strategy, 0, fallback}, context, count, exclude);
  }
  Picks fill(const pack::Slot& slot, const Context& context = {}, std::size_t count = 8,
             const Rows& exclude = {}, Filter* filter = nullptr) {
    return recommender.fill(slot, context, count, exclude, filter);
  }

  test::Bytes bytes;
  pack::Pack pack;
  Offers offers;
  Recommender recommender;
};

inline Rows rows(const Picks& picks) {
  Rows result;
  for (const auto& pick : picks.items) result.push_back(pick.row);
  return result;
}

inline Context on_page(std::uint32_t item) {
  Context context;
  context.item = item;
  return context;
}

}  // namespace etalage::recommend
