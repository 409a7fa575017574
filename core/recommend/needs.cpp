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
  using enum Strategy;
  const bool without_seen = (slot.without & pack::kSeen) != 0;
  const bool without_bought = (slot.without & pack::kBought) != 0;
  const bool without_cart = (slot.without & pack::kInCart) != 0;
  const bool browsed = uses(slot, {for_you, new_for_you, explore}) || slot.calibration > 0;
  const bool carted = uses(slot, {bought_together, complement, cart_complement, cross_sell});
  const bool resumed = uses(slot, {continue_browsing});
  std::vector<Need> needs;
  // similar: to the newest, where the page names none
  if (browsed || resumed || without_seen || uses(slot, {recently_viewed, similar})) {
    needs.push_back({"view_item", {"item_id"}});
  }
  const bool in_cart = browsed || carted || resumed || without_cart;
  if (in_cart) {
    needs.push_back({"add_to_cart", {"item_id"}});
    needs.push_back({"remove_from_cart", {"item_id"}});
  }
  // What is bought is no longer in the cart.
  if (in_cart || without_bought || uses(slot, {buy_again})) {
    needs.push_back({"purchase", {"item_id", "transaction_id"}});
  }
  if (in_cart) needs.push_back({"cart", {"item_id"}});
  return needs;
}

}  // namespace etalage::recommend
