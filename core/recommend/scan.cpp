// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/scan.h"

#include <cstdlib>

namespace etalage::recommend {
namespace {

constexpr int kCoarseStep =
    8;  // 15 bits to 12: then a coarse product of whatever components fits 32 bits
constexpr int kOdd = 256;  // what an odd component counts in a coarse product
constexpr int kMostEven = 255;
constexpr int kMostComponent = 128;

}  // namespace

Aim::Aim(const Query& exact) : query(exact) {
  int too_low = 0;
  int rounded = 0;
  for (std::size_t d = 0; d < query.size(); ++d) {
    const int coarse = (query[d] + (query[d] < 0 ? -kCoarseStep : kCoarseStep) / 2) / kCoarseStep;
    rounded += std::abs(query[d] - kCoarseStep * coarse);
    if (d % 2 == 1 && coarse < 0) too_low -= coarse;
    (d % 2 == 1 ? odd : even)[d / 2] = static_cast<std::int16_t>(coarse);
  }
  margin = kMostEven * too_low + kOdd / kCoarseStep * kMostComponent * rounded;
}

}  // namespace etalage::recommend
