// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Damage: what disks, networks and hostile hands do to bytes. Every damaged copy lies in a heap
// buffer of exactly its size, so that the address sanitizer sees a read of one byte too many.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <span>
#include <vector>

#include "support/random.h"

namespace etalage::test {

using Bytes = std::vector<std::uint8_t>;

inline Bytes exact(std::span<const std::uint8_t> data) { return {data.begin(), data.end()}; }

// check(copy) for every proper prefix.
template <typename Check>
void every_prefix(const Bytes& whole, Check&& check) {
  for (std::size_t size = 0; size < whole.size(); ++size) {
    Bytes copy(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    check(copy);
  }
}

// check(copy, at) for every byte, once with each of its bits flipped and once with all of them.
template <typename Check>
void every_flip(const Bytes& whole, Check&& check) {
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (unsigned mask : {1u, 2u, 4u, 8u, 16u, 32u, 64u, 128u, 255u}) {
      Bytes copy = exact(whole);
      copy[at] = static_cast<std::uint8_t>(copy[at] ^ mask);
      check(copy, at);
    }
  }
}

// Changes a few places: single bytes, runs, and 32-bit fields, which get the numbers that break
// arithmetic.
inline void mutate(Random& random, Bytes& data) {
  if (data.empty()) return;
  const auto size = static_cast<std::uint32_t>(data.size());
  for (auto changes = 1 + random.below(4); changes > 0; --changes) {
    const auto at = random.below(size);
    const auto kind = random.below(4);
    if (kind == 0) {
      data[at] = static_cast<std::uint8_t>(data[at] ^ (1u << random.below(8)));
    } else if (kind == 1) {
      data[at] = static_cast<std::uint8_t>(random.below(256));
    } else if (kind == 2) {
      const auto from = random.below(size);
      const auto length = std::min(1 + random.below(16), size - std::max(at, from));
      std::memmove(data.data() + at, data.data() + from, length);
    } else if (size >= 4) {
      std::uint32_t field = 0;
      const auto place = random.below(size / 4) * 4;
      std::memcpy(&field, data.data() + place, 4);
      const std::uint32_t values[] = {
          0,          1,          field + 1,  field - 1,         size,      size - 1,
          0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, random.below(256), field * 2, 0xFFFF};
      std::memcpy(data.data() + place, &values[random.below(std::size(values))], 4);
    }
  }
}

}  // namespace etalage::test
