// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/adagrad.h"

#include <cmath>
#include <cstddef>

#include "train/row.h"

namespace etalage::train {
namespace {

constexpr float tiny = 1e-12F;  // keeps a gradient of zero from being divided by zero

}  // namespace

Adagrad::Adagrad(const Model& model)
    : row_squares_(model.vectors.size() / dimensions, tiny),
      position_squares_(model.positions.size(), tiny) {}

void Adagrad::update(Model& model, const Gradient& gradient, float vector_rate,
                     float position_rate) {
  for (std::size_t k = 0; k < gradient.rows.size(); ++k) {
    const float* g = gradient.vectors.data() + k * dimensions;
    float* e = model.vectors.data() + std::size_t{gradient.rows[k]} * dimensions;
    float& squares = row_squares_[gradient.rows[k]];
    squares += dot(g, g);
    add_scaled(e, -vector_rate / std::sqrt(squares), g);
    normalise(e);
  }
  for (std::size_t p = 0; p < gradient.positions.size(); ++p) {
    const float g = gradient.positions[p];
    position_squares_[p] += g * g;
    model.positions[p] -= position_rate * g / std::sqrt(position_squares_[p]);
  }
}

}  // namespace etalage::train
