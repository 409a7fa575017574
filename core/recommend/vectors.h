// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Vectors of 128 bits, as SSE2, NEON and WebAssembly all have them. Plain + * << and so on are the compiler's vector extension;
// two operations that it cannot express have the instruction's name where there is one.
//
// Errors    none.
// Lifetime  plain values.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace etalage::recommend {

using Bytes8 = std::int8_t __attribute__((vector_size(8)));
using Words = std::int16_t __attribute__((vector_size(16)));
using Counts = std::uint16_t __attribute__((vector_size(16)));
using Sums = std::int32_t __attribute__((vector_size(16)));
using Floats = float __attribute__((vector_size(16)));

// REQUIRES: as many bytes at p as the vector has. No alignment is needed.
template <typename Vector>
[[nodiscard]] inline Vector load(const void* p) {
  Vector v;
  std::memcpy(&v, p, sizeof v);
  return v;
}

[[nodiscard]] inline Sums splat(std::int32_t x) { return Sums{x, x, x, x}; }
[[nodiscard]] inline Floats splat(float x) { return Floats{x, x, x, x}; }

// Products of eight numbers each, neighbours added.
[[nodiscard]] inline Sums dot_pairs(Words a, Words b) {
#if defined(__wasm_simd128__)
  return (Sums)wasm_i32x4_dot_i16x8((v128_t)a, (v128_t)b);
#elif defined(__SSE2__)
  return (Sums)_mm_madd_epi16((__m128i)a, (__m128i)b);
#else
  Sums sum{};
  for (int i = 0; i < 8; ++i) sum[i / 2] += a[i] * b[i];
  return sum;
#endif
}

// Bit i: lane i is not 0. REQUIRES: lanes are 0 or -1.
[[nodiscard]] inline std::uint32_t bits(Sums mask) {
#if defined(__wasm_simd128__)
  return wasm_i32x4_bitmask((v128_t)mask);
#elif defined(__SSE2__)
  return static_cast<std::uint32_t>(_mm_movemask_ps((__m128)mask));
#else
  std::uint32_t set = 0;
  for (int i = 0; i < 4; ++i) set |= (mask[i] != 0 ? 1u : 0u) << i;
  return set;
#endif
}

// The sum of each of four vectors.
[[nodiscard]] inline Sums sums(Sums a, Sums b, Sums c, Sums d) {
  const Sums ab =
      __builtin_shufflevector(a, b, 0, 4, 1, 5) + __builtin_shufflevector(a, b, 2, 6, 3, 7);
  const Sums cd =
      __builtin_shufflevector(c, d, 0, 4, 1, 5) + __builtin_shufflevector(c, d, 2, 6, 3, 7);
  return __builtin_shufflevector(ab, cd, 0, 1, 4, 5) + __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
}

}  // namespace etalage::recommend
