// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/matrix.h"

#include <gtest/gtest.h>

#include <vector>

#include "train/random.h"

namespace etalage::train {
namespace {

std::vector<float> noise(std::size_t size, Random& random) {
  std::vector<float> values(size);
  for (float& x : values) x = random.unit() - 0.5F;
  return values;
}

TEST(Matrix, ProductIsThatOfTheDefinition) {
  Random random(5);
  for (const std::size_t inner : {1U, 7U, 64U}) {
    const std::size_t rows = 8;
    const std::size_t columns = 24;
    const std::vector<float> a = noise(rows * inner, random);
    const std::vector<float> b = noise(inner * columns, random);
    std::vector<float> c(rows * columns);
    multiply({a.data(), inner, 1}, {b.data(), 8, columns}, {c.data(), columns}, rows, columns,
             inner);
    for (std::size_t m = 0; m < rows; ++m) {
      for (std::size_t n = 0; n < columns; ++n) {
        float sum = 0;  // in the same order, so equal to the last bit
        for (std::size_t k = 0; k < inner; ++k) sum += a[m * inner + k] * b[k * columns + n];
        EXPECT_EQ(c[m * columns + n], sum);
      }
    }
  }
}

TEST(Matrix, ReadsTransposedRowsAndPackedPanels) {
  Random random(6);
  const std::size_t inner = 5;
  const std::vector<float> a = noise(inner * 4, random);   // [k][m]
  const std::vector<float> b = noise(inner * 16, random);  // [panel][k][column]
  std::vector<float> c(4 * 16);
  multiply({a.data(), 1, 4}, {b.data(), inner * 8, 8}, {c.data(), 16}, 4, 16, inner);
  for (std::size_t m = 0; m < 4; ++m) {
    for (std::size_t n = 0; n < 16; ++n) {
      float sum = 0;
      for (std::size_t k = 0; k < inner; ++k)
        sum += a[k * 4 + m] * b[n / 8 * inner * 8 + k * 8 + n % 8];
      EXPECT_EQ(c[m * 16 + n], sum);
    }
  }
}

}  // namespace
}  // namespace etalage::train
