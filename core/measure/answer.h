// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Answer: the buckets that a randomised report supports, a bit each. Under k-ary randomised response that is one, under unary
// encoding any number.
#pragma once

#include <array>
#include <cstdint>

namespace etalage::measure {

struct Answer {
  std::array<std::uint8_t, 32> bits{};  // bucket i is bit i % 8 of byte i / 8

  void set(std::uint32_t bucket) {
    bits[bucket / 8] = static_cast<std::uint8_t>(bits[bucket / 8] | (1u << (bucket % 8)));
  }
  [[nodiscard]] bool has(std::uint32_t bucket) const {
    return (bits[bucket / 8] & 1u << (bucket % 8)) != 0;
  }
  bool operator==(const Answer&) const = default;
};

}  // namespace etalage::measure
