// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Scan: dot products of one query with item vectors, exactly for one row, and coarsely, but never too low, for all rows. These
// are the loops whose speed a shopper could notice, so they are alone in their files, which are compiled for speed where
// everything else is compiled for size.
//
// The coarse product saves what an exact one spends on widening bytes. Two components side by side, read as one 16-bit number,
// are 256 * odd + even, where the even one counts as 0 to 255; shifted left by 8 they are 256 * even. Hence, with the query
// rounded to 12 bits,
//
//   sum (256 * odd + even) * q_odd + sum (256 * even) * q_even  =  256 * dot + noise,  noise >= 255 * sum min(q_odd, 0)
//
// and with a margin for that and for the rounding, it is at least 32 times the exact product with the query's 15 bits. Whatever
// cannot reach the floor even so is passed over; the order is made of exact products alone, so it does not depend on
// the machine, nor on whether it has SIMD.
//
// Exactness  a dot product of 64 products of i8 and i16 fits 32 bits, and so does a coarse one with its margin.
// Cost       find: some 25 instructions a row with SIMD, as much as reading the rows from beyond a core's own cache takes.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "pack/format.h"

namespace etalage::recommend {

// A unit vector in 15 bits a component.
using Query = std::array<std::int16_t, pack::kDimensions>;
inline constexpr float kQueryUnit = 32767.0F;

// What is scanned. Lifetime: points into a pack, and to one factor a row: what the dot product with a Query is multiplied by to
// give the cosine, 0 where the row has no vector.
struct ScannedRows {
  const std::int8_t* components = nullptr;
  const float* factors = nullptr;
  std::uint32_t count = 0;
};

// A query, and what its coarse products are made with.
struct Aim {
  Aim() = default;
  // REQUIRES: a query of unit length.
  explicit Aim(const Query& exact);

  Query query{};
  std::array<std::int16_t, pack::kDimensions / 2> odd{}, even{};
  std::int32_t margin = 0;
};

// Up to four rows from `row` on; bit i of `bits` says that row + i may reach the floor. No bits: there are no more rows.
struct Candidates {
  std::uint32_t row = 0;
  std::uint32_t bits = 0;
};
inline constexpr std::uint32_t kCandidates = 4;

// Whatever there is from `row` on.
[[nodiscard]] inline Candidates all_from(std::uint32_t row, std::uint32_t count) {
  const auto left = count - std::min(row, count);
  return {row, (1u << std::min(left, kCandidates)) - 1};
}

// The next rows from `row` on of which share * cosine^3 may be `floor` or more. REQUIRES: share, floor > 0; row is a multiple of 4.
using FindCandidates = Candidates (*)(const ScannedRows& rows, const Aim& aim, float share,
                                      float floor, std::uint32_t row);
using Dot = std::int32_t (*)(const std::int8_t* components, const Query& query);

struct Scan {
  Dot dot;
  FindCandidates find;
};

extern const Scan kSimdScan;
// Plain C++: every row is a candidate. It is what the other is tested against.
extern const Scan kScalarScan;

}  // namespace etalage::recommend
