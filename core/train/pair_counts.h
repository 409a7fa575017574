// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Pair lists: for each product, those that go together with it, strongest first.
//
//   W_ij = C_ij / sqrt((s_i + 20) (s_j + 20)) + 0.3 T_ij / (n_i + 10)
//
//   C_ij  sessions that hold both            T_ij  sum, over i before j by d <= 10 events, of e^-(d - 1)
//   s_i   sessions that hold i               n_i   events of i that are not the last of their session
//
// The first term is symmetric (bought together), the second is directed (seen next); 20 and 10 hold back what few
// sessions say. A pair is listed only where at least min_support different customers have held both in one session (P5).
// Sessions of more than 60 distinct products are left out, as in the measurements: they pair everything with everything.
//
// Shape     row p is pairs[offsets[p] .. offsets[p + 1]), by falling weight, ties by product; never p itself.
// Cost      one row at a time over an inverted index with dense counters: O(sum of distinct^2) time, and memory
//           linear in events and products. No hash map.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "train/history.h"

namespace etalage::train {

struct PairOptions {
  std::uint32_t min_support = 3;  // different customers who held both
  std::uint32_t per_product = 16;
};

struct Pair {
  std::uint32_t product = 0;
  float weight = 0;
  bool operator==(const Pair&) const = default;
};

struct PairLists {
  std::vector<std::uint32_t> offsets;
  std::vector<Pair> pairs;

  [[nodiscard]] std::span<const Pair> row(std::uint32_t product) const {
    return std::span(pairs).subspan(offsets[product], offsets[product + 1] - offsets[product]);
  }
};

// REQUIRES: validate(history).
[[nodiscard]] PairLists count_pairs(const History& history, const PairOptions& options);

}  // namespace etalage::train
