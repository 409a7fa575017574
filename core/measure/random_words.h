// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// RandomWords: random bytes that the caller drew from a cryptographic source, as words, each used once. It fails closed: past
// the end, or where the bytes are too few to judge or all alike and so cannot be random, every word is 0 and failed() is true
// from then on; an answer that was being drawn must not be used.
//
// Lifetime  refers to the bytes, which belong to this alone.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>

namespace etalage::measure {

class RandomWords {
 public:
  static constexpr std::uint64_t kWords = std::uint64_t{1} << 32;  // that there are
  static constexpr std::size_t kFewest = 16;                       // bytes

  explicit RandomWords(std::span<const std::uint8_t> bytes)
      : bytes_(bytes),
        failed_(bytes.size() < kFewest ||
                std::ranges::all_of(bytes, [&](auto byte) { return byte == bytes.front(); })) {}

  [[nodiscard]] std::uint32_t word() {
    std::uint32_t value = 0;
    if (bytes_.size() < sizeof value) failed_ = true;
    if (failed_) return 0;
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_ = bytes_.subspan(sizeof value);
    return value;
  }
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  std::span<const std::uint8_t> bytes_;
  bool failed_;
};

}  // namespace etalage::measure
