// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Slot: a place on a page, the strategy that fills it, and what fills it up where that strategy has too little.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace etalage::pack {

// How products are picked. Stored in packs: a number never changes its meaning.
enum class Strategy : std::uint8_t {
  bestsellers = 1,
  for_you = 2,
  similar = 3,
  bought_together = 4,
  recently_viewed = 5,
};

inline constexpr Strategy kStrategies[] = {Strategy::bestsellers, Strategy::for_you,
                                           Strategy::similar, Strategy::bought_together,
                                           Strategy::recently_viewed};

// The strategy's name in configuration and results, as "for-you"; empty for a number that this release does not know.
[[nodiscard]] std::string_view name(Strategy strategy);
[[nodiscard]] std::optional<Strategy> strategy_named(std::string_view name);

struct Slot {
  std::string name;
  Strategy strategy = Strategy::bestsellers;
  std::uint32_t count = 0;
  std::vector<Strategy> fallback;
};

}  // namespace etalage::pack
