// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// evaluate: how often a pack, as the browser would read it, finds the product that a shopper really looked at next.
//
//   hr20    share of the cases whose target is among the 20 best
//   mrr20   mean over the cases of 1 / place of the target, 0 where it is not among the 20
//   all     every case; the session's own products may be recommended
//   fresh   ("new") cases whose target is not in the session; the session's products are left out of the list
//
// Shape     cases: sessions of rows, oldest first; the last row of each is the target. Cases of fewer than two are skipped.
#pragma once

#include <cstdint>

#include "pack/pack.h"
#include "train/history.h"

namespace etalage::train {

struct Accuracy {
  std::uint32_t cases = 0;
  double hr20 = 0;
  double mrr20 = 0;
};

struct Evaluation {
  Accuracy all, fresh;
  Accuracy bestsellers_all, bestsellers_fresh;
  double coverage = 0;    // share of the pack's products that any list of `fresh` holds
  double head_share = 0;  // share of what those lists hold that is among the most popular tenth
};

// REQUIRES: validate(cases), with cases.products = pack.products().
[[nodiscard]] Evaluation evaluate(const pack::Pack& pack, const History& cases);

}  // namespace etalage::train
