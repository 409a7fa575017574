// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// evaluate: how often a pack, as the browser would read it, finds the product that a shopper really looked at next.
//
//   hr20    share of the cases whose target is among the 20 best
//   mrr20   mean over the cases of 1 / place of the target, 0 where it is not among the 20
//   all     every case; the session's own products may be recommended
//   fresh   ("new") cases whose target is not in the session; the session's products are left out of the list
//   places  cases whose target is first in the list, second, ...: the hit rate of any shorter list is the sum of its first
//
// The cases of `fresh` also in groups: by how many different products the session had (1, 2, 3 to 5, more), and by the target's
// popularity (the most popular tenth of the products, the rest of the first half, the second half).
//
// Shape     cases: sessions of rows, oldest first; the last row of each is the target. Cases of fewer than two are skipped.
#pragma once

#include <array>
#include <cstdint>

#include "pack/pack.h"
#include "train/history.h"

namespace etalage::train {

inline constexpr std::size_t kListed = 20;

struct Accuracy {
  std::uint32_t cases = 0;
  double hr20 = 0;
  double mrr20 = 0;
  std::array<std::uint32_t, kListed> places{};
};

// A pack's lists beside lists of bestsellers, on the same cases.
struct Comparison {
  Accuracy pack, bestsellers;
};

struct Evaluation {
  Comparison all, fresh;
  std::array<Comparison, 4> by_known;
  std::array<Comparison, 3> by_popularity;
  double coverage = 0;    // share of the pack's products that any list of `fresh` holds
  double head_share = 0;  // share of what those lists hold that is among the most popular tenth
};

// REQUIRES: validate(cases), with cases.products = pack.products().
[[nodiscard]] Evaluation evaluate(const pack::Pack& pack, const History& cases);

}  // namespace etalage::train
