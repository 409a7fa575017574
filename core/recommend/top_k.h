// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// top_k: the rows with the highest scores above 0 that are allowed, best first; equal scores in the order of the rows,
// which is that of popularity.
//
// Shape     scores: Scores, or what has its size(), [], named() and next().
// Cost      a score for each candidate; log k for each row that enters the list. One allocation.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

#include "recommend/scan.h"

namespace etalage::recommend {

// The best so far. A key is the score's bits, which order as positive floats do, above the row's complement: the greater, the
// better.
class Best {
 public:
  explicit Best(std::size_t k) : k_(k) { keys_.reserve(k); }

  // What a score must reach to enter.
  [[nodiscard]] float floor() const {
    if (keys_.size() < k_) return std::numeric_limits<float>::min();
    return std::bit_cast<float>(static_cast<std::uint32_t>(keys_.front() >> 32));
  }
  // Where `score` is one to enter with and `allowed(row)` says so.
  template <typename Allowed>
  void offer(std::uint32_t row, float score, Allowed& allowed) {
    if (!(score >= floor())) return;
    const auto key = std::uint64_t{std::bit_cast<std::uint32_t>(score)} << 32 | ~row;
    const bool full = keys_.size() == k_;
    if ((full && key < keys_.front()) || !allowed(row)) return;
    if (full) {
      std::pop_heap(keys_.begin(), keys_.end(), std::greater<>());
      keys_.pop_back();
    }
    keys_.push_back(key);
    std::push_heap(keys_.begin(), keys_.end(), std::greater<>());
  }
  void take(std::vector<std::uint32_t>& out) {
    std::sort_heap(keys_.begin(), keys_.end(), std::greater<>());
    for (const auto key : keys_) out.push_back(~static_cast<std::uint32_t>(key));
  }

 private:
  std::size_t k_;
  std::vector<std::uint64_t> keys_;  // a heap whose front is the worst
};

template <typename Scores, typename Allowed>
void top_k(const Scores& scores, std::size_t k, Allowed&& allowed,
           std::vector<std::uint32_t>& out) {
  out.clear();
  if (k == 0) return;
  Best best(std::min<std::size_t>(k, scores.size()));
  // They score high, mostly: with them in the list few others are candidates.
  for (const auto row : scores.named()) best.offer(row, scores[row], allowed);
  for (std::uint32_t from = 0; from < scores.size();) {
    const auto found = scores.next(from, best.floor());
    for (auto bits = found.bits; bits != 0; bits &= bits - 1) {
      const auto row = found.row + static_cast<std::uint32_t>(std::countr_zero(bits));
      if (!scores.is_named(row)) best.offer(row, scores[row], allowed);
    }
    from = found.row + kCandidates;
  }
  best.take(out);
}

}  // namespace etalage::recommend
