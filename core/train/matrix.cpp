// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/matrix.h"

#include "train/lanes.h"

namespace etalage::train {
namespace {

// Four rows by eight columns: as many sums as fit the sixteen registers of SSE2 beside what feeds them.
void multiply_tile(Left a, const float* b, std::size_t b_row, Output c, std::size_t inner) {
  Lanes c00{}, c01{}, c10{}, c11{}, c20{}, c21{}, c30{}, c31{};
  const float* a0 = a.data;
  const float* a1 = a0 + a.row;
  const float* a2 = a1 + a.row;
  const float* a3 = a2 + a.row;
  for (std::size_t k = 0; k < inner; ++k) {
    const Lanes b0 = load(b);
    const Lanes b1 = load(b + lane_count);
    const std::size_t at = k * a.step;
    c00 += splat(a0[at]) * b0;
    c01 += splat(a0[at]) * b1;
    c10 += splat(a1[at]) * b0;
    c11 += splat(a1[at]) * b1;
    c20 += splat(a2[at]) * b0;
    c21 += splat(a2[at]) * b1;
    c30 += splat(a3[at]) * b0;
    c31 += splat(a3[at]) * b1;
    b += b_row;
  }
  store(c.data, c00);
  store(c.data + lane_count, c01);
  store(c.data + c.row, c10);
  store(c.data + c.row + lane_count, c11);
  store(c.data + 2 * c.row, c20);
  store(c.data + 2 * c.row + lane_count, c21);
  store(c.data + 3 * c.row, c30);
  store(c.data + 3 * c.row + lane_count, c31);
}

}  // namespace

void multiply(Left a, Right b, Output c, std::size_t rows, std::size_t columns, std::size_t inner) {
  for (std::size_t n = 0; n < columns; n += 8) {
    const float* panel = b.data + n / 8 * b.panel;
    for (std::size_t m = 0; m < rows; m += 4) {
      multiply_tile({a.data + m * a.row, a.row, a.step}, panel, b.row,
                    {c.data + m * c.row + n, c.row}, inner);
    }
  }
}

}  // namespace etalage::train
