// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Adagrad, row by row: every vector has one running sum of the squared lengths of its gradients, and steps by
//
//   e <- normalised( e - rate * g / sqrt(sum of |g|^2) )
//
// so that a product seen often settles while a rare one still moves. The position weights step likewise, each on its own.
// A batch is one update for each row it touched, whatever the number of times.
#pragma once

#include <vector>

#include "train/sampled_softmax.h"

namespace etalage::train {

class Adagrad {
 public:
  explicit Adagrad(const Model& model);

  // REQUIRES: the gradient is of this model.
  void update(Model& model, const Gradient& gradient, float vector_rate, float position_rate);

 private:
  std::vector<float> row_squares_;
  std::vector<float> position_squares_;
};

}  // namespace etalage::train
