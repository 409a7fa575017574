// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// top_k: the rows with the highest scores above 0 that are allowed, best first; equal scores in the order of the rows,
// which is that of popularity.
//
// Cost      one pass; log k for each row that enters the list.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace etalage::recommend {

template <typename Allowed>
void top_k(std::span<const float> scores, std::size_t k, Allowed&& allowed,
           std::vector<std::uint32_t>& out) {
  out.clear();
  if (k == 0) return;
  const auto better = [&](std::uint32_t a, std::uint32_t b) {
    return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
  };
  // A heap whose front is the worst row kept. Rows come in ascending order, so that an equal score never displaces.
  for (std::uint32_t row = 0; row < scores.size(); ++row) {
    if (!(scores[row] > 0)) continue;
    if (out.size() == k && !(scores[row] > scores[out.front()])) continue;
    if (!allowed(row)) continue;
    if (out.size() == k) {
      std::pop_heap(out.begin(), out.end(), better);
      out.pop_back();
    }
    out.push_back(row);
    std::push_heap(out.begin(), out.end(), better);
  }
  std::sort_heap(out.begin(), out.end(), better);
}

}  // namespace etalage::recommend
