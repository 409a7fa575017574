// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The one matrix product that training spends its time in, over packed panels of eight columns.
//
//   c[m][n] = sum over k of a[m][k] * b[k][n]
//
// Shape     a: element (m, k) is a[m * a_row + k * a_step], so that a transposed matrix needs no copy.
//           b: panels of 8 columns; panel q begins at b + q * b_panel, and its row k at k * b_row.
//           c: row m begins at c + m * c_row.
// Order     every sum runs over k upwards, one term at a time: the same bits on every target.
#pragma once

#include <cstddef>

namespace etalage::train {

struct Left {
  const float* data;
  std::size_t row;
  std::size_t step;
};

struct Right {
  const float* data;
  std::size_t panel;
  std::size_t row;
};

struct Output {
  float* data;
  std::size_t row;
};

// REQUIRES: rows a multiple of 4, columns of 8.
void multiply(Left a, Right b, Output c, std::size_t rows, std::size_t columns, std::size_t inner);

}  // namespace etalage::train
