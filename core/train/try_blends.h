// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// try_blends: what a trained pack would reach on cases with other blends (pack/blend.h). Nothing is trained again, and the item
// vectors are scanned once a case, whatever the number of blends: a product that only its vector speaks for has the same place
// among its like in every blend, so the best twenty of those, with all that pairs, repeats or the session name, hold every
// blend's list.
//
//   worth(case) = 1/4 ((hit + rr) + (hit' + rr') n / n')
//
//   hit, rr  1 and 1 / place where the target is among the 20 best, else 0; hit', rr' the same with the session's products
//            left out, 0 where the target is one of them; n cases, of which n' have a target that is not
//
// so that the mean of worth over the cases is the mean of HR@20 and MRR@20, all and new (evaluate.h). Case by case, because two
// blends are compared on the same cases: what both find says nothing.
//
// Shape     worth: blend by blend, within a blend case by case; cases of fewer than two rows are 0 and not counted in n.
#pragma once

#include <span>
#include <vector>

#include "pack/blend.h"
#include "pack/pack.h"
#include "train/history.h"

namespace etalage::train {

// REQUIRES: validate(cases), with cases.products = pack.products(); each blend is one that a pack can have.
[[nodiscard]] std::vector<float> try_blends(const pack::Pack& pack, const History& cases,
                                            std::span<const pack::Blend> blends);

}  // namespace etalage::train
