// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Random: a small generator (SplitMix64, Steele, Lea and Flood 2014) whose numbers are the same on every target.
// It shuffles and samples; it protects nothing.
//
// Lifetime  plain value; a copy continues from the same point.
#pragma once

#include <cstdint>

namespace etalage::train {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }

  // Uniform over 0 .. bound - 1, but for a bias of at most bound / 2^32. REQUIRES: bound > 0.
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((bits() >> 32) * bound) >> 32);
  }

  // Uniform over [0, 1), in steps of 2^-24, which a float holds exactly.
  float unit() { return static_cast<float>(bits() >> 40) * 0x1p-24F; }

 private:
  std::uint64_t state_;
};

}  // namespace etalage::train
