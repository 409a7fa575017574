// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/scan.h"
#include "recommend/vectors.h"

namespace etalage::recommend {
namespace {

// A coarse product is 32 times an exact one; a cube, 32^3 times. What floats round is far less than the rest.
constexpr float kCoarseCube = 1.00001F / (32 * 32 * 32);

using Coarse = std::array<Words, 4>;

Coarse load_all(const std::array<std::int16_t, 32>& query) {
  return {load<Words>(&query[0]), load<Words>(&query[8]), load<Words>(&query[16]),
          load<Words>(&query[24])};
}

Sums coarse_dot(const std::int8_t* row, const Coarse& odd, const Coarse& even) {
  Sums sum{};
  for (std::size_t i = 0; i < odd.size(); ++i) {
    const auto pairs = load<Counts>(row + 16 * i);
    sum += dot_pairs((Words)pairs, odd[i]) + dot_pairs((Words)(pairs << 8), even[i]);
  }
  return sum;
}

std::int32_t dot(const std::int8_t* components, const Query& query) {
  Sums sum{};
  for (std::size_t d = 0; d < query.size(); d += 8) {
    const auto words = __builtin_convertvector(load<Bytes8>(components + d), Words);
    sum += dot_pairs(words, load<Words>(&query[d]));
  }
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

Candidates find(const ScannedRows& rows, const Aim& aim, float share, float floor,
                std::uint32_t row) {
  const auto odd = load_all(aim.odd);
  const auto even = load_all(aim.even);
  const Sums margin = splat(aim.margin);
  const Floats factor = splat(share * kCoarseCube);
  const Floats least = splat(floor);
  const auto* at = rows.components + std::size_t{row} * pack::kDimensions;
  for (; row + kCandidates <= rows.count; row += kCandidates, at += 4 * pack::kDimensions) {
    const Sums dots = sums(coarse_dot(at, odd, even), coarse_dot(at + 64, odd, even),
                           coarse_dot(at + 128, odd, even), coarse_dot(at + 192, odd, even));
    const Floats cosine =
        __builtin_convertvector(dots + margin, Floats) * load<Floats>(rows.factors + row);
    const Floats most = factor * cosine * cosine * cosine;
    if (const auto set = bits((Sums)(most >= least))) return {row, set};
  }
  return all_from(row, rows.count);
}

}  // namespace

const Scan kSimdScan{dot, find};

}  // namespace etalage::recommend
