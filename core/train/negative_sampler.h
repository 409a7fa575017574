// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// NegativeSampler: draws the rows that a batch's targets are told apart from, in proportion to frequency^0.5.
//
// The draw is stratified: one uniform point in each of `draws` equal parts of the total weight. A row is drawn either
// the whole number below or above its expected count q, nearly, which takes most of the chance out of a small catalogue. A row drawn m
// times is returned once with weight m / q: sums over the draw, so weighted, have the full sum as their mean. (That is
// the log-q correction of sampled softmax, without the logarithm.)
//
// Shape     rows ascending and distinct; a weight each.
// Cost      one binary search a draw.
#pragma once

#include <cstdint>
#include <vector>

#include "train/random.h"

namespace etalage::train {

struct Negatives {
  std::vector<std::uint32_t> rows;
  std::vector<float> weights;
};

class NegativeSampler {
 public:
  NegativeSampler(const std::vector<std::uint32_t>& frequency, std::uint32_t draws);

  // Replaces what `negatives` holds.
  void draw(Random& random, Negatives& negatives) const;

 private:
  std::vector<double> cumulative_;
  std::uint32_t draws_;
};

}  // namespace etalage::train
