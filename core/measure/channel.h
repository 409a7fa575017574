// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Channel: how an answer is randomised. A report supports the bucket that the shopper is in with probability p, and any other
// with probability q; all of the estimators follow from these two.
//
//   k-ary randomised response  p = a / (a + (k-1)b)   q = b / (a + (k-1)b)
//   optimised unary encoding   p = 1/2                q = b / (a+b)
//
// REQUIRES: a > b >= 1, at most pack::kMaxRatio; 2 <= buckets <= pack::kMaxBuckets.
#pragma once

#include <cstdint>

#include "pack/measure.h"

namespace etalage::measure {

struct Channel {
  pack::Mechanism mechanism = pack::Mechanism::randomised_response;
  std::uint32_t buckets = 2;
  std::uint32_t a = 3, b = 1;

  [[nodiscard]] constexpr bool is_randomised_response() const {
    return mechanism == pack::Mechanism::randomised_response;
  }
  // What the weights of all buckets add up to.
  [[nodiscard]] constexpr std::uint32_t weights() const { return a + (buckets - 1) * b; }
  [[nodiscard]] constexpr double p() const {
    return is_randomised_response() ? 1.0 * a / weights() : 0.5;
  }
  [[nodiscard]] constexpr double q() const {
    return 1.0 * b / (is_randomised_response() ? weights() : a + b);
  }
};

// Whichever has less variance where shares are small: k-ary randomised response where b(k-2) < 3a.
[[nodiscard]] constexpr pack::Mechanism better_mechanism(std::uint32_t buckets, std::uint32_t a,
                                                         std::uint32_t b) {
  return std::uint64_t{b} * (buckets - 2) < std::uint64_t{3} * a
             ? pack::Mechanism::randomised_response
             : pack::Mechanism::unary_encoding;
}

}  // namespace etalage::measure
