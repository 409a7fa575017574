// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "pack/slot.h"

namespace etalage::pack {

std::string_view name(Strategy strategy) {
  switch (strategy) {
    case Strategy::bestsellers: return "bestsellers";
    case Strategy::for_you: return "for-you";
    case Strategy::similar: return "similar";
    case Strategy::bought_together: return "bought-together";
    case Strategy::recently_viewed: return "recently-viewed";
  }
  return {};
}

std::optional<Strategy> strategy_named(std::string_view wanted) {
  for (const auto strategy : kStrategies) {
    if (name(strategy) == wanted) return strategy;
  }
  return std::nullopt;
}

}  // namespace etalage::pack
