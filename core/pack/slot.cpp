// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "pack/slot.h"

#include <iterator>

namespace etalage::pack {
namespace {

// By number; the first is none.
constexpr std::string_view kNames[] = {"",
                                       "bestsellers",
                                       "for-you",
                                       "similar",
                                       "bought-together",
                                       "recently-viewed",
                                       "alternatives",
                                       "complement",
                                       "cart-complement",
                                       "buy-again",
                                       "continue-browsing",
                                       "trending",
                                       "new",
                                       "new-for-you",
                                       "up-sell",
                                       "cross-sell",
                                       "more-from-series",
                                       "explore",
                                       "contextual",
                                       "segment-bestsellers"};

}  // namespace

std::string_view name(Strategy strategy) {
  const auto number = static_cast<std::size_t>(strategy);
  return number < std::size(kNames) ? kNames[number] : std::string_view{};
}

std::optional<Strategy> strategy_named(std::string_view wanted) {
  for (std::size_t number = 1; number < std::size(kNames); ++number) {
    if (kNames[number] == wanted) return static_cast<Strategy>(number);
  }
  return std::nullopt;
}

}  // namespace etalage::pack
