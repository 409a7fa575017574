// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Random bytes of a seed, as the sampler's source takes them.
#pragma once

#include <cstring>

#include "measure/randomise.h"
#include "support/random.h"

namespace etalage::test {

// Answers drawn one after the other as a browser draws them, from random bytes that never end.
class Respondents {
 public:
  explicit Respondents(std::uint64_t seed) : random_(seed) {}

  measure::Answer answer(const measure::Channel& channel, std::uint32_t bucket) {
    std::uint8_t bytes[4 * (pack::kMaxBuckets + 16)];
    const auto size =
        channel.is_randomised_response() ? std::size_t{16} : 4 * (channel.buckets + 16);
    for (std::size_t i = 0; i < size; i += 8) {
      const auto bits = random_.bits();
      std::memcpy(bytes + i, &bits, std::min<std::size_t>(8, size - i));
    }
    measure::RandomWords words({bytes, size});
    const auto answer = measure::randomise(channel, bucket, words);
    // So many words are rejected one after the other once in 2^40 answers.
    EXPECT_FALSE(words.failed());
    return answer;
  }
  Random& random() { return random_; }

 private:
  Random random_;
};

}  // namespace etalage::test
