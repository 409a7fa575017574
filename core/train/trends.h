// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Trends: what gains, what is new, and what is bought again after how long.
//
//   rising    by (r - e) / sqrt(e + 1), at least 2: r customers in the last 7 days of the history, e as many as the 28 days before
//             let expect, had all products kept their share
//   arrivals  newest first: products that the catalogue calls new (added in its last 60 days); where it has no such column, those
//             that the history first saw in its last 30 days, of at least 60
//   intervals the median number of days between two purchases of a product by one customer
//
// Nothing is told of a product that fewer than `min_support` customers stand behind (promise P5): in the last days, over all, and
// with a second purchase, respectively. What the catalogue says of itself is public.
//
// Shape     products; at most 200 in a list, ties in their order. intervals: one a product, 0 = unknown.
// REQUIRES: validate(history); a day for each session or none, each purchase's product below `products`.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "train/history.h"

namespace etalage::train {

inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

// Days count from 1970-01-01; kNoDay where nobody knows. One day each, or none at all.
struct DatedHistory {
  History history;
  std::span<const std::int32_t> days;   // of each session's first event
  std::span<const std::int32_t> added;  // of each product, to the catalogue
};

[[nodiscard]] std::vector<std::uint32_t> rising(const DatedHistory& dated,
                                                std::uint32_t min_support);
[[nodiscard]] std::vector<std::uint32_t> arrivals(const DatedHistory& dated,
                                                  std::uint32_t min_support);

struct Purchase {
  std::uint32_t customer = 0;
  std::uint32_t product = 0;
  std::int32_t day = 0;

  auto operator<=>(const Purchase&) const = default;
};

[[nodiscard]] std::vector<std::uint16_t> intervals(std::vector<Purchase> purchases,
                                                   std::uint32_t products,
                                                   std::uint32_t min_support);

}  // namespace etalage::train
