// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Arranger: in which order the candidates for a slot are shown.
//
//   relevance    times each boost that holds, times 1 - rotation * u, where u in [0, 1) is drawn from the product, the slot and
//                the day; candidates below slot.relevance times the best one, before all that, are left out
//   next         = argmax (1 - k) * ((1 - d) * relevance / best - d * max similarity to what is there) + k * calibration
//   calibration  how well the list, with this product, fits the shopper's categories: the sum over categories of sqrt(p * q), p
//                being their share of what the shopper touched (the newest counting most), q their share of the list
//
// The second line is maximal marginal relevance (Carbonell and Goldstein, 1998). The third calibrates as Steck (2018) does, by
// the Bhattacharyya coefficient instead of the Kullback-Leibler divergence: it needs no smoothing and no logarithm, so that the
// order is the same on every machine.
//
// Cost      count times candidates.
// Lifetime  the pack must outlive the Arranger.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pack/pack.h"
#include "recommend/context.h"
#include "recommend/pick.h"

namespace etalage::recommend {

class Arranger {
 public:
  explicit Arranger(const pack::Pack& pack) : pack_(&pack) {}

  // Begins a list.
  void begin(const pack::Slot& slot, const Context& context);
  // Says that a product is in the list.
  void add(std::uint32_t row);
  // The places of those of the candidates that are to follow next, in order, at most `count`. The caller adds them.
  [[nodiscard]] std::vector<std::uint32_t> arrange(std::span<Pick> candidates, std::size_t count);

 private:
  void weigh(std::span<Pick> candidates) const;
  [[nodiscard]] std::vector<std::uint32_t> choose(std::span<const Pick> candidates,
                                                  std::size_t count) const;
  [[nodiscard]] std::uint32_t top_category(std::uint32_t row) const;

  const pack::Pack* pack_;
  const pack::Slot* slot_ = nullptr;
  std::int64_t day_ = 0;
  float calibration_ = 0;               // 0 where nothing is known of the shopper
  std::vector<std::string_view> tops_;  // names of the uppermost categories, in order
  std::vector<float> share_, in_list_;  // by uppermost category
  std::vector<std::uint32_t> list_;     // rows
};

}  // namespace etalage::recommend
