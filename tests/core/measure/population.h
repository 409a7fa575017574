// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Populations whose truth is known, and what is counted of their reports.
#pragma once

#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "measure/estimate.h"
#include "measure/words.h"

namespace etalage::test {

using measure::Channel;
using measure::Tally;

// How many of a kind are simulated: ETALAGE_POPULATIONS, 200 without.
inline int populations() {
  const char* said = std::getenv("ETALAGE_POPULATIONS");
  return said == nullptr ? 200 : std::atoi(said);
}

// What may be seen by chance of `times` trials of a probability: within four standard deviations.
inline double by_chance(double probability, int times) {
  return 4 * std::sqrt(probability * (1 - probability) / times);
}

inline Channel channel_of(std::uint32_t buckets, std::uint32_t a, std::uint32_t b) {
  return {measure::better_mechanism(buckets, a, b), buckets, a, b};
}

inline Tally tally_of(const Channel& channel) {
  return {channel, 0, std::vector<double>(channel.buckets)};
}

inline void add(Tally& tally, const measure::Answer& answer) {
  ++tally.reports;
  for (std::uint32_t i = 0; i < tally.channel.buckets; ++i) tally.counts[i] += answer.has(i);
}

// Of shoppers[i] in bucket i.
inline Tally asked(const Channel& channel, const std::vector<int>& shoppers,
                   Respondents& respondents) {
  auto tally = tally_of(channel);
  for (std::uint32_t bucket = 0; bucket < channel.buckets; ++bucket) {
    for (int i = 0; i < shoppers[bucket]; ++i) add(tally, respondents.answer(channel, bucket));
  }
  return tally;
}

// So many shoppers of whom the first bucket has that share, and the others all that is left, each half of what those before it
// leave.
inline std::vector<int> shoppers_of(const Channel& channel, int n, double share) {
  std::vector<int> shoppers(channel.buckets);
  shoppers[0] = static_cast<int>(std::lround(n * share));
  int left = n - shoppers[0];
  for (std::size_t i = 1; i + 1 < shoppers.size(); ++i) left -= shoppers[i] = left / 2;
  shoppers.back() += left;
  return shoppers;
}

}  // namespace etalage::test
