// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/needs.h"

#include <algorithm>

namespace etalage::recommend {
namespace {

using pack::Strategy;

bool uses(const pack::Slot& slot, std::initializer_list<Strategy> strategies) {
  const auto among = [&](Strategy strategy) {
    return std::find(strategies.begin(), strategies.end(), strategy) != strategies.end();
  };
  return among(slot.strategy) || std::any_of(slot.fallback.begin(), slot.fallback.end(), among);
}

}  // namespace

std::vector<Need> needs_of(const pack::Slot& slot) {
  std::vector<Need> needs;
  // similar: to the newest, where the page names none
  if (uses(slot, {Strategy::for_you, Strategy::recently_viewed, Strategy::similar})) {
    needs.push_back({"view_item", {"item_id"}});
  }
  if (uses(slot, {Strategy::for_you, Strategy::bought_together})) {
    needs.push_back({"add_to_cart", {"item_id"}});
    needs.push_back({"remove_from_cart", {"item_id"}});
    needs.push_back({"purchase", {"item_id", "transaction_id"}});
    needs.push_back({"cart", {"item_id"}});
  }
  return needs;
}

}  // namespace etalage::recommend
