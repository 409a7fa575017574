// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Randomises one true answer so that the report is epsilon-differentially private, epsilon = ln(a/b), exactly: integers and
// rejection only, no floating point.
//
//   k-ary randomised response  U uniform in [0, a + (k-1)b): below a the truth, else the floor((U-a)/b)-th other bucket
//   optimised unary encoding   the true bucket's bit with probability 1/2, every other with b/(a+b)
//
// Words     whatever gives words in [0, kWords) and fails closed, as RandomWords does; the proof (tests/core/measure) enumerates
//           all the words of a smaller source.
// Source    Wang, Blocki, Li, Jha: Locally Differentially Private Protocols for Frequency Estimation (USENIX Security 2017),
//           sections 4.1 (direct encoding) and 4.3 (optimised unary encoding).
// REQUIRES: bucket < buckets.
#pragma once

#include <cstdint>

#include "measure/answer.h"
#include "measure/channel.h"
#include "measure/random_words.h"

namespace etalage::measure {

// Uniform in [0, range). REQUIRES: 1 <= range <= Words::kWords.
template <typename Words>
[[nodiscard]] std::uint32_t uniform(Words& random, std::uint32_t range) {
  const std::uint64_t end =
      Words::kWords - Words::kWords % range;  // from there on small numbers would be favoured
  for (;;) {
    const std::uint64_t word = random.word();
    if (word < end || random.failed()) return static_cast<std::uint32_t>(word % range);
  }
}

// Nothing of it may be used where random.failed() afterwards.
template <typename Words>
[[nodiscard]] Answer randomise(const Channel& channel, std::uint32_t bucket, Words& random) {
  const auto [mechanism, buckets, a, b] = channel;
  Answer answer;
  if (channel.is_randomised_response()) {
    const auto draw = uniform(random, channel.weights());
    const auto other = draw < a ? 0 : (draw - a) / b;
    answer.set(draw < a ? bucket : other + (other >= bucket ? 1 : 0));
    return answer;
  }
  for (std::uint32_t i = 0; i < buckets; ++i) {
    // All are drawn, so that how many words it takes says nothing of the truth.
    const bool is_set = i == bucket ? uniform(random, 2) == 0 : uniform(random, a + b) < b;
    if (is_set) answer.set(i);
  }
  return answer;
}

}  // namespace etalage::measure
