// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// RandomWords: random bytes that the caller drew from a cryptographic source, as words, each used once. It fails closed: past
// the end, or where the bytes are all alike and so cannot be random, every word is 0 and failed() is true from then on; what
// was drawn before that must not be used.
//
// Lifetime  refers to the bytes, which belong to this alone.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>

namespace etalage::measure {

// Of unsigned words; production draws 32 bits at a time, the proof enumerates all words of 16 bits.
template <typename Word>
class BasicRandomWords {
 public:
  explicit BasicRandomWords(std::span<const std::uint8_t> bytes) : bytes_(bytes) {
    failed_ = bytes.size() >= 16 && std::all_of(bytes.begin(), bytes.end(), [&](std::uint8_t it) {
                return it == bytes.front();
              });
  }

  [[nodiscard]] Word word() {
    if (failed_ || bytes_.size() < sizeof(Word)) {
      failed_ = true;
      return 0;
    }
    Word value;
    std::memcpy(&value, bytes_.data(), sizeof(Word));
    bytes_ = bytes_.subspan(sizeof(Word));
    return value;
  }
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  std::span<const std::uint8_t> bytes_;
  bool failed_ = false;
};

using RandomWords = BasicRandomWords<std::uint32_t>;

}  // namespace etalage::measure
