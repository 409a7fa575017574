// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Row: what training does with one vector of 64 floats. Sums run in sixteen lanes and are folded in one fixed order,
// so they are quick without fast-math and the same bits on every target.
//
// REQUIRES  every pointer has `dimensions` floats behind it; to and from do not overlap.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "train/lanes.h"

namespace etalage::train {

inline constexpr std::uint32_t dimensions = 64;

[[nodiscard]] inline float dot(const float* a, const float* b) {
  Lanes s0{}, s1{}, s2{}, s3{};
  for (std::uint32_t d = 0; d < dimensions; d += 4 * lane_count) {
    s0 += load(a + d) * load(b + d);
    s1 += load(a + d + 4) * load(b + d + 4);
    s2 += load(a + d + 8) * load(b + d + 8);
    s3 += load(a + d + 12) * load(b + d + 12);
  }
  return sum((s0 + s1) + (s2 + s3));
}

// to += factor * from
inline void add_scaled(float* to, float factor, const float* from) {
  for (std::uint32_t d = 0; d < dimensions; d += lane_count) {
    store(to + d, load(to + d) + splat(factor) * load(from + d));
  }
}

inline void scale(float* row, float factor) {
  for (std::uint32_t d = 0; d < dimensions; d += lane_count)
    store(row + d, splat(factor) * load(row + d));
}

// Brings a row to unit length, and returns the inverse of the length it had. A row too short to have a direction
// becomes zero, and 0 is returned.
inline float normalise(float* row) {
  const float length = std::sqrt(dot(row, row));
  const float inverse = length > 1e-6F ? 1 / length : 0;
  scale(row, inverse);
  return inverse;
}

}  // namespace etalage::train
