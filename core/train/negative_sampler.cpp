// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/negative_sampler.h"

#include <algorithm>
#include <cmath>

namespace etalage::train {

NegativeSampler::NegativeSampler(const std::vector<std::uint32_t>& frequency, std::uint32_t draws)
    : draws_(draws) {
  cumulative_.reserve(frequency.size());
  double total = 0;
  for (const std::uint32_t count : frequency) {
    total += std::sqrt(static_cast<double>(count));
    cumulative_.push_back(total);
  }
}

void NegativeSampler::draw(Random& random, Negatives& negatives) const {
  negatives.rows.clear();
  negatives.weights.clear();
  if (cumulative_.empty()) return;
  const double part = cumulative_.back() / draws_;
  auto from = cumulative_.begin();
  for (std::uint32_t k = 0; k < draws_; ++k) {
    const double point = (k + static_cast<double>(random.unit())) * part;
    from = std::upper_bound(from, cumulative_.end() - 1, point);
    const auto row = static_cast<std::uint32_t>(from - cumulative_.begin());
    const double weight = row == 0 ? cumulative_[0] : cumulative_[row] - cumulative_[row - 1];
    if (negatives.rows.empty() || negatives.rows.back() != row) {
      negatives.rows.push_back(row);
      negatives.weights.push_back(0);
    }
    negatives.weights.back() += static_cast<float>(part / weight);
  }
}

}  // namespace etalage::train
