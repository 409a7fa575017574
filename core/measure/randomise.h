// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Randomises one true answer so that the report is epsilon-differentially private, epsilon = ln(a/b), exactly: integers and
// rejection only, no floating point.
//
//   k-ary randomised response  U uniform in [0, a + (k-1)b): below a the truth, else the floor((U-a)/b)-th other bucket
//   optimised unary encoding   the true bucket's bit with probability 1/2, every other with b/(a+b)
//
// Source    Wang, Blocki, Li, Jha: Locally Differentially Private Protocols for Frequency Estimation (USENIX Security 2017),
//           sections 4.1 (direct encoding) and 4.3 (optimised unary encoding).
// REQUIRES: a > b >= 1, at most pack::kMaxRatio; 2 <= buckets <= pack::kMaxBuckets; bucket < buckets.
#pragma once

#include <cstdint>

#include "measure/answer.h"
#include "measure/random_words.h"
#include "pack/measure.h"

namespace etalage::measure {

struct Channel {
  pack::Mechanism mechanism = pack::Mechanism::randomised_response;
  std::uint32_t buckets = 2;
  std::uint32_t a = 3, b = 1;
};

// Whichever has less variance where shares are small: k-ary randomised response where b(k-2) < 3a.
[[nodiscard]] constexpr pack::Mechanism better_mechanism(std::uint32_t buckets, std::uint32_t a,
                                                         std::uint32_t b) {
  return std::uint64_t{b} * (buckets - 2) < std::uint64_t{3} * a
             ? pack::Mechanism::randomised_response
             : pack::Mechanism::unary_encoding;
}

// Uniform in [0, range). REQUIRES: 1 <= range <= 2^(bits of Word).
template <typename Word>
[[nodiscard]] std::uint32_t uniform(BasicRandomWords<Word>& random, std::uint32_t range) {
  constexpr std::uint64_t kWords = std::uint64_t{1} << (8 * sizeof(Word));
  const std::uint64_t most = kWords - kWords % range;  // what lies above would favour small numbers
  for (;;) {
    const std::uint64_t word = random.word();
    if (word < most || random.failed()) return static_cast<std::uint32_t>(word % range);
  }
}

// Nothing of it may be used where random.failed() afterwards.
template <typename Word>
[[nodiscard]] Answer randomise(const Channel& channel, std::uint32_t bucket,
                               BasicRandomWords<Word>& random) {
  const auto& [mechanism, buckets, a, b] = channel;
  Answer answer;
  if (mechanism == pack::Mechanism::randomised_response) {
    const auto draw = uniform(random, a + (buckets - 1) * b);
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
