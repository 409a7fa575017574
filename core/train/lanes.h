// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Lanes: four floats that are added, multiplied and so on together. They exist so that the training's sums have one
// fixed order on every target: SSE2, NEON and WebAssembly SIMD all have exactly this shape, and what the compiler may not
// reorder it need not, because the lanes are written out. Plain + - * / on Lanes are the compiler's vector extension.
//
// Errors    none.
// Lifetime  plain values.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>

namespace etalage::train {

using Lanes = float __attribute__((vector_size(16)));
using LaneBits = std::int32_t __attribute__((vector_size(16)));
inline constexpr std::uint32_t lane_count = 4;

// REQUIRES: four floats at p. No alignment is needed.
[[nodiscard]] inline Lanes load(const float* p) {
  Lanes v;
  std::memcpy(&v, p, sizeof v);
  return v;
}
inline void store(float* p, Lanes v) { std::memcpy(p, &v, sizeof v); }

[[nodiscard]] inline Lanes splat(float x) { return Lanes{x, x, x, x}; }

[[nodiscard]] inline float sum(Lanes v) { return (v[0] + v[2]) + (v[1] + v[3]); }

// Four rows of four become four columns.
[[nodiscard]] inline std::array<Lanes, 4> transpose(const std::array<Lanes, 4>& rows) {
  const auto& [a, b, c, d] = rows;
  const Lanes ab0 = __builtin_shufflevector(a, b, 0, 4, 1, 5);
  const Lanes ab1 = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  const Lanes cd0 = __builtin_shufflevector(c, d, 0, 4, 1, 5);
  const Lanes cd1 = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  return {
      __builtin_shufflevector(ab0, cd0, 0, 1, 4, 5), __builtin_shufflevector(ab0, cd0, 2, 3, 6, 7),
      __builtin_shufflevector(ab1, cd1, 0, 1, 4, 5), __builtin_shufflevector(ab1, cd1, 2, 3, 6, 7)};
}

// e^x to within 2e-7 of it, for -87 <= x <= 87; below and above, the value at that end. No maths library: the same bits everywhere.
[[nodiscard]] inline Lanes exp(Lanes x) {
  // x = n ln 2 + r with |r| <= ln 2 / 2. Adding 1.5 * 2^23 leaves the rounded n in the low bits.
  const Lanes low = splat(-87.0F);
  const Lanes high = splat(87.0F);
  x = x < low ? low : x;
  x = x > high ? high : x;
  const Lanes magic = splat(12582912.0F);
  const Lanes shifted = x * splat(1.44269504F) + magic;
  const Lanes n = shifted - magic;
  const Lanes r = (x - n * splat(0.693359375F)) - n * splat(-2.12194440e-4F);
  Lanes e = splat(1.0F / 720);
  e = e * r + splat(1.0F / 120);
  e = e * r + splat(1.0F / 24);
  e = e * r + splat(1.0F / 6);
  e = e * r + splat(0.5F);
  e = e * r + splat(1.0F);
  e = e * r + splat(1.0F);
  LaneBits exponent;
  std::memcpy(&exponent, &shifted, sizeof exponent);
  exponent = (exponent - 0x4B400000 + 127) << 23;
  Lanes power;
  std::memcpy(&power, &exponent, sizeof power);
  return e * power;
}

}  // namespace etalage::train
