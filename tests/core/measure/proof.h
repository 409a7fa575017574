// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The proof that a sampler is epsilon-differentially private, by exhaustion: all the words of a small source are tried, and what
// comes out must have exactly the weights that the channel has. A word that is rejected asks for another where there is none:
// the source fails, and nothing is counted; so the words that count are the same number for each truth.
//
// A sampler is callable with (channel, bucket, words) for any source of words. Each check gives what it refuses, or nothing.
#pragma once

#include <bit>
#include <span>
#include <string>
#include <vector>

#include "measure/randomise.h"

namespace etalage::test {

using measure::Answer;
using measure::Channel;

// A listed word after the other.
template <unsigned bits>
class ListedWords {
 public:
  static constexpr std::uint64_t kWords = std::uint64_t{1} << bits;

  explicit ListedWords(std::span<const std::uint32_t> words) : words_(words) {}
  std::uint32_t word() {
    if (words_.empty()) failed_ = true;
    if (failed_) return 0;
    const auto first = words_.front();
    words_ = words_.subspan(1);
    return first;
  }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool is_used_up() const { return words_.empty(); }

 private:
  std::span<const std::uint32_t> words_;
  bool failed_ = false;
};

inline std::string name_of(const Channel& channel) {
  return (channel.is_randomised_response() ? "k-RR k=" : "OUE k=") +
         std::to_string(channel.buckets) + " a=" + std::to_string(channel.a) +
         " b=" + std::to_string(channel.b);
}

// The buckets below the 32nd that it supports.
inline std::uint32_t low_bits(const Answer& answer) {
  return answer.bits[0] | std::uint32_t{answer.bits[1]} << 8 | std::uint32_t{answer.bits[2]} << 16 |
         std::uint32_t{answer.bits[3]} << 24;
}

// The only bucket that it supports, or kMaxBuckets.
inline std::uint32_t only_bucket(const Answer& answer) {
  std::uint32_t found = pack::kMaxBuckets;
  for (std::uint32_t i = 0; i < answer.bits.size(); ++i) {
    if (answer.bits[i] == 0) continue;
    if (found != pack::kMaxBuckets || !std::has_single_bit(answer.bits[i]))
      return pack::kMaxBuckets;
    found = i * 8 + static_cast<std::uint32_t>(std::countr_zero(answer.bits[i]));
  }
  return found;
}

// counts[truth][output]: no output is more than a/b times as likely under one truth as under another, and one is.
inline std::string refute_ratio(const Channel& channel,
                                const std::vector<std::vector<std::uint64_t>>& counts) {
  bool is_reached = false;
  for (const auto& one : counts) {
    for (const auto& other : counts) {
      for (std::size_t output = 0; output < one.size(); ++output) {
        const auto left = one[output] * channel.b, right = other[output] * channel.a;
        if (left > right) return name_of(channel) + ": a ratio is over a/b";
        is_reached = is_reached || left == right;
      }
    }
  }
  return is_reached ? "" : name_of(channel) + ": no ratio is a/b";
}

// All 2^16 words. REQUIRES: randomised response; the weights add up to 2^16 at most.
template <typename Sampler>
std::string refute_randomised_response(const Channel& channel, Sampler sampler) {
  using Words = ListedWords<16>;
  const std::uint64_t times = Words::kWords / channel.weights();
  std::vector counts(channel.buckets, std::vector<std::uint64_t>(channel.buckets));
  for (std::uint32_t truth = 0; truth < channel.buckets; ++truth) {
    for (std::uint32_t word = 0; word < Words::kWords; ++word) {
      Words words({&word, 1});
      const auto answer = sampler(channel, truth, words);
      if (words.failed()) continue;
      const auto bucket = only_bucket(answer);
      if (bucket >= channel.buckets) return name_of(channel) + ": not one of the buckets";
      ++counts[truth][bucket];
    }
    for (std::uint32_t bucket = 0; bucket < channel.buckets; ++bucket) {
      if (counts[truth][bucket] != times * (bucket == truth ? channel.a : channel.b)) {
        return name_of(channel) + ": bucket " + std::to_string(bucket) + " for " +
               std::to_string(truth) + " in " + std::to_string(counts[truth][bucket]) + " words";
      }
    }
  }
  return refute_ratio(channel, counts);
}

// All sequences of words of 5 bits, one a bucket. REQUIRES: unary encoding; at most 4 buckets; a + b <= 32.
template <typename Sampler>
std::string refute_unary_encoding(const Channel& channel, Sampler sampler) {
  using Words = ListedWords<5>;
  const auto outputs = std::size_t{1} << channel.buckets;
  const std::uint64_t times = Words::kWords / (channel.a + channel.b);
  std::vector counts(channel.buckets, std::vector<std::uint64_t>(outputs));
  for (std::uint32_t truth = 0; truth < channel.buckets; ++truth) {
    for (std::uint32_t all = 0; all < 1u << 5 * channel.buckets; ++all) {
      const std::uint32_t list[] = {all & 31, all >> 5 & 31, all >> 10 & 31, all >> 15};
      Words words({list, channel.buckets});
      const auto answer = sampler(channel, truth, words);
      if (words.failed()) continue;
      if (!words.is_used_up()) return name_of(channel) + ": not a word for each bucket";
      const auto output = low_bits(answer);
      if (output >= outputs) return name_of(channel) + ": a bit beyond the buckets";
      ++counts[truth][output];
    }
    for (std::uint32_t output = 0; output < outputs; ++output) {
      std::uint64_t expected = 1;
      for (std::uint32_t i = 0; i < channel.buckets; ++i) {
        const bool is_set = (output >> i & 1u) != 0;
        expected *= i == truth ? Words::kWords / 2 : times * (is_set ? channel.b : channel.a);
      }
      if (counts[truth][output] != expected) {
        return name_of(channel) + ": output " + std::to_string(output) + " for " +
               std::to_string(truth) + " in " + std::to_string(counts[truth][output]) + " words";
      }
    }
  }
  return refute_ratio(channel, counts);
}

// All 2^16 words for each bit, with the words of the other bits as they are: a bit has its own word and its own weight.
// REQUIRES: unary encoding; a + b <= 2^16.
template <typename Sampler>
std::string refute_bits(const Channel& channel, Sampler sampler) {
  using Words = ListedWords<16>;
  const std::uint64_t times = Words::kWords / (channel.a + channel.b);
  const std::uint32_t last = channel.buckets - 1;
  for (const auto& [truth, bit] :
       {std::pair{0u, 0u}, {0u, 1u}, {0u, last}, {last, 0u}, {last, last}}) {
    std::vector<std::uint32_t> list(channel.buckets);  // of zeros, which are never rejected
    Answer zeros;
    for (std::uint32_t i = 0; i < channel.buckets; ++i) zeros.set(i);
    std::uint64_t set = 0, unset = 0;
    for (std::uint32_t word = 0; word < Words::kWords; ++word) {
      list[bit] = word;
      Words words(list);
      auto answer = sampler(channel, truth, words);
      if (words.failed()) continue;
      ++(answer.has(bit) ? set : unset);
      answer.set(bit);
      if (answer != zeros) return name_of(channel) + ": a bit follows the word of another";
    }
    const bool is_true = truth == bit;
    if (set != (is_true ? Words::kWords / 2 : times * channel.b) ||
        unset != (is_true ? Words::kWords / 2 : times * channel.a)) {
      return name_of(channel) + ": bit " + std::to_string(bit) + " for " + std::to_string(truth) +
             " set in " + std::to_string(set) + " words, unset in " + std::to_string(unset);
    }
  }
  return "";
}

// The channels of which the proof is: small and large, with words that are rejected and without, b above 1.
template <typename Sampler>
std::string refute(Sampler sampler) {
  using enum pack::Mechanism;
  struct Weights {
    std::uint32_t buckets, a, b;
  };
  for (const auto [k, a, b] : {Weights{2, 3, 1},
                               {2, 2, 1},
                               {2, 55, 2},
                               {2, 3, 2},
                               {3, 5, 1},
                               {4, 3, 1},
                               {5, 7, 3},
                               {5, 65, 17},
                               {8, 8, 1},
                               {10, 3, 1},
                               {16, 55, 1},
                               {33, 20, 3},
                               {17, 1000, 999},
                               {2, 65535, 1}}) {
    const auto found = refute_randomised_response({randomised_response, k, a, b}, sampler);
    if (!found.empty()) return found;
  }
  for (const auto [k, a, b] :
       {Weights{2, 3, 1}, {2, 2, 1}, {2, 31, 1}, {3, 8, 1}, {3, 7, 3}, {4, 17, 5}}) {
    const auto found = refute_unary_encoding({unary_encoding, k, a, b}, sampler);
    if (!found.empty()) return found;
  }
  for (const auto [k, a, b] : {Weights{2, 3, 1}, {11, 3, 1}, {64, 55, 2}, {11, 40000, 7}}) {
    const auto found = refute_bits({unary_encoding, k, a, b}, sampler);
    if (!found.empty()) return found;
  }
  return "";
}

}  // namespace etalage::test
