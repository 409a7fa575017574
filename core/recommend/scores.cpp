// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/scores.h"

namespace etalage::recommend {

void Scores::clear() {
  for (const auto row : named_) added_[row] = 0;
  named_.clear();
  share_ = 0;
}

void Scores::add(std::uint32_t row, float weight) {
  if (!(weight > 0)) return;
  if (added_[row] == 0) named_.push_back(row);
  added_[row] += weight;
}

void Scores::aim(const Query& query, float share) {
  if (factors_.empty()) {
    factors_.resize(size());
    for (std::uint32_t row = 0; row < size(); ++row) factors_[row] = pack_->scale(row) / kQueryUnit;
  }
  aim_ = Aim(query);
  share_ = share;
}

float Scores::cosine(std::uint32_t row, const Query& query) const {
  const auto* components = pack_->components().data() + std::size_t{row} * pack::kDimensions;
  return static_cast<float>(scan_->dot(components, query)) * factors_[row];
}

float Scores::operator[](std::uint32_t row) const {
  const float added = added_[row];
  if (share_ == 0) return added;
  const float c = cosine(row, aim_.query);
  return c > 0 ? added + share_ * c * c * c : added;
}

Candidates Scores::next(std::uint32_t row, float floor) const {
  if (share_ == 0) return {size(), 0};
  return scan_->find({pack_->components().data(), factors_.data(), size()}, aim_, share_, floor,
                     row);
}

}  // namespace etalage::recommend
