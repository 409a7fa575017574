// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Slot: a place on a page, the strategy that fills it, what fills it up where that strategy has too little, and how the shop
// arranges what comes of it.
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
  alternatives = 6,
  complement = 7,
  cart_complement = 8,
  buy_again = 9,
  continue_browsing = 10,
  trending = 11,
  new_arrivals = 12,
  new_for_you = 13,
  up_sell = 14,
  cross_sell = 15,
  more_from_series = 16,
  explore = 17,
  contextual = 18,
  segment_bestsellers = 19,
};

inline constexpr std::uint8_t kStrategies = 19;  // the highest number

// What a slot shows: products, or the categories or brands of the products that it would show.
enum class Shown : std::uint8_t { products, categories, brands };

// Which alternatives to the page's product: any, or only better ones.
enum class Prefer : std::uint8_t { any, cheaper, greener };

// Products that a slot leaves out, whatever its strategy: bits of Slot::without.
inline constexpr std::uint8_t kSeen = 1, kBought = 2, kInCart = 4;

// The strategy's name in configuration and results, as "for-you"; empty for a number that this release does not know.
[[nodiscard]] std::string_view name(Strategy strategy);
[[nodiscard]] std::optional<Strategy> strategy_named(std::string_view name);

inline constexpr std::uint32_t kMaxBoosts = 32;

inline constexpr std::uint32_t kNoPin = 0xFFFFFFFF;

struct Slot {
  std::string name;
  Strategy strategy = Strategy::bestsellers;
  std::uint32_t count = 0;
  std::vector<Strategy> fallback;
  Shown shown = Shown::products;
  Prefer prefer = Prefer::any;
  std::uint8_t without = 0;
  // From 0 to 1: how much a list avoids what resembles itself, keeps to the shopper's categories, and changes from day to day.
  float diversity = 0, calibration = 0, rotation = 0;
  float relevance = 0;  // least score, as a share of the best one's
  // Least and highest price, in times that of the page's product; 0 = no bound.
  float price_from = 0, price_to = 0;
  std::vector<std::uint32_t> exclude{};  // rows
  std::vector<std::uint32_t> pins{};     // the row that stands at each place; kNoPin: none
  // What scores are multiplied by where the rule "<slot> <place in this list>" holds; at most kMaxBoosts.
  std::vector<float> boosts{};

  bool operator==(const Slot&) const = default;
};

}  // namespace etalage::pack
